package org.proffer.web.messages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a list of messages: everything that decides what the list shows. */
final class ListAddress {
  private final StringBuilder text;

  ListAddress(String caseId) {
    text = new StringBuilder("list.xhtml?case=").append(encode(caseId));
  }

  /** Adds a parameter unless it is empty. */
  ListAddress with(String name, String value) {
    if (!value.isEmpty()) {
      text.append('&').append(name).append('=').append(encode(value));
    }
    return this;
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
