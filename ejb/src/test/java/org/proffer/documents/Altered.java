package org.proffer.documents;

import java.lang.reflect.RecordComponent;
import org.proffer.records.RecordView;

/** Records with one thing changed, for tests. */
final class Altered {
  private Altered() {}

  /** The same record, with another value in a component. */
  @SuppressWarnings("unchecked")
  static <R extends Record> R with(R record, String component, Object value) {
    try {
      RecordComponent[] components = record.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      boolean found = false;
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        components[i].getAccessor().setAccessible(true);
        boolean wanted = components[i].getName().equals(component);
        found |= wanted;
        values[i] = wanted ? value : components[i].getAccessor().invoke(record);
      }
      if (!found) {
        throw new IllegalArgumentException("no component " + component);
      }
      var constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (R) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The next version of a record of a case, with another value in a field. */
  static <C extends Record> RecordView<C> edited(RecordView<C> view, String field, Object value) {
    return with(
        with(view, "content", with(view.content(), field, value)), "version", view.version() + 1);
  }
}
