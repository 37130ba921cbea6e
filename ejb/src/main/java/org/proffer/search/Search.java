package org.proffer.search;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;

/** One search over all that the cases of the person who asks hold. */
@Stateless
public class Search {
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject @Any private Instance<Searched> searched;

  /**
   * The hits of a kind.
   *
   * @param kind what they are
   * @param found the best of them, and how many there are
   */
  public record Section(Searched.Kind kind, Searched.Found found) {}

  /** The kinds the person can find, in the order of the answer. */
  public List<Searched.Kind> kinds() {
    access.require(Action.SEARCH);
    return mine().keySet().stream().sorted(ORDER).toList();
  }

  private static final Comparator<Searched.Kind> ORDER =
      Comparator.comparingInt(Searched.Kind::place).thenComparing(Searched.Kind::label);

  private Map<Searched.Kind, Searched> mine() {
    Map<Searched.Kind, Searched> mine = new java.util.HashMap<>();
    for (Searched one : searched) {
      one.kinds().stream()
          .filter(kind -> access.may(kind.viewing()))
          .forEach(kind -> mine.put(kind, one));
    }
    return mine;
  }

  /**
   * What matches, by kind; kinds of which nothing matches are left out.
   *
   * @param kind name of the only kind wanted; empty for all
   * @param most hits wanted of each kind
   */
  public List<Section> find(SearchWords words, String kind, int most) {
    Actor actor = access.require(Action.SEARCH);
    if (words.isEmpty()) {
      return List.of();
    }
    audit.record(
        actor.login(), "SEARCH", null, "search", kind.isEmpty() ? "all" : kind, asked(words));
    Map<Searched, List<Searched.Kind>> asked =
        mine().entrySet().stream()
            .filter(entry -> kind.isEmpty() || entry.getKey().name().equals(kind))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return asked.entrySet().stream()
        .flatMap(
            entry ->
                entry
                    .getKey()
                    .find(entry.getValue(), words, actor.login(), most)
                    .entrySet()
                    .stream())
        .map(found -> new Section(found.getKey(), found.getValue()))
        .filter(section -> section.found().total() > 0)
        .sorted(Comparator.comparing(Section::kind, ORDER))
        .toList();
  }

  private static String asked(SearchWords words) {
    return words.terms().stream().map(SearchWords.Term::text).collect(Collectors.joining(" "));
  }
}
