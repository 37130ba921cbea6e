package org.proffer.authentication;

import java.util.Locale;

/**
 * A question to the DNS.
 *
 * @param name the domain name in lower case without the final dot; bytes above 127 as ISO-8859-1
 * @param type the kind of record asked for
 */
public record DnsLookup(String name, DnsType type) {

  public DnsLookup {
    name = name.toLowerCase(Locale.ROOT);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
  }

  @Override
  public String toString() {
    return name + " " + type;
  }
}
