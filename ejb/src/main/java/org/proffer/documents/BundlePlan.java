package org.proffer.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;

/**
 * What is to go into a bundle, in which order; kept until somebody needs it no more.
 *
 * @param parts ids of documents, exhibits, items and messages, in the order that was set
 * @param version for the next edit
 */
public record BundlePlan(
    UUID id,
    CaseId caseId,
    String title,
    String prefix,
    List<UUID> parts,
    int version,
    Instant changedAt,
    String changedBy) {
  public BundlePlan {
    parts = List.copyOf(parts);
  }

  static String written(List<UUID> parts) {
    return parts.stream().map(UUID::toString).collect(Collectors.joining("\n"));
  }

  static List<UUID> read(@Nullable String written) {
    return written == null ? List.of() : written.lines().map(UUID::fromString).toList();
  }
}
