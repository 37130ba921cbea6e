package org.proffer.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.proffer.search.RankedQuery;
import org.proffer.search.SearchWords;
import org.proffer.search.Searched;

/** Finds records by their titles and texts; those that were removed are not found. */
@ApplicationScoped
class RecordSearch implements Searched {

  @Inject private RecordKinds kinds;
  @Inject private RankedQuery query;

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
    return query.matching(
        words::writtenOrStemmed,
        " & '=" + kind.name() + "'",
        "@",
        """
        select r.id, r.case_id, r.title, r.search_text excerpt, r.changed_at at, r.search
        from proffer.case_record r
        where r.search @@ cast(:words as tsquery) and not r.removed""",
        login,
        most);
  }
}
