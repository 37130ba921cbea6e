package org.proffer.law.penalties;

import java.util.Set;

/**
 * Messages that violate the same provisions. Each separately addressed message is one violation (15
 * U.S.C. 7706(f)(3)(A), (g)(3)(A)), however many provisions it violates: that is how we read the
 * words; a court could count more.
 *
 * @param messages how many, at least 1, separately addressed: for a state to its residents, for a
 *     provider over its facilities
 * @param provisions what each of them violates; not empty
 */
public record UnlawfulMessages(long messages, Set<Provision> provisions) {
  public UnlawfulMessages {
    provisions = Set.copyOf(provisions);
    if (messages < 1 || provisions.isEmpty()) {
      throw new IllegalArgumentException(messages + " messages, provisions " + provisions);
    }
  }
}
