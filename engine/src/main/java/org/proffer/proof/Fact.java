package org.proffer.proof;

import java.time.LocalDate;
import java.util.List;

/**
 * A sentence that is to be proved.
 *
 * @param id unique on the board
 * @param asOf the day it is said to be true
 * @param grounds the ways to prove it, any one of which suffices; none when no source is known yet
 * @param competing the ids of facts that cannot be true beside this one; competing is mutual, so it
 *     is enough that one of the two names the other
 * @param disputed the other side disputes it, with or without a competing fact
 */
public record Fact(
    String id,
    String sentence,
    LocalDate asOf,
    List<Ground> grounds,
    List<Proves> proves,
    List<String> competing,
    boolean disputed) {

  public Fact {
    grounds = List.copyOf(grounds);
    proves = proves.stream().distinct().toList();
    competing = List.copyOf(competing);
  }

  /** The sentence in quotation marks with its day. */
  public String words() {
    return "“" + sentence + "” (" + asOf + ")";
  }
}
