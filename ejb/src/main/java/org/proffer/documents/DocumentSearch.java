package org.proffer.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.proffer.access.Action;
import org.proffer.search.NamesQuery;
import org.proffer.search.SearchWords;
import org.proffer.search.Searched;

/** Finds produced documents by title and file name. */
@ApplicationScoped
class DocumentSearch implements Searched {
  private static final Kind DOCUMENT = new Kind("document", "Document", 3, Action.PRODUCE_DOCUMENT);

  @Inject private NamesQuery query;

  @Override
  public List<Kind> kinds() {
    return List.of(DOCUMENT);
  }

  @Override
  public Found find(Kind kind, SearchWords words, String login, int most) {
    return query.matching(
        """
        select d.id, d.case_id, d.title, d.file_name excerpt, d.produced_at at
        from proffer.document d""",
        words,
        login,
        most);
  }
}
