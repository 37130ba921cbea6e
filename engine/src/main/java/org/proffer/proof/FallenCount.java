package org.proffer.proof;

import java.util.List;

/**
 * A count that cannot be proved against a defendant, because nothing supports some element of it.
 *
 * @param elements the elements without support, in the order of the count
 */
public record FallenCount(String count, String defendant, List<String> elements) {

  public FallenCount {
    elements = List.copyOf(elements);
  }
}
