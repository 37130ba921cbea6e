package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.proffer.access.Action;
import org.proffer.search.NamesQuery;
import org.proffer.search.SearchWords;
import org.proffer.search.Searched;

/** Finds evidence items by the names of their files. */
@ApplicationScoped
class EvidenceSearch implements Searched {
  private static final Kind ITEM = new Kind("evidence", "Evidence item", 2, Action.VIEW_EVIDENCE);

  @Inject private NamesQuery query;

  @Override
  public List<Kind> kinds() {
    return List.of(ITEM);
  }

  @Override
  public Found find(Kind kind, SearchWords words, String login, int most) {
    return query.matching(
        """
        select e.id, e.case_id, e.file_name title, case when e.title = e.file_name then '' else e.title end excerpt, e.received_at at
        from proffer.evidence_item e where not exists (select from proffer.case_record r where r.id = e.id)""",
        words,
        login,
        most);
  }
}
