package org.proffer.authentication;

/** The ways of authenticating a sender that are evaluated here. */
public enum Method {
  /** RFC 7208: may the host send for the domain. */
  SPF,
  /** RFC 6376: did the domain sign the message. */
  DKIM,
  /** RFC 4870, historic: the same before DKIM. */
  DOMAINKEYS,
  /** RFC 7489: does SPF or DKIM speak for the domain of the From field. */
  DMARC,
  /** RFC 8617: is the chain of those who forwarded the message intact. */
  ARC
}
