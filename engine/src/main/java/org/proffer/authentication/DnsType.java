package org.proffer.authentication;

/** The kinds of DNS records that sender authentication asks for. */
public enum DnsType {
  /** IPv4 address. */
  A,
  /** IPv6 address. */
  AAAA,
  /** Mail exchanger. */
  MX,
  /** Text. */
  TXT,
  /** Name of an address. */
  PTR,
  /** Alias. */
  CNAME
}
