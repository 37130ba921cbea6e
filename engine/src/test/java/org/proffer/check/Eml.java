package org.proffer.check;

import java.util.ArrayList;
import java.util.List;

/** Writes the text of a message, for tests. */
final class Eml {
  static final String OFFER =
      "Spring bulbs at 20 % off until Sunday. Tulips, daffodils and crocus for your garden.\n"
          + "Order now at http://acme.example/bulbs\n";
  static final String IDENTIFIER = "This is an advertisement.\n";
  static final String OPT_OUT =
      "To unsubscribe from our offers visit http://acme.example/unsubscribe?u=1\n";
  static final String ADDRESS = "Acme Garden, 500 Main Street, Springfield, IL 62701\n";

  private final List<String> headers = new ArrayList<>();
  private String from = "Acme Garden <offers@acme.example>";
  private String subject = "20 % off spring bulbs";
  private String date = "Mon, 16 Mar 2026 17:00:00 -0400";

  static Eml mail() {
    return new Eml();
  }

  /** An advertisement with all that the Act asks for. */
  static String fullSet() {
    return mail().body(OFFER, IDENTIFIER, OPT_OUT, ADDRESS);
  }

  Eml from(String line) {
    from = line;
    return this;
  }

  Eml subject(String line) {
    subject = line;
    return this;
  }

  Eml date(String line) {
    date = line;
    return this;
  }

  Eml header(String line) {
    headers.add(line);
    return this;
  }

  /** The message with these paragraphs. */
  String body(String... paragraphs) {
    StringBuilder text = new StringBuilder();
    text.append("From: ").append(from).append('\n');
    text.append("To: rita@home.example\nDate: ").append(date).append('\n');
    text.append("Message-ID: <1@acme.example>\nSubject: ").append(subject).append('\n');
    headers.forEach(line -> text.append(line).append('\n'));
    text.append("MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n");
    return text.append(String.join("\n", paragraphs)).toString();
  }
}
