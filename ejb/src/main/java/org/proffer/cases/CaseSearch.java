package org.proffer.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.proffer.access.Action;
import org.proffer.search.NamesQuery;
import org.proffer.search.SearchWords;
import org.proffer.search.Searched;

/** Finds cases by title, docket number and judge. */
@ApplicationScoped
class CaseSearch implements Searched {
  private static final Kind CASE = new Kind("case", "Case", 0, Action.VIEW_CASE);

  @Inject private NamesQuery query;

  @Override
  public List<Kind> kinds() {
    return List.of(CASE);
  }

  @Override
  public Found find(Kind kind, SearchWords words, String login, int most) {
    return query.matching(
        """
        select f.id, f.id case_id, f.title, trim(coalesce(f.docket_number, '') || ' ' || coalesce(f.judge, '')) excerpt, f.opened_at at
        from proffer.case_file f""",
        words,
        login,
        most);
  }
}
