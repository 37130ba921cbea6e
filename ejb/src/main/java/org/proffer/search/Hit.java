package org.proffer.search;

import java.util.UUID;

/**
 * Something found.
 *
 * @param id of what was found
 * @param title one line that names it
 * @param excerpt words around a match; empty where the title says all
 * @param caseTitle title of the case it belongs to
 */
public record Hit(UUID id, UUID caseId, String title, String excerpt, String caseTitle) {

  /** The hit of a row: id, case, title, excerpt, title of the case. */
  static Hit of(Object[] row) {
    return new Hit((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (String) row[4]);
  }
}
