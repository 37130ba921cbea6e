package org.proffer.trends;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.proffer.analysis.Method;

/**
 * What a number of messages is made of. Of the messages some show a method, of some it cannot be
 * told, and the rest show none: the three together are all of them.
 *
 * @param messages all
 * @param purposes by the name of the primary purpose
 * @param shown by method: messages that show it
 * @param untold by method: messages of which it cannot be told
 */
public record Count(
    long messages, Map<String, Long> purposes, Map<Method, Long> shown, Map<Method, Long> untold) {
  public Count {
    purposes = Collections.unmodifiableMap(new TreeMap<>(purposes));
    shown = Map.copyOf(shown);
    untold = Map.copyOf(untold);
  }

  /** Messages that show a method. */
  public long shown(Method method) {
    return shown.getOrDefault(method, 0L);
  }

  /** Messages of which a method cannot be told. */
  public long untold(Method method) {
    return untold.getOrDefault(method, 0L);
  }

  /** Messages of which a method can be told: what its share is a share of. */
  public long told(Method method) {
    return messages - untold(method);
  }

  /** Messages of a purpose. */
  public long purpose(String name) {
    return purposes.getOrDefault(name, 0L);
  }

  static Count of(Iterable<TrendCell> cells) {
    long messages = 0;
    Map<String, Long> purposes = new TreeMap<>();
    Map<Method, Long> shown = new EnumMap<>(Method.class);
    Map<Method, Long> untold = new EnumMap<>(Method.class);
    for (TrendCell cell : cells) {
      messages += cell.messages();
      purposes.merge(cell.purpose(), cell.messages(), Long::sum);
      for (Method method : Method.values()) {
        if ((cell.methods() & method.shownBit()) != 0) {
          shown.merge(method, cell.messages(), Long::sum);
        } else if ((cell.methods() & method.untoldBit()) != 0) {
          untold.merge(method, cell.messages(), Long::sum);
        }
      }
    }
    return new Count(messages, purposes, shown, untold);
  }
}
