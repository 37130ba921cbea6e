package org.proffer.law.fraud;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Certainty;

/**
 * An offence as the law of a day has it.
 *
 * @param id stable: {@code 18-1037-a-3}
 * @param citation as a charging document prints it
 * @param title what it is called
 * @param mind the state of mind
 * @param elements one by one, in the order of proof
 * @param tiers what it can bring, the gravest first where one excludes another; empty where the
 *     penalty is that of another offence (18 U.S.C. 2)
 * @param runsFrom the event from which the limitation runs
 * @param restitutionMandatory whether it is in itself a fraud against property, for which
 *     restitution to a victim with a loss is mandatory (18 U.S.C. 3663A(c)(1)(A)(ii))
 * @param forfeiture citation under which the court must order forfeiture; empty where the catalogue
 *     names none
 * @param chargingLanguage a count with named blanks in braces, ours
 * @param from first day, included
 * @param until first day it is no longer law; null while in force
 * @param certainty how sure the row is
 * @param note what is to know about the row; may be empty
 */
public record Statute(
    String id,
    String citation,
    String title,
    String mind,
    List<Element> elements,
    List<PenaltyTier> tiers,
    String runsFrom,
    boolean restitutionMandatory,
    String forfeiture,
    String chargingLanguage,
    LocalDate from,
    @Nullable LocalDate until,
    Certainty certainty,
    String note) {
  private static final Pattern BLANK = Pattern.compile("\\{([a-z-]+)}");

  public Statute {
    elements = List.copyOf(elements);
    tiers = List.copyOf(tiers);
  }

  /** The tier with the code, such as {@code GR-5A}. */
  public Optional<PenaltyTier> tier(String code) {
    return tiers.stream().filter(tier -> tier.code().equals(code)).findFirst();
  }

  /** The names of the blanks in the charging language, each once, in their order. */
  public List<String> blanks() {
    return BLANK
        .matcher(chargingLanguage)
        .results()
        .map((MatchResult blank) -> blank.group(1))
        .distinct()
        .toList();
  }
}
