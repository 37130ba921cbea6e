package org.proffer.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessagePage;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.Messages;

/** The list a reviewer works through: messages with how they are coded, and which are new. */
@Stateless
public class ReviewList {
  @Inject private Sql sql;
  @Inject private Messages messages;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * A page of the list.
   *
   * @param tags ids of the tags of each message of the page that has any
   * @param seen the messages of the page that the person has opened
   */
  public record Rows(MessagePage page, Map<UUID, List<UUID>> tags, Set<UUID> seen) {
    public Rows {
      tags = Map.copyOf(tags);
      seen = Set.copyOf(seen);
    }
  }

  /** A page of the messages that match, as {@link Messages#search} gives it. */
  public Rows rows(CaseId caseId, MessageQuery query, long first, int most) {
    MessagePage page = messages.search(caseId, query, first, most);
    List<UUID> ids = page.rows().stream().map(row -> row.id().value()).toList();
    Map<String, Object> asked =
        Map.of("case", caseId.value(), "ids", Sql.ids(ids), "login", access.actor().login());
    Map<UUID, List<UUID>> tags = new HashMap<>();
    Set<UUID> seen = new HashSet<>();
    for (Object[] row :
        sql.rows(
            """
            with shown as (select cast(i as uuid) id from unnest(string_to_array(:ids, ',')) i)
            select mt.message_id, mt.tag_id from proffer.message_tag mt join shown on shown.id = mt.message_id
            where mt.case_id = :case
            union all
            select s.message_id, null from proffer.message_seen s join shown on shown.id = s.message_id
            where s.case_id = :case and s.login = :login""",
            asked)) {
      if (row[1] == null) {
        seen.add((UUID) row[0]);
      } else {
        tags.computeIfAbsent((UUID) row[0], id -> new java.util.ArrayList<>()).add((UUID) row[1]);
      }
    }
    return new Rows(page, tags, seen);
  }

  /** Notes that the person has the message before them; it is new to them no longer. */
  public void opened(MessageId id) {
    access.require(Action.READ_MESSAGES);
    UUID caseId = sql.caseOf("message", "message", id.value());
    Actor actor = access.require(Action.READ_MESSAGES, caseId, "message", id);
    audit.record(actor.login(), "OPEN_MESSAGE", caseId, "message", id, "");
    // Whoever only visits the case leaves no marks in it.
    if (access.may(Action.CODE_MESSAGES, caseId)) {
      sql.change(
          "insert into proffer.message_seen (case_id, login, message_id, at) values (:case, :login, :message, :at)"
              + " on conflict do nothing",
          Map.of(
              "case",
              caseId,
              "login",
              actor.login(),
              "message",
              id.value(),
              "at",
              clock.instant()));
    }
  }
}
