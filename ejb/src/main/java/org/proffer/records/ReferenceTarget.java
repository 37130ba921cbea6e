package org.proffer.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something a field may refer to that is no record of the case file, for example a message. The
 * capability that has it declares a bean.
 */
public interface ReferenceTarget {
  /** As in {@link Field#refersTo()}. */
  String kind();

  /**
   * One line that names each; without those the case has none of.
   *
   * @param ids at most as many as one query takes
   */
  Map<UUID, String> titles(UUID caseId, Collection<UUID> ids);

  /** What can be chosen in a case, in order; empty where it is too many for a list. */
  List<FieldView.Choice> choices(UUID caseId);
}
