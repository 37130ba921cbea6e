package org.proffer.law.canspam;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.proffer.law.Span;
import org.proffer.law.canspam.recorded.PostalAddressRecord;

/**
 * The message shows a valid physical postal address of the sender.
 *
 * <p>Source: 15 U.S.C. 7704(a)(5)(A)(iii); since 7 July 2008 with 16 CFR 316.2(p): current street
 * address, or accurately registered post office box or private mailbox. Before that day the law did
 * not say whether a box will do. Absence is objective and violates. Validity, registration and
 * whose address it is are recorded, not in the bytes. With a designated sender its address counts
 * alone; else every sender's is needed.
 */
final class PostalAddressShown implements CanSpamRule {
  private static final Pattern POSTAL_CODE =
      Pattern.compile("(?:\\p{L}{2}\\s*)?[0-9]{5}(?:-[0-9]{4})?");
  private static final Pattern BOX = Pattern.compile("box|pmb");

  @Override
  public String id() {
    return "DIS-03";
  }

  @Override
  public Answer decide(Matter matter) {
    Observation shown = matter.facts().postalAddress();
    if (shown.isAbsent()) {
      return Answer.violated(
          "No text of the message shows a physical postal address.", shown.spans());
    }
    if (!shown.isPresent()) {
      return Answer.notJudged("A postal address", shown);
    }
    List<PostalAddressRecord> known =
        matter.recorded().all(PostalAddressRecord.class).stream()
            .filter(address -> stands(address.text(), shown.spans()))
            .toList();
    if (known.isEmpty()) {
      return Answer.open(
          "A postal address is shown; whether it is valid and the sender's cannot be seen in the message.",
          shown.spans(),
          "proof that the address is current or accurately registered",
          "proof that it is the sender's");
    }
    List<PostalAddressRecord> valid = known.stream().filter(PostalAddressRecord::valid).toList();
    if (valid.isEmpty()) {
      return Answer.violated(
          "The address shown is not current or not accurately registered ("
              + known.get(0).source()
              + ").",
          shown.spans());
    }
    return ofSenders(valid, shown.spans(), matter);
  }

  private static Answer ofSenders(
      List<PostalAddressRecord> valid, List<Span> spans, Matter matter) {
    Senders senders = matter.senders();
    Set<String> owners =
        valid.stream().map(PostalAddressRecord::of).collect(Collectors.toUnmodifiableSet());
    String source = valid.get(0).source();
    if (senders.state() == Senders.State.UNKNOWN) {
      return Answer.open(
          "A valid address is shown (" + source + "); whose mail this is is not recorded.",
          spans,
          "who the sender of the message is");
    }
    if (!senders.anyOf(owners)) {
      return Answer.violated(
          "The address shown is that of "
              + String.join(", ", owners.stream().sorted().toList())
              + " and not of the sender, "
              + senders.listed()
              + ".",
          spans);
    }
    if (!owners.containsAll(senders.names())) {
      return senders.state() == Senders.State.OPEN
          ? Answer.open(senders.reason(), spans, senders.missing())
          : Answer.violated("Not every sender's address is shown. " + senders.reason(), spans);
    }
    boolean boxes = Law.RULES.find("R316-02", matter.lawAsOf()).isPresent();
    List<PostalAddressRecord.Kind> kinds =
        valid.stream()
            .filter(address -> senders.names().contains(address.of()))
            .map(PostalAddressRecord::kind)
            .toList();
    boolean street = kinds.contains(PostalAddressRecord.Kind.STREET);
    boolean abroad = kinds.contains(PostalAddressRecord.Kind.FOREIGN_STREET);
    if (!boxes && !street && !abroad) {
      return Answer.open(
          "The address is a box; the law of that day does not say whether a box will do.",
          spans,
          "a decision whether a box was a physical postal address before 16 CFR 316.2(p)");
    }
    return Answer.met(
        "The address of the sender is shown and valid ("
            + source
            + ")."
            + (abroad && !street ? " " + Law.reading("foreign-address", matter.lawAsOf()) : ""),
        spans);
  }

  /**
   * Whether a recorded address is the one a message shows, by letters and digits alone. A part of
   * it with a number will do (a street line, a box), but not the postal code; where the message
   * shows a box the box has to agree.
   */
  private static boolean stands(String address, List<Span> spans) {
    List<String> parts =
        Arrays.stream(address.split("[,;\n]", -1))
            .filter(part -> !POSTAL_CODE.matcher(part.strip()).matches())
            .map(PostalAddressShown::plain)
            .filter(part -> part.chars().anyMatch(Character::isDigit))
            .toList();
    return spans.stream()
        .map(span -> plain(span.text()))
        .anyMatch(
            text ->
                parts.stream().anyMatch(text::contains)
                    && parts.stream()
                        .filter(part -> BOX.matcher(part).find() && BOX.matcher(text).find())
                        .allMatch(text::contains));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
