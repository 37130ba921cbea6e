package org.proffer.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log again from its first entry and compares it with the heads that were signed over it.
 * Keeps what it found first; goes on to the end, so that the log can be continued. Not safe for
 * several threads.
 */
public final class LogReading {
  private final Map<Long, TreeHash> signed = new HashMap<>();
  private final long longest;
  private Frontier log = Frontier.EMPTY;
  private long vouched;
  private @Nullable String wrong;

  /** A reading that knows these heads, in any order. */
  public LogReading(List<Head> heads) {
    long most = 0;
    for (Head head : heads) {
      TreeHash other = signed.putIfAbsent(head.size(), head.root());
      if (other != null && !other.equals(head.root())) {
        say("Two heads of " + head.size() + " entries differ.");
      }
      most = Math.max(most, head.size());
    }
    longest = most;
  }

  /**
   * Takes the next entry.
   *
   * @param place as it is kept
   * @param kept the hash that is kept for it
   * @param made the hash of what its row says now; null if there is no row
   * @param mayBeGone whether the row was removed when its time was over
   */
  public void take(long place, TreeHash kept, @Nullable TreeHash made, boolean mayBeGone) {
    if (place != log.size()) {
      say("The entry at place " + log.size() + " is missing.");
    } else if (made == null && !mayBeGone) {
      say("The row of place " + place + " is missing.");
    } else if (made != null && !made.equals(kept)) {
      say("The row of place " + place + " was changed.");
    }
    log = log.append(kept);
    TreeHash root = signed.get(log.size());
    if (root == null) {
      return;
    }
    if (root.equals(log.root())) {
      vouched = log.size();
    } else {
      say("What is at places " + vouched + " to " + (log.size() - 1) + " is not what was signed.");
    }
  }

  /** Says that the entries are at their end. */
  public void end() {
    if (longest > log.size()) {
      say("The log has " + log.size() + " entries; a head was signed over " + longest + ".");
    }
  }

  /**
   * Says that the entries are at their end.
   *
   * @param most how many there can be: the size from which the log is continued, read last
   */
  public void end(long most) {
    end();
    if (log.size() > most) {
      say(
          "The log has "
              + log.size()
              + " entries and is continued from "
              + most
              + ": what is at place "
              + most
              + " was added beside it.");
    }
  }

  private void say(String sentence) {
    if (wrong == null) {
      wrong = sentence;
    }
  }

  /** The log as far as it was read. */
  public Frontier log() {
    return log;
  }

  /** What is wrong, in a sentence; empty while nothing is. */
  public Optional<String> wrong() {
    return Optional.ofNullable(wrong);
  }
}
