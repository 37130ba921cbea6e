package org.proffer.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The mailboxes of an address field (RFC 5322 3.4, with obsolete forms), as far as they can be told
 * apart.
 */
public final class AddressList {
  private AddressList() {}

  /**
   * Reads the mailboxes.
   *
   * @param raw the field's value, unfolded, not yet decoded
   */
  public static List<Mailbox> parse(String raw) {
    List<Mailbox> mailboxes = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    boolean quoted = false;
    int angle = 0;
    int comment = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && i + 1 < raw.length()) {
        current.append(c).append(raw.charAt(++i));
        continue;
      }
      if (c == '"' && comment == 0) {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        comment++;
      } else if (!quoted && c == ')' && comment > 0) {
        comment--;
      } else if (!quoted && comment == 0 && c == '<') {
        angle++;
      } else if (!quoted && comment == 0 && c == '>') {
        angle = 0;
      } else if (!quoted && comment == 0 && angle == 0 && (c == ',' || c == ';' || c == ':')) {
        if (c != ':') {
          add(current, mailboxes);
        }
        current.setLength(0);
        continue;
      }
      current.append(c);
    }
    add(current, mailboxes);
    return mailboxes;
  }

  private static void add(StringBuilder text, List<Mailbox> mailboxes) {
    String one = text.toString().strip();
    if (one.isEmpty()) {
      return;
    }
    int open = one.lastIndexOf('<');
    int close = one.indexOf('>', Math.max(open, 0));
    String name = "";
    String address = one;
    if (open >= 0) {
      name = one.substring(0, open);
      address = one.substring(open + 1, close < 0 ? one.length() : close);
    } else if (one.indexOf('(') >= 0) {
      int from = one.indexOf('(');
      int to = one.lastIndexOf(')');
      name = one.substring(from + 1, to > from ? to : one.length());
      address = one.substring(0, from);
    }
    address = address.strip();
    int route = address.startsWith("@") ? address.indexOf(':') : -1;
    address = address.substring(route + 1);
    int at = address.lastIndexOf('@');
    mailboxes.add(
        new Mailbox(
            displayName(name),
            at < 0 ? address : address.substring(0, at),
            at < 0 ? "" : address.substring(at + 1).strip().toLowerCase(Locale.ROOT)));
  }

  private static String displayName(String raw) {
    String name = raw.strip();
    if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")) {
      name = name.substring(1, name.length() - 1);
    }
    return EncodedWords.decode(name.replaceAll("\\\\(.)", "$1"), code -> {}).strip();
  }
}
