package org.proffer.advice;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proffer.check.CheckedMessage;
import org.proffer.mail.HeaderField;
import org.proffer.mail.ParsedMessage;

/**
 * What large mailbox providers ask of who sends much, beside the law: RFC 2369 and RFC 8058,
 * authentication that agrees with the From line, the rules for bulk senders of 2024 (ST-5 to ST-8).
 * A pack of its own: none of it is a violation of the Act, and nothing here touches a finding. From
 * the header alone; what only delivery shows is said to be unknown. The providers' own numbers were
 * not confirmed in a source of theirs.
 */
public final class ProviderRules {
  private static final Pattern URI_IN_ANGLES = Pattern.compile("<\\s*([^<>\\s]+)\\s*>");

  private ProviderRules() {}

  /** How a message stands to a rule. */
  public enum Standing {
    /** It keeps it. */
    KEPT("Kept"),
    /** It does not. */
    NOT_KEPT("Not kept"),
    /** The header does not show it. */
    UNKNOWN("Not seen in the message");

    private final String label;

    Standing(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /**
   * A rule and how the message stands to it.
   *
   * @param id for programs
   * @param title what is asked
   * @param source who asks it
   * @param words what was seen
   */
  public record Answer(String id, String title, String source, Standing standing, String words) {}

  /** Every rule of the pack. */
  public static List<Answer> of(CheckedMessage checked) {
    ParsedMessage message = checked.message();
    List<Answer> all = new ArrayList<>();
    String unsubscribe = value(message, "List-Unsubscribe");
    List<String> uris = uris(unsubscribe);
    boolean https = uris.stream().anyMatch(uri -> uri.regionMatches(true, 0, "https://", 0, 8));
    all.add(
        answer(
            "one-click-link",
            "List-Unsubscribe with an HTTPS address",
            "RFC 8058 3.1",
            https,
            unsubscribe.isEmpty()
                ? "There is no List-Unsubscribe field."
                : "The field names " + String.join(", ", uris) + "."));
    String post = value(message, "List-Unsubscribe-Post");
    all.add(
        answer(
            "one-click-post",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "RFC 8058 3.1",
            post.strip().equals("List-Unsubscribe=One-Click"),
            post.isEmpty() ? "The field is missing." : "The field says “" + post.strip() + "”."));
    all.add(signed(message));
    all.add(aligned(message));
    all.add(
        answer(
            "single-from",
            "One From field with one mailbox",
            "RFC 5322 3.6.2",
            message.headers().stream().filter(field -> field.is("From")).count() == 1
                && message.from().size() == 1,
            message.from().size() + " mailboxes in the From fields."));
    all.add(
        answer(
            "visible-link",
            "A link to unsubscribe that is seen in the text",
            "Gmail, bulk senders, 2024",
            checked.facts().optOutMechanism().isPresent(),
            checked.facts().optOutMechanism().isPresent()
                ? "The text shows a way to object."
                : "The text shows none; the header alone does not replace it."));
    for (String[] unseen :
        List.of(
            new String[] {
              "spf", "SPF passes and agrees with the From line", "Gmail, Yahoo, Microsoft"
            },
            new String[] {"dmarc", "The From domain has a DMARC record", "Gmail, Yahoo, Microsoft"},
            new String[] {
              "tls", "Sent over TLS, from an address with a reverse name", "Gmail, 2024"
            },
            new String[] {"complaints", "Complaints below 0.30 percent", "Gmail, Yahoo, 2024"},
            new String[] {
              "two-days", "Requests are honored within two days", "Gmail, Yahoo, 2024"
            })) {
      all.add(
          new Answer(
              unseen[0],
              unseen[1],
              unseen[2],
              Standing.UNKNOWN,
              "Records of DNS, of the delivery or of the provider would show it."));
    }
    return List.copyOf(all);
  }

  private static Answer answer(String id, String title, String source, boolean kept, String words) {
    return new Answer(id, title, source, kept ? Standing.KEPT : Standing.NOT_KEPT, words);
  }

  private static String value(ParsedMessage message, String name) {
    return message.header(name).map(HeaderField::value).orElse("");
  }

  private static List<String> uris(String field) {
    List<String> uris = new ArrayList<>();
    Matcher each = URI_IN_ANGLES.matcher(field);
    while (each.find()) {
      uris.add(each.group(1));
    }
    return uris;
  }

  /** Whether a signature says that it covers both fields; whether it holds is not tried. */
  private static Answer signed(ParsedMessage message) {
    List<HeaderField> signatures =
        message.headers().stream().filter(field -> field.is("DKIM-Signature")).toList();
    boolean covered =
        signatures.stream()
            .map(
                field ->
                    Arrays.asList(
                        tag(field.raw(), "h").toLowerCase(Locale.ROOT).split("\\s*:\\s*")))
            .anyMatch(
                names ->
                    names.contains("list-unsubscribe") && names.contains("list-unsubscribe-post"));
    return new Answer(
        "one-click-signed",
        "A DKIM signature covers both fields",
        "RFC 8058 4",
        signatures.isEmpty() ? Standing.UNKNOWN : covered ? Standing.KEPT : Standing.NOT_KEPT,
        signatures.isEmpty()
            ? "The message is not signed yet; a signature is added when it is sent."
            : covered
                ? "A signature names both fields; whether it holds was not tried."
                : "No signature names both fields.");
  }

  private static Answer aligned(ParsedMessage message) {
    List<String> domains =
        message.headers().stream()
            .filter(field -> field.is("DKIM-Signature"))
            .map(field -> tag(field.raw(), "d").toLowerCase(Locale.ROOT))
            .filter(domain -> !domain.isEmpty())
            .toList();
    String from = message.from().isEmpty() ? "" : message.from().get(0).domain();
    boolean aligned =
        domains.stream()
            .anyMatch(
                domain ->
                    from.equals(domain)
                        || from.endsWith("." + domain)
                        || domain.endsWith("." + from));
    return new Answer(
        "alignment",
        "The domain that signs agrees with the From line",
        "RFC 7489 3.1",
        domains.isEmpty() ? Standing.UNKNOWN : aligned ? Standing.KEPT : Standing.NOT_KEPT,
        domains.isEmpty()
            ? "The message is not signed yet."
            : "Signed by " + String.join(", ", domains) + "; the From line is of " + from + ".");
  }

  private static String tag(String field, String name) {
    for (String part : field.replaceAll("\\s+", "").split(";", -1)) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return "";
  }

  /** The host of a link; empty where it has none. */
  public static String host(String target) {
    try {
      String host = URI.create(target.strip()).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
