package org.proffer.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a value of the model is: words, or names with a shape each, or a list of things of one
 * shape.
 *
 * @param names what can be asked for by name; empty for words and lists
 * @param list whether it is a list
 * @param element what is in the list; null if it is none, or nothing is ever in it
 */
record Shape(Map<String, Shape> names, boolean list, @Nullable Shape element) {
  /** Words, numbers and truths: nothing stands within them. */
  static final Shape WORDS = new Shape(Map.of(), false, null);

  Shape {
    names = Map.copyOf(names);
  }

  /** The shape of a value of the model. */
  static Shape of(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Shape> names = new LinkedHashMap<>();
      map.forEach((name, one) -> names.put(String.valueOf(name), of(one)));
      return new Shape(names, false, null);
    }
    if (value instanceof List<?> list) {
      Shape element = null;
      for (Object one : list) {
        element = element == null ? of(one) : element.and(of(one));
      }
      return new Shape(Map.of(), true, element);
    }
    return WORDS;
  }

  /** What either has. */
  Shape and(Shape other) {
    Map<String, Shape> both = new LinkedHashMap<>(names);
    other.names.forEach((name, shape) -> both.merge(name, shape, Shape::and));
    Shape one = element;
    Shape two = other.element;
    return new Shape(
        both, list || other.list, one == null ? two : two == null ? one : one.and(two));
  }

  /** The names that can be asked for, for example {@code counsel[].name}, in their order. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    collect("", paths);
    return paths;
  }

  private void collect(String path, List<String> paths) {
    if (list) {
      Shape one = element;
      if (one == null || (one.names.isEmpty() && !one.list)) {
        paths.add(path + "[]");
      } else {
        one.collect(path + "[]", paths);
      }
    } else if (names.isEmpty()) {
      paths.add(path);
    } else {
      new TreeMap<>(names)
          .forEach(
              (name, shape) -> shape.collect(path.isEmpty() ? name : path + "." + name, paths));
    }
  }
}
