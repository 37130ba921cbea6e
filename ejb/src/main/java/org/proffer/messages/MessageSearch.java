package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.proffer.access.Action;
import org.proffer.search.RankedQuery;
import org.proffer.search.SearchWords;
import org.proffer.search.Searched;

/** Finds messages by subject, sender and the beginning of their text. */
@ApplicationScoped
class MessageSearch implements Searched {
  private static final Kind MESSAGE = new Kind("message", "Message", 4, Action.READ_MESSAGES);

  @Inject private RankedQuery query;

  @Override
  public List<Kind> kinds() {
    return List.of(MESSAGE);
  }

  @Override
  public Found find(Kind kind, SearchWords words, String login, int most) {
    return query
        .matching(
            words::stemmed,
            "",
            "",
            """
        select m.id, m.case_id, 'message' kind, m.subject title, trim(m.from_name || ' ' || m.from_address) excerpt,
               coalesce(m.sent_at, 'epoch') at, m.search
        from proffer.message m where m.search @@ cast(:words as tsquery)""",
            true,
            login,
            most)
        .getOrDefault(kind.name(), Found.NOTHING);
  }
}
