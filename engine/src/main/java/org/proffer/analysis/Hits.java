package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;

/** The phrases of the lexicon that stand in one text, by topic, in the order of their ends. */
@SuppressWarnings("EnumOrdinal") // the order of the topics is their index
final class Hits {
  private static final int LISTED_PER_TOPIC = 4096;

  /**
   * One phrase at one place.
   *
   * @param start first character
   * @param end character after the last
   * @param weight how much it says
   */
  record Hit(int start, int end, int weight) {}

  private final List<List<Hit>> byTopic = new ArrayList<>();
  private final int[] counts = new int[Topic.values().length];
  private final int[] scores = new int[Topic.values().length];
  private final int[] times;

  Hits(int phrases) {
    times = new int[phrases];
    for (int i = 0; i < counts.length; i++) {
      byTopic.add(List.of());
    }
  }

  void add(int phrase, Topic topic, int weight, int start, int end) {
    int t = topic.ordinal();
    counts[t]++;
    if (topic.onlyCounted()) {
      return;
    }
    times[phrase]++;
    if (times[phrase] == 1) {
      scores[t] += weight;
    }
    if (byTopic.get(t).isEmpty()) {
      byTopic.set(t, new ArrayList<>());
    }
    if (byTopic.get(t).size() < LISTED_PER_TOPIC) {
      byTopic.get(t).add(new Hit(start, end, weight));
    }
  }

  /** The places of a topic. */
  List<Hit> of(Topic topic) {
    return byTopic.get(topic.ordinal());
  }

  /** How often phrases of the topic occur. */
  int count(Topic topic) {
    return counts[topic.ordinal()];
  }

  /** The weights of the different phrases of the topic, each counted once. */
  int score(Topic topic) {
    return scores[topic.ordinal()];
  }

  /** Whether a phrase of the topic lies within a range; ends may touch. */
  boolean within(Topic topic, int start, int end) {
    for (Hit hit : of(topic)) {
      if (hit.start() >= start && hit.end() <= end) {
        return true;
      }
    }
    return false;
  }
}
