package org.proffer.facts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** What a fact is needed for: the counts it proves, and those of the facts that rest on it. */
final class FactChains {
  private FactChains() {}

  /** The filed charging instrument behind which a fact stands, by its title; empty if none. */
  static Optional<String> filedWith(RecordView<?> fact, Records records) {
    Set<UUID> seen = new HashSet<>();
    Deque<RecordView<?>> open = new ArrayDeque<>();
    open.add(fact);
    while (!open.isEmpty()) {
      RecordView<?> one = open.remove();
      if (seen.add(one.id()) && one.content() instanceof CaseFact content) {
        for (UUID count : content.counts()) {
          Optional<String> filed = records.filedWith(records.get(count));
          if (filed.isPresent()) {
            return filed;
          }
        }
        for (RecordView<?> user : records.referring(one.id())) {
          if (user.content() instanceof FactSource source
              && one.id().equals(source.rests())
              && source.fact() != null) {
            open.add(records.get(source.fact()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
