package org.proffer.advice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Entities;
import org.proffer.check.CheckedMessage;
import org.proffer.check.MessageCheck;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.PostalAddressRecord;
import org.proffer.mail.ByteSource;
import org.proffer.mail.DecodedText;
import org.proffer.mail.HeaderField;
import org.proffer.mail.Part;

/**
 * What to change in a message, and what each change does: the words are added to a copy of its
 * text, and the copy goes through the same check. Where the copy without any change is not decided
 * as the message itself is, no effect is claimed.
 */
public final class Remedies {
  private static final String SAMPLE_ADDRESS = "500 Main Street, Springfield, IL 62701";
  private static final String SAMPLE_LINK = "https://example.com/unsubscribe";

  private final MessageCheck check = new MessageCheck();

  /**
   * A verdict that a change alters.
   *
   * @param requirement id of the rule
   */
  public record Effect(String requirement, Verdict was, Verdict becomes) {}

  /**
   * A change.
   *
   * @param requirements the findings it answers
   * @param what to do, in a sentence
   * @param words to add at the end of the text; empty where there are none to give
   * @param effects what the check says of the message with them; empty where it says the same
   * @param tried whether the check was made again with the words
   */
  public record Remedy(
      List<String> requirements, String what, String words, List<Effect> effects, boolean tried) {
    public Remedy {
      requirements = List.copyOf(requirements);
      effects = List.copyOf(effects);
    }
  }

  /**
   * What to change in a message.
   *
   * @param checked the check of the message
   * @param recorded what was recorded when it was checked
   */
  public List<Remedy> of(CheckedMessage checked, RecordedFacts recorded) {
    Map<String, Verdict> was = verdicts(checked.findings());
    boolean faithful = was.equals(verdicts(again(checked, recorded, "", "")));
    List<Remedy> all = new ArrayList<>();
    if (isOpen(was, "DIS-03") && checked.facts().postalAddress().isAbsent()) {
      String address = address(recorded);
      all.add(
          added(
              List.of("DIS-03"),
              "Add the sender's valid physical postal address to the text, not only to an image or behind a link.",
              address,
              "<p>" + Entities.escape(address) + "</p>",
              checked,
              recorded,
              faithful));
    } else if (isOpen(was, "DIS-03")) {
      all.add(
          told(
              "DIS-03",
              "Record the postal address with what proves it: the lease, PS Form 1093 for a box, PS Form 1583 for a private mailbox."));
    }
    if (isOpen(was, "OPT-01") || isOpen(was, "DIS-02")) {
      if (!checked.facts().optOutMechanism().isPresent()
          || !checked.facts().optOutNotice().isPresent()) {
        all.add(
            added(
                List.of("OPT-01", "DIS-02"),
                "Add a sentence that says that one can decline further mail, with a link or an address that works, where it is seen.",
                "You can decline further advertising mail from us. Unsubscribe: " + SAMPLE_LINK,
                "<p>You can decline further advertising mail from us. <a href=\""
                    + SAMPLE_LINK
                    + "\">Unsubscribe</a></p>",
                checked,
                recorded,
                faithful));
      }
    }
    if (isOpen(was, "DIS-01") && !checked.facts().advertisementLabel().isPresent()) {
      all.add(
          added(
              List.of("DIS-01"),
              "Say that this is an advertisement, or record the consent that the recipient gave before.",
              "This is an advertisement.",
              "<p>This is an advertisement.</p>",
              checked,
              recorded,
              faithful));
    }
    if (checked.facts().subjectMisleading().isPresent()) {
      all.add(
          told(
              "SUB-01",
              "Write a subject that says what the message is: "
                  + String.join("; ", checked.facts().subjectMisleading().because())
                  + "."));
    }
    missingFacts(checked.findings()).forEach((fact, ids) -> all.add(recorded(fact, ids)));
    return all;
  }

  private static boolean isOpen(Map<String, Verdict> was, String requirement) {
    return was.get(requirement) == Verdict.VIOLATED || was.get(requirement) == Verdict.UNDETERMINED;
  }

  private static Map<String, Verdict> verdicts(List<Finding> findings) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    findings.forEach(finding -> verdicts.put(finding.requirement(), finding.verdict()));
    return verdicts;
  }

  /** The address that is recorded as valid, else one that shows the form. */
  private static String address(RecordedFacts recorded) {
    return recorded.all(PostalAddressRecord.class).stream()
        .filter(PostalAddressRecord::valid)
        .findFirst()
        .map(address -> address.of() + ", " + address.text().replaceAll("\\s*\\R\\s*", ", "))
        .orElse("Name of the sender, " + SAMPLE_ADDRESS);
  }

  private Remedy added(
      List<String> requirements,
      String what,
      String words,
      String html,
      CheckedMessage checked,
      RecordedFacts recorded,
      boolean faithful) {
    if (!faithful) {
      return new Remedy(requirements, what, words, List.of(), false);
    }
    Map<String, Verdict> was = verdicts(checked.findings());
    List<Effect> effects = new ArrayList<>();
    verdicts(again(checked, recorded, words, html))
        .forEach(
            (requirement, becomes) -> {
              Verdict before = Objects.requireNonNull(was.get(requirement));
              if (before != becomes) {
                effects.add(new Effect(requirement, before, becomes));
              }
            });
    return new Remedy(requirements, what, words, effects, true);
  }

  private static Remedy told(String requirement, String what) {
    return new Remedy(List.of(requirement), what, "", List.of(), false);
  }

  private static Remedy recorded(String fact, List<String> requirements) {
    return new Remedy(requirements, "Record " + fact + ".", "", List.of(), false);
  }

  /** The facts that would decide duties which are open, and which duties. */
  private static Map<String, List<String>> missingFacts(List<Finding> findings) {
    Map<String, List<String>> byFact = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (CanSpamRules.isDuty(finding.requirement())) {
        finding
            .missing()
            .forEach(
                fact ->
                    byFact
                        .computeIfAbsent(fact, same -> new ArrayList<>())
                        .add(finding.requirement()));
      }
    }
    return byFact;
  }

  /** The findings on a copy of a message with words at its end. */
  private List<Finding> again(
      CheckedMessage checked, RecordedFacts recorded, String words, String html) {
    byte[] copy = copy(checked, words, html);
    try {
      LocalDate day = checked.lawAsOf();
      return check.check(ByteSource.of(copy), recorded, day, day).findings();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] copy(CheckedMessage checked, String words, String html) {
    StringBuilder headers = new StringBuilder();
    String from = "";
    for (HeaderField field : checked.message().headers()) {
      if (field.is("From") && from.isEmpty()) {
        from = field.raw();
      } else if (!field.name().regionMatches(true, 0, "Content-", 0, 8)
          && !field.is("MIME-Version")
          && !field.is("From")
          && !field.is("Subject")) {
        headers.append(field.name()).append(": ").append(field.raw()).append('\n');
      }
    }
    String plain = text(checked, false).map(text -> text + "\n\n" + words + "\n").orElse("");
    String rich = text(checked, true).map(text -> inserted(text, html)).orElse("");
    return TemplateMessage.of(
            from, checked.facts().subject(), rich, plain, headers.toString(), Map.of())
        .bytes();
  }

  private static String inserted(String text, String html) {
    int end = text.toLowerCase(java.util.Locale.ROOT).lastIndexOf("</body>");
    return end < 0 ? text + html : text.substring(0, end) + html + text.substring(end);
  }

  private static Optional<String> text(CheckedMessage checked, boolean html) {
    return checked
        .message()
        .parts()
        .filter(part -> part.text() != null && !part.attachment() && part.isHtml() == html)
        .findFirst()
        .map(Part::text)
        .map(DecodedText::text);
  }
}
