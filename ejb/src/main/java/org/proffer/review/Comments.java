package org.proffer.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.messages.MessageId;
import org.proffer.messages.Messages;
import org.proffer.messages.TextPlace;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/** Comments on messages and on words of them. They are removed by whoever wrote them, and kept. */
@Stateless
public class Comments {
  private static final String SELECT =
      """
      select c.id, c.message_id, m.subject, trim(m.from_name || ' ' || m.from_address), m.sent_at, i.number item, m.number, m.sha256,
             c.part, c.at_offset, c.at_length, c.words, c.body, c.made_at, c.made_by
      from proffer.message_comment c join proffer.message m on m.id = c.message_id join proffer.evidence_item i on i.id = m.item_id
      where c.removed_at is null and %s""";

  @Inject private Sql sql;
  @Inject private Messages messages;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * A comment to be made; where it is on the whole message, {@code part} is empty.
   *
   * @param offset where the words begin in the decoded content of the part
   * @param length of the words, at least 1
   * @param inCharacters whether both are in characters as a page shows them, else in bytes
   */
  public record NewComment(
      String part, int offset, int length, boolean inCharacters, String body) {}

  /** The comments on a message, in the order of their places. */
  public List<Comment> of(MessageId id) {
    caseOf(Action.READ_MESSAGES, id);
    return list("c.message_id = :of order by c.part, c.at_offset, c.made_at", id.value());
  }

  /** The comments of a case, in the order of items and messages. */
  public List<Comment> of(CaseId caseId) {
    Actor actor = access.require(Action.READ_MESSAGES, caseId.value());
    audit.record(actor.login(), "READ_COMMENTS", caseId.value(), "case", caseId, "");
    return list(
        "c.case_id = :of order by item, m.number, c.part, c.at_offset, c.made_at", caseId.value());
  }

  private List<Comment> list(String where, UUID of) {
    return sql.rows(SELECT.formatted(where), Map.of("of", of)).stream()
        .map(
            row ->
                new Comment(
                    (UUID) row[0],
                    new MessageId((UUID) row[1]),
                    (String) row[2],
                    (String) row[3],
                    (Instant) row[4],
                    (int) Sql.number(row[5]),
                    Sql.number(row[6]),
                    (String) row[7],
                    (String) row[8],
                    (int) Sql.number(row[9]),
                    (int) Sql.number(row[10]),
                    (String) row[11],
                    (String) row[12],
                    (Instant) row[13],
                    (String) row[14]))
        .toList();
  }

  /**
   * Makes a comment. The words are read from the message's bytes, not taken from who asks.
   *
   * @throws InvalidInput if nothing is said, or the part has no such place
   */
  public Comment add(MessageId id, NewComment given) {
    CaseId caseId = caseOf(Action.CODE_MESSAGES, id);
    Actor actor = access.actor();
    String body = given.body().strip();
    if (body.isEmpty() || body.length() > 4_000) {
      throw new InvalidInput(
          "body", "A comment has 1 to 4,000 characters.", "Write what is to be remarked.");
    }
    UUID comment = Ids.next(clock);
    TextPlace place =
        given.part().isEmpty()
            ? new TextPlace("", 0, 0, "")
            : messages.place(
                id, given.part(), given.offset(), given.length(), given.inCharacters());
    Map<String, Object> values = new HashMap<>();
    values.put("id", comment);
    values.put("case", caseId.value());
    values.put("message", id.value());
    values.put("part", place.part());
    values.put("offset", place.offset());
    values.put("length", place.length());
    values.put("words", place.words());
    values.put("body", body.replace('\0', ' '));
    values.put("at", clock.instant());
    values.put("by", actor.login());
    sql.change(
        "insert into proffer.message_comment (id, case_id, message_id, part, at_offset, at_length, words, body, made_at, made_by)"
            + " values (:id, :case, :message, :part, :offset, :length, :words, :body, :at, :by)",
        values);
    audit.record(actor.login(), "COMMENT", caseId.value(), "message", id, "comment " + comment);
    return list("c.id = :of", comment).get(0);
  }

  /**
   * Removes a comment of one's own; it stays in the database, with who removed it.
   *
   * @throws NotFound if there is none of one's own
   */
  public void remove(UUID id) {
    access.require(Action.CODE_MESSAGES);
    UUID caseId = sql.caseOf("message_comment", "comment", id);
    Actor actor = access.require(Action.CODE_MESSAGES, caseId);
    int removed =
        sql.change(
            "update proffer.message_comment set removed_at = :at, removed_by = :by"
                + " where id = :id and made_by = :by and removed_at is null",
            Map.of("id", id, "at", clock.instant(), "by", actor.login()));
    if (removed == 0) {
      throw new NotFound("comment of yours", id);
    }
    audit.record(actor.login(), "REMOVE_COMMENT", caseId, "comment", id, "");
  }

  private CaseId caseOf(Action action, MessageId id) {
    access.require(action);
    UUID caseId = sql.caseOf("message", "message", id.value());
    access.require(action, caseId, "message", id);
    return new CaseId(caseId);
  }
}
