package org.proffer.proof;

import java.util.List;

/**
 * A count as charged.
 *
 * @param id unique on the board: identical counts stay distinct
 * @param statute the id of the statute and subsection charged
 * @param elements the ids of the elements to be proved, at least one, unique in the count
 * @param defendants the ids of the defendants charged in this count
 */
public record Count(String id, String statute, List<String> elements, List<String> defendants) {

  public Count {
    elements = elements.stream().distinct().toList();
    defendants = defendants.stream().distinct().toList();
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("Count " + id + " has no element");
    }
  }
}
