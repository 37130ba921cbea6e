package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.FromLine;
import org.proffer.law.canspam.recorded.Participant;

/**
 * Who the sender of a message is (15 U.S.C. 7702(16)), and where several advertise, whether one of
 * them alone is (16 CFR 316.2(m)).
 *
 * @param names the senders; empty while they are not recorded
 * @param state how they were found
 * @param reason a sentence that names the facts
 * @param missing what would decide it; only with {@link State#OPEN}
 */
record Senders(List<String> names, State state, String reason, List<String> missing) {

  /** How the senders were found. */
  enum State {
    /** Nobody is recorded who initiated the message and is advertised in it. */
    UNKNOWN,
    /** Only one is. */
    SINGLE,
    /** Several are, and one of them is the designated sender. */
    DESIGNATED,
    /** Several are, and each of them is a sender. */
    SEVERAL,
    /** Several are, and it cannot be said yet whether one of them is designated. */
    OPEN
  }

  Senders {
    names = List.copyOf(names);
    missing = List.copyOf(missing);
  }

  /** One sender, assumed. */
  static Senders only(String name) {
    return new Senders(List.of(name), State.SINGLE, name + " is the sender.", List.of());
  }

  boolean known() {
    return !names.isEmpty();
  }

  /** Whether any of these names is a sender. */
  boolean anyOf(Set<String> others) {
    return names.stream().anyMatch(others::contains);
  }

  String listed() {
    return String.join(" and ", names);
  }

  /**
   * Finds the senders.
   *
   * @param matter with any senders; they are not read
   * @param kept the rules a designated sender has to keep
   */
  static Senders of(Matter matter, List<CanSpamRule> kept) {
    List<String> advertisers =
        matter.recorded().all(Participant.class).stream()
            .filter(Participant::isSender)
            .map(Participant::name)
            .distinct()
            .toList();
    if (advertisers.isEmpty()) {
      return new Senders(
          List.of(),
          State.UNKNOWN,
          "Nobody is recorded who initiated the message and is advertised in it.",
          List.of());
    }
    if (advertisers.size() == 1) {
      return only(advertisers.get(0));
    }
    if (Law.RULES.find("R316-01", matter.lawAsOf()).isEmpty()) {
      return each(advertisers, "the rule on a designated sender is not yet in force");
    }
    Optional<FromLine> from = matter.recorded().last(FromLine.class);
    if (from.isEmpty()) {
      return new Senders(
          advertisers,
          State.OPEN,
          "Several are advertised: " + String.join(", ", advertisers) + ".",
          List.of("whom the From line identifies"));
    }
    Set<String> identified = from.get().identifies();
    if (identified.size() != 1 || !advertisers.containsAll(identified)) {
      return each(advertisers, "the From line does not identify one of them as the sole sender");
    }
    return designated(identified.iterator().next(), advertisers, matter, kept, from.get().source());
  }

  private static Senders designated(
      String name, List<String> advertisers, Matter matter, List<CanSpamRule> kept, String source) {
    List<String> open = new ArrayList<>();
    Matter assumed = matter.with(only(name));
    for (CanSpamRule rule : kept) {
      if (Law.RULES.find(rule.id(), matter.lawAsOf()).isPresent()) {
        Verdict verdict = rule.decide(assumed).verdict();
        if (verdict == Verdict.VIOLATED) {
          return each(advertisers, name + " does not keep " + rule.id());
        }
        if (verdict == Verdict.UNDETERMINED) {
          open.add(rule.id());
        }
      }
    }
    return open.isEmpty()
        ? new Senders(
            List.of(name),
            State.DESIGNATED,
            name
                + " alone is the sender: it initiated the message, the From line identifies it as the sole sender ("
                + source
                + "), and it keeps the duties that 16 CFR 316.2(m) names.",
            List.of())
        : new Senders(
            advertisers,
            State.OPEN,
            "The From line identifies " + name + " as the sole sender.",
            List.of("whether " + name + " keeps " + String.join(", ", open)));
  }

  private static Senders each(List<String> advertisers, String because) {
    return new Senders(
        advertisers,
        State.SEVERAL,
        "Each of " + String.join(", ", advertisers) + " is a sender: " + because + ".",
        List.of());
  }
}
