package org.proffer.mail;

/**
 * One mailbox of an address field.
 *
 * @param displayName decoded, without quotes; empty where there is none
 * @param localPart as written; empty where the address has none
 * @param domain lower case; empty where the address has none
 */
public record Mailbox(String displayName, String localPart, String domain) {

  /** The address as {@code local@domain}; empty where there is none. */
  public String address() {
    return domain.isEmpty() ? localPart : localPart + "@" + domain;
  }
}
