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
import org.proffer.messages.MessageQuery;
import org.proffer.messages.Messages;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/** Batches: a message is in one at most, a batch with one reviewer at a time. */
@Stateless
public class Batches {
  private static final int MOST_BATCHES = 2_000;

  private static final String SELECT =
      """
      select b.id, b.number, b.query, b.size, b.reviewer, b.checked_out_at, b.finished_at,
        (select count(*) from proffer.review_batch_message bm where bm.batch_id = b.id
           and exists (select from proffer.message_tag mt where mt.message_id = bm.message_id))
      from proffer.review_batch b where %s order by b.number""";

  @Inject private Sql sql;
  @Inject private Messages messages;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The batches of a case. */
  public List<Batch> of(CaseId caseId) {
    access.require(Action.READ_MESSAGES, caseId.value());
    return sql.rows(SELECT.formatted("b.case_id = :case"), Map.of("case", caseId.value())).stream()
        .map(Batches::batch)
        .toList();
  }

  private static Batch batch(Object[] row) {
    return new Batch(
        (UUID) row[0],
        (int) Sql.number(row[1]),
        (String) row[2],
        (int) Sql.number(row[3]),
        Sql.number(row[7]),
        (String) row[4],
        (Instant) row[5],
        (Instant) row[6]);
  }

  /**
   * Divides what matches, and is in no batch yet, into batches in the order of their dates.
   *
   * @param size messages of each, 1 to 5,000; the last may have fewer
   */
  public List<Batch> make(CaseId caseId, String query, int size) {
    Actor actor = access.require(Action.CODE_MESSAGES, caseId.value());
    if (size < 1 || size > 5_000) {
      throw new InvalidInput("size", "“" + size + "” is no size.", "Choose 1 to 5,000.");
    }
    Messages.Selection selection = messages.selection(caseId, MessageQuery.asking(query));
    // Two who make batches of one case wait for each other.
    sql.rows(
        "select cast(pg_advisory_xact_lock(hashtext('batches ' || :case)) as text), 0",
        Map.of("case", caseId.toString()));
    Map<String, Object> values = new HashMap<>(selection.values());
    Object[] counted =
        sql.row(
            "select (select count(*) from proffer.message where "
                + selection.sql()
                + " and id not in (select bm.message_id from proffer.review_batch_message bm where bm.case_id = :case)),"
                + " (select coalesce(max(number), 0) from proffer.review_batch where case_id = :case)",
            values);
    long waiting = Sql.number(counted[0]);
    int before = (int) Sql.number(counted[1]);
    long wanted = (waiting + size - 1) / size;
    if (waiting == 0) {
      throw BatchRefused.nothing();
    }
    if (wanted > MOST_BATCHES) {
      throw new InvalidInput(
          "size",
          "That would be " + wanted + " batches.",
          "Choose larger ones, or fewer messages: 2,000 batches at a time.");
    }
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < wanted; i++) {
      ids.append(i == 0 ? "" : ",").append(Ids.next(clock));
    }
    values.put("ids", ids.toString());
    values.put("before", before);
    values.put("query", query);
    values.put("size", size);
    values.put("at", clock.instant());
    values.put("by", actor.login());
    sql.row(
        """
        with numbered as (select id, row_number() over (order by sent_at nulls last, id) - 1 n from proffer.message where %s
            and id not in (select bm.message_id from proffer.review_batch_message bm where bm.case_id = :case)),
        made as (select cast(i as uuid) id, nth from unnest(string_to_array(:ids, ',')) with ordinality u (i, nth)),
        batches as (
          insert into proffer.review_batch (id, case_id, number, query, size, made_at, made_by)
          select made.id, :case, :before + made.nth, :query,
                 (select count(*) from numbered where numbered.n / :size = made.nth - 1), :at, :by from made returning id),
        filled as (
          insert into proffer.review_batch_message (batch_id, case_id, position, message_id)
          select made.id, :case, 1 + numbered.n %% :size, numbered.id from numbered join made on made.nth - 1 = numbered.n / :size
          returning position)
        select (select count(*) from batches), (select count(*) from filled)"""
            .formatted(selection.sql()),
        values);
    audit.record(
        actor.login(),
        "MAKE_BATCHES",
        caseId.value(),
        "case",
        caseId,
        wanted + " batches of " + waiting + " messages");
    return of(caseId).stream().filter(batch -> batch.number() > before).toList();
  }

  /**
   * Checks a batch out to the person who asks.
   *
   * @throws BatchRefused if somebody else has it, or it is finished
   */
  public Batch checkOut(UUID id) {
    Batch batch = locked(id);
    Actor actor = access.actor();
    if (batch.finishedAt() != null) {
      throw BatchRefused.finished(batch.number());
    }
    if (batch.reviewer() != null && !batch.reviewer().equals(actor.login())) {
      throw BatchRefused.taken(batch.number(), batch.reviewer());
    }
    return changed(id, "CHECK_OUT_BATCH", "reviewer = :by, checked_out_at = :at", true);
  }

  /** Gives a batch back; what was coded stays. */
  public Batch giveBack(UUID id) {
    mine(id);
    return changed(id, "GIVE_BACK_BATCH", "reviewer = null, checked_out_at = null", false);
  }

  /** Says that a batch is done. */
  public Batch finish(UUID id) {
    mine(id);
    return changed(id, "FINISH_BATCH", "finished_at = :at, reviewer = :by", true);
  }

  private void mine(UUID id) {
    Batch batch = locked(id);
    if (batch.finishedAt() != null) {
      throw BatchRefused.finished(batch.number());
    }
    if (!access.actor().login().equals(batch.reviewer())) {
      throw BatchRefused.notYours(batch.number());
    }
  }

  private Batch locked(UUID id) {
    access.require(Action.CODE_MESSAGES);
    UUID caseId = sql.caseOf("review_batch", "batch", id);
    access.require(Action.CODE_MESSAGES, caseId);
    if (sql.rows(
            "select id, number from proffer.review_batch where id = :id for update",
            Map.of("id", id))
        .isEmpty()) {
      throw new NotFound("batch", id);
    }
    return one(id);
  }

  private Batch one(UUID id) {
    return batch(sql.row(SELECT.formatted("b.id = :id"), Map.of("id", id)));
  }

  private Batch changed(UUID id, String deed, String change, boolean withPerson) {
    Map<String, Object> values = new HashMap<>(Map.of("id", id));
    if (withPerson) {
      values.put("by", access.actor().login());
      values.put("at", clock.instant());
    }
    sql.change("update proffer.review_batch set " + change + " where id = :id", values);
    audit.record(
        access.actor().login(), deed, sql.caseOf("review_batch", "batch", id), "batch", id, "");
    return one(id);
  }
}
