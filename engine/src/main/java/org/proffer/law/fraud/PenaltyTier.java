package org.proffer.law.fraud;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Certainty;

/**
 * What an offence can bring when a certain fact is present.
 *
 * @param id stable: {@code 18-1037-a-3.GR-5A}
 * @param statute id of the offence
 * @param code the part of the id after the dot, as law.md names it: {@code GR-5A}, {@code base}
 * @param citation of the penalty
 * @param trigger the fact that opens the tier, as a jury would be told
 * @param forJury whether the trigger has to be charged and proved to the jury; a prior conviction
 *     does not
 * @param offenceClass by the maximum
 * @param maximumMonths longest imprisonment
 * @param minimumMonths shortest imprisonment; 0 where there is none
 * @param consecutive whether the term must follow every other term
 * @param barsProbation whether the offence itself bars probation
 * @param fine the most that can be fined
 * @param limitation by when it has to be charged
 * @param from first day of offences it is for, included
 * @param until first day it is no longer for; null while in force
 * @param certainty how sure the numbers are
 * @param note what is to know about the row; may be empty
 */
public record PenaltyTier(
    String id,
    String statute,
    String code,
    String citation,
    String trigger,
    boolean forJury,
    OffenceClass offenceClass,
    int maximumMonths,
    int minimumMonths,
    boolean consecutive,
    boolean barsProbation,
    Fine fine,
    LimitationPeriod limitation,
    LocalDate from,
    @Nullable LocalDate until,
    Certainty certainty,
    String note) {}
