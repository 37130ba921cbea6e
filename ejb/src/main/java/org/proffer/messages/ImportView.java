package org.proffer.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.evidence.EvidenceId;

/**
 * An import as it stands.
 *
 * @param totalBytes bytes to read (of an archive: as expanded)
 * @param doneBytes bytes read, whole messages only
 * @param parsed messages without defects
 * @param withDefects messages with named defects
 * @param quarantined messages kept but not read as a whole
 * @param problems members that are no messages
 * @param failure why it failed; null otherwise
 * @param planned how many messages the item has; null until they were counted
 * @param trouble what keeps it waiting; null when nothing does
 * @param readingSince when reading last began; null before
 * @param messagesBefore messages that were stored by then
 * @param derivation how the item was opened; null where it did not have to be, or in a list
 * @param firstProblems at most 200 of the problems
 * @param seenAt when this picture was taken
 */
public record ImportView(
    ImportId id,
    CaseId caseId,
    EvidenceId itemId,
    int itemNumber,
    String fileName,
    ImportState state,
    Instant startedAt,
    String startedBy,
    @Nullable Instant finishedAt,
    long totalBytes,
    long doneBytes,
    long parsed,
    long withDefects,
    long quarantined,
    long problems,
    @Nullable String failure,
    @Nullable Long planned,
    ImportPriority priority,
    @Nullable String trouble,
    @Nullable Instant readingSince,
    long messagesBefore,
    @Nullable Derivation derivation,
    List<ImportProblemView> firstProblems,
    Instant seenAt) {
  public ImportView {
    firstProblems = List.copyOf(firstProblems);
  }

  /** All messages so far. */
  public long messages() {
    return parsed + withDefects + quarantined;
  }

  /** Time since the start, or until the end. */
  public Duration elapsed() {
    return Duration.between(startedAt, finishedAt == null ? seenAt : finishedAt);
  }

  /**
   * Messages a second since reading last began, or in the whole reading once it has ended; 0 in the
   * first tenth of a second.
   */
  public double rate() {
    if (readingSince == null) {
      return 0;
    }
    double seconds =
        Duration.between(readingSince, finishedAt == null ? seenAt : finishedAt).toMillis()
            / 1000.0;
    return seconds < 0.1 ? 0 : (messages() - messagesBefore) / seconds;
  }

  /** How long it will take at the rate so far; empty while that cannot be said. */
  public Optional<Duration> remaining() {
    double rate = rate();
    if (state != ImportState.READING || planned == null || rate <= 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis((long) (1000 * (planned - messages()) / rate)));
  }

  /** Share of the bytes read, 0 to 100. */
  public int percent() {
    return state == ImportState.COMPLETED
        ? 100
        : totalBytes == 0 ? 0 : (int) (100 * doneBytes / totalBytes);
  }
}
