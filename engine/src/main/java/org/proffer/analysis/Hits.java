package org.proffer.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The phrases of the lexicon that stand in one text, by topic, in the order of their ends. */
final class Hits {
  private static final int LISTED_PER_TOPIC = 4096;
  // More than any phrase spans in a text, with what may stand between its words.
  private static final int LONGEST = 400;

  /**
   * One phrase at one place.
   *
   * @param start first character
   * @param end character after the last
   * @param weight how much it says
   */
  record Hit(int start, int end, int weight) {}

  /** What was found of one topic. */
  private static final class Tally {
    private final List<Hit> hits = new ArrayList<>();
    private int count;
    private int score;
    private int strong;
  }

  private static final Tally NOTHING = new Tally();

  private final Map<Topic, Tally> byTopic = new EnumMap<>(Topic.class);
  private final long[] seen;

  Hits(int phrases) {
    seen = new long[(phrases >> 6) + 1];
  }

  void add(int phrase, Topic topic, int weight, int start, int end) {
    Tally tally = byTopic.get(topic);
    if (tally == null) {
      tally = new Tally();
      byTopic.put(topic, tally);
    }
    tally.count++;
    if (topic.onlyCounted()) {
      return;
    }
    long bit = 1L << (phrase & 63);
    if ((seen[phrase >> 6] & bit) == 0) {
      seen[phrase >> 6] |= bit;
      tally.score += weight;
      tally.strong += weight > 1 ? 1 : 0;
    }
    if (tally.hits.size() < LISTED_PER_TOPIC) {
      tally.hits.add(new Hit(start, end, weight));
    }
  }

  /** Puts the places in order again, after some were added out of order. */
  void sort() {
    for (Tally tally : byTopic.values()) {
      tally.hits.sort(Comparator.comparingInt(Hit::end));
    }
  }

  private Tally tally(Topic topic) {
    Tally tally = byTopic.get(topic);
    return tally == null ? NOTHING : tally;
  }

  /** The places of a topic. */
  List<Hit> of(Topic topic) {
    return tally(topic).hits;
  }

  /** How often phrases of the topic occur. */
  int count(Topic topic) {
    return tally(topic).count;
  }

  /** The weights of the different phrases of the topic, each counted once. */
  int score(Topic topic) {
    return tally(topic).score;
  }

  /** How many different phrases of the topic say much. */
  int strong(Topic topic) {
    return tally(topic).strong;
  }

  /** Whether a phrase of the topic overlaps the range. */
  boolean near(Topic topic, int from, int to) {
    List<Hit> hits = of(topic);
    for (int i = firstEndingAfter(hits, from); i < hits.size(); i++) {
      if (hits.get(i).start() < to) {
        return true;
      }
      if (hits.get(i).end() > to + LONGEST) {
        return false;
      }
    }
    return false;
  }

  /**
   * The weights of the phrases of a topic that start within a range, each as often as it occurs.
   */
  int weight(Topic topic, int from, int to) {
    List<Hit> hits = of(topic);
    int sum = 0;
    for (int i = firstEndingAfter(hits, from); i < hits.size(); i++) {
      Hit hit = hits.get(i);
      if (hit.start() >= from && hit.start() < to) {
        sum += hit.weight();
      }
      if (hit.end() > to + LONGEST) {
        break;
      }
    }
    return sum;
  }

  private static int firstEndingAfter(List<Hit> hits, int place) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).end() > place) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
