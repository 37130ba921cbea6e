package org.proffer.messages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts over all messages of a case; every count is the total of the list it opens.
 *
 * @param messages all
 * @param violated with at least one violated requirement
 * @param undetermined with none violated and at least one undetermined
 * @param met with none violated or undetermined and at least one met
 * @param notApplicable with none that applies
 * @param parsed without defects
 * @param withDefects with named defects
 * @param quarantined kept but not read as a whole
 * @param first when the earliest dated message was sent
 * @param last when the latest dated message was sent
 * @param requirements one a requirement that is violated, undetermined or met anywhere, in the
 *     order of their ids
 */
public record MessageTotals(
    long messages,
    long violated,
    long undetermined,
    long met,
    long notApplicable,
    long parsed,
    long withDefects,
    long quarantined,
    @Nullable Instant first,
    @Nullable Instant last,
    List<RequirementTotal> requirements) {
  public MessageTotals {
    requirements = List.copyOf(requirements);
  }

  /**
   * Counts of one requirement.
   *
   * @param requirement id
   */
  public record RequirementTotal(String requirement, long violated, long undetermined, long met) {}
}
