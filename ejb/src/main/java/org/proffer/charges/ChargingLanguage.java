package org.proffer.charges;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.law.fraud.PenaltyTier;
import org.proffer.law.fraud.Statute;
import org.proffer.parties.Party;

/**
 * The words of a count, as a draft for the instrument.
 *
 * @param statute the offence, with its elements
 * @param text the language with what is known filled in; a blank is its name in brackets
 * @param open the names of the blanks left
 */
public record ChargingLanguage(Statute statute, String text, List<String> open) {
  private static final Pattern BLANK = Pattern.compile("\\{([a-z-]+)}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

  public ChargingLanguage {
    open = List.copyOf(open);
  }

  static ChargingLanguage of(
      Statute statute, Count count, List<Party> defendants, Optional<PenaltyTier> tier) {
    Map<String, String> known =
        Map.of(
            "on-or-about", onOrAbout(count.from(), count.until()),
            "from", count.from() == null ? "" : DAY.format(count.from()),
            "until", count.until() == null ? "" : DAY.format(count.until()),
            "district", count.place(),
            "defendants", names(defendants),
            "citation", statute.citation(),
            "tier-facts", tier.filter(PenaltyTier::forJury).map(PenaltyTier::trigger).orElse(""));
    List<String> open = new ArrayList<>();
    String text =
        BLANK
            .matcher(statute.chargingLanguage())
            .replaceAll(
                blank -> {
                  String value = known.getOrDefault(blank.group(1), "");
                  if (value.isEmpty() && !blank.group(1).equals("tier-facts")) {
                    open.add(blank.group(1));
                    return "[" + blank.group(1).replace('-', ' ') + "]";
                  }
                  return Matcher.quoteReplacement(value);
                });
    return new ChargingLanguage(
        statute,
        (text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1))
            .replaceAll(" {2,}", " "),
        open.stream().distinct().toList());
  }

  private static String onOrAbout(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (from == null && until == null) {
      return "";
    }
    if (from == null || until == null || from.equals(until)) {
      return "on or about " + DAY.format(from == null ? until : from);
    }
    return "from on or about " + DAY.format(from) + ", through on or about " + DAY.format(until);
  }

  private static String names(List<Party> defendants) {
    return defendants.isEmpty()
        ? ""
        : (defendants.size() == 1 ? "defendant " : "defendants ")
            + defendants.stream()
                .map(
                    d ->
                        (d.designation().isEmpty() ? "" : d.designation() + " ")
                            + d.name().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
  }
}
