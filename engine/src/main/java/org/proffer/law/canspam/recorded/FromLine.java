package org.proffer.law.canspam.recorded;

import java.util.Set;

/**
 * Whom the From line accurately identifies, found by a person.
 *
 * @param identifies names of persons as in {@link Participant}; empty if it identifies nobody
 * @param source where the fact comes from
 */
public record FromLine(Set<String> identifies, String source) implements Fact {
  public FromLine {
    identifies = Set.copyOf(identifies);
  }
}
