package org.proffer.authentication;

/** How a recorded DNS query ended. A query that nobody recorded has no status at all. */
public enum DnsStatus {
  /** The name has records of the type. */
  DATA,
  /** The name exists and has no record of the type. */
  NO_DATA,
  /** The name does not exist, for any type (RFC 8020). */
  NXDOMAIN,
  /** No server answered. */
  TIMEOUT,
  /** The server failed. */
  SERVFAIL
}
