package org.proffer.proof;

import org.jspecify.annotations.Nullable;

/**
 * What a fact is offered to prove.
 *
 * @param defendant null for every defendant charged in the count
 */
public record Proves(String count, String element, @Nullable String defendant) {

  /** The element of the count, against this defendant alone. */
  public static Proves against(String defendant, String count, String element) {
    return new Proves(count, element, defendant);
  }

  /** The element of the count, against every defendant charged in it. */
  public static Proves againstAll(String count, String element) {
    return new Proves(count, element, null);
  }
}
