package org.proffer.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.proffer.search.RankedQuery;
import org.proffer.search.SearchWords;
import org.proffer.search.Searched;

/**
 * Finds records by their titles and texts; those that were removed are not found. A frequent word
 * costs a reading of its index entries for each question, so the kinds of which there are few are
 * asked for in one.
 */
@ApplicationScoped
class RecordSearch implements Searched {
  /** From about so many records in the whole office on a kind is asked for by itself. */
  private static final long MANY = 50_000;

  /** The count reads that many index entries, and decides only in how many questions is asked. */
  private static final Duration COUNTED_ANEW = Duration.ofMinutes(5);

  private record Counted(Set<String> many, Instant until) {}

  @PersistenceContext private EntityManager entities;
  @Inject private RecordKinds kinds;
  @Inject private RankedQuery query;
  @Inject private Clock clock;
  private volatile Counted counted = new Counted(Set.of(), Instant.EPOCH);

  @Override
  public List<Kind> kinds() {
    return kinds.all().stream()
        .map(kind -> new Kind(kind.name(), kind.label(), place(kind), kind.viewing()))
        .toList();
  }

  private static int place(RecordKind<?> kind) {
    return kind.name().equals("case") ? 0 : 1;
  }

  @Override
  public Found find(Kind kind, SearchWords words, String login, int most) {
    return find(List.of(kind), words, login, most).getOrDefault(kind, Found.NOTHING);
  }

  @Override
  public Map<Kind, Found> find(List<Kind> asked, SearchWords words, String login, int most) {
    Set<String> many = many();
    Map<Boolean, List<Kind>> parted =
        asked.stream().collect(Collectors.partitioningBy(kind -> many.contains(kind.name())));
    Map<String, Found> found = new HashMap<>();
    parted
        .getOrDefault(true, List.of())
        .forEach(kind -> found.putAll(matching(List.of(kind), words, login, most)));
    List<Kind> few = parted.getOrDefault(false, List.of());
    if (!few.isEmpty()) {
      found.putAll(matching(few, words, login, most));
    }
    return asked.stream()
        .filter(kind -> found.containsKey(kind.name()))
        .collect(
            Collectors.toMap(kind -> kind, kind -> found.getOrDefault(kind.name(), Found.NOTHING)));
  }

  private Set<String> many() {
    Counted known = counted;
    Instant now = clock.instant();
    if (!now.isBefore(known.until())) {
      known = new Counted(counted(), now.plus(COUNTED_ANEW));
      counted = known;
    }
    return known.many();
  }

  private Set<String> counted() {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select kind from proffer.kinds_of_many(:kinds, :many) kind", String.class)
        .setParameter("kinds", kinds.all().stream().map(RecordKind::name).toArray(String[]::new))
        .setParameter("many", MANY)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  private Map<String, Found> matching(List<Kind> asked, SearchWords words, String login, int most) {
    return query.matching(
        words::writtenOrStemmed,
        asked.stream()
            .map(kind -> "'=" + kind.name() + "'")
            .collect(Collectors.joining(" | ", " & ( ", " )")),
        "@",
        """
        select r.id, r.case_id, r.kind, r.title, r.search_text excerpt, r.changed_at at, r.search
        from proffer.case_record r
        where r.search @@ cast(:words as tsquery) and not r.removed""",
        asked.size() == 1,
        login,
        most);
  }
}
