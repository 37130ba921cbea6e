package org.proffer.records;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a field may refer to that is no record of the case file, for example a message. The
 * capability that has it declares a bean.
 */
public interface ReferenceTarget {
  /** As in {@link Field#refersTo()}. */
  String kind();

  /** One line that names it; null if the case has none of this id. */
  @Nullable String title(UUID caseId, UUID id);

  /** What can be chosen in a case, in order; empty where it is too many for a list. */
  List<FieldView.Choice> choices(UUID caseId);
}
