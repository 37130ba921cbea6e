package org.proffer.proof;

import java.util.List;

/**
 * One way to prove a fact: sources that are all needed together, such as a log and the witness who
 * authenticates it.
 *
 * @param sources at least one, in the order given, without repetition
 */
public record Ground(List<Source> sources) {

  public Ground {
    sources = sources.stream().distinct().toList();
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("A ground without a source");
    }
  }

  /** The ground that needs all of these together. */
  public static Ground of(Source... sources) {
    return new Ground(List.of(sources));
  }
}
