package org.proffer.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessagePage;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.Messages;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/**
 * Coding: tags set on messages and taken off, one message at a time or all that match a query. Each
 * act is recorded with every change it made, and is taken back by another act.
 */
@Stateless
public class Coding {
  private static final int SAMPLE = 10;
  private static final int ACTS = 200;

  /** Sets and takes off for the messages chosen; what was so already is no change. */
  private static final String APPLY =
      """
      with chosen as (select id from proffer.message where %s),
      removed as (
        delete from proffer.message_tag mt using chosen c
        where mt.message_id = c.id and mt.tag_id in (select cast(t as uuid) from unnest(string_to_array(:takes, ',')) t)
        returning mt.message_id, mt.tag_id, mt.act_id),
      added as (
        insert into proffer.message_tag (message_id, tag_id, case_id, act_id, set_at, set_by)
        select c.id, cast(t as uuid), :case, :act, :at, :by from chosen c, unnest(string_to_array(:sets, ',')) t
        on conflict do nothing returning message_id, tag_id),
      logged as (
        insert into proffer.coding_change (act_id, case_id, message_id, tag_id, is_set, act_before)
        select :act, :case, message_id, tag_id, true, cast(null as uuid) from added
        union all select :act, :case, message_id, tag_id, false, act_id from removed
        returning is_set)
      select (select count(*) from chosen), (select count(*) from logged)""";

  /** Takes back what still stands as the act left it. */
  private static final String TAKE_BACK =
      """
      with changed as (select message_id, tag_id, is_set, act_before from proffer.coding_change where act_id = :undone),
      removed as (
        delete from proffer.message_tag mt using changed c
        where c.is_set and mt.message_id = c.message_id and mt.tag_id = c.tag_id and mt.act_id = :undone
        returning mt.message_id, mt.tag_id, mt.act_id),
      added as (
        insert into proffer.message_tag (message_id, tag_id, case_id, act_id, set_at, set_by)
        select c.message_id, c.tag_id, :case, b.id, b.at, b.by_login
        from changed c join proffer.review_tag t on t.id = c.tag_id join proffer.coding_act b on b.id = coalesce(c.act_before, :act)
        where not c.is_set and not exists (
          select from proffer.message_tag o join proffer.review_tag ot on ot.id = o.tag_id
          where o.message_id = c.message_id and t.grp <> '' and ot.grp = t.grp and o.act_id <> :undone)
        on conflict do nothing returning message_id, tag_id),
      logged as (
        insert into proffer.coding_change (act_id, case_id, message_id, tag_id, is_set, act_before)
        select :act, :case, message_id, tag_id, true, cast(null as uuid) from added
        union all select :act, :case, message_id, tag_id, false, act_id from removed
        returning is_set)
      select (select count(*) from changed), (select count(*) from logged)""";

  @Inject private Sql sql;
  @Inject private Palette tags;
  @Inject private Messages messages;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * What an act on many would do.
   *
   * @param count messages that match, counted to the end
   * @param sample the first of them
   */
  public record Preview(long count, List<MessageSummary> sample, List<String> notes) {
    public Preview {
      sample = List.copyOf(sample);
      notes = List.copyOf(notes);
    }
  }

  /** How a message is coded, and how it came to that. */
  public CodingOf of(MessageId id) {
    caseOf(Action.READ_MESSAGES, id);
    return state(id);
  }

  private CodingOf state(MessageId id) {
    Map<String, Object> message = Map.of("message", id.value());
    return new CodingOf(
        sql
            .rows(
                "select t.id, t.name, mt.set_at, mt.set_by from proffer.message_tag mt join proffer.review_tag t on t.id = mt.tag_id"
                    + " where mt.message_id = :message order by t.key nulls last, t.name",
                message)
            .stream()
            .map(
                row ->
                    new CodingOf.SetTag(
                        (UUID) row[0], (String) row[1], (Instant) row[2], (String) row[3]))
            .toList(),
        sql
            .rows(
                "select t.name, c.is_set, a.at, a.by_login, a.kind, a.id from proffer.coding_change c"
                    + " join proffer.coding_act a on a.id = c.act_id join proffer.review_tag t on t.id = c.tag_id"
                    + " where c.message_id = :message order by a.at desc, a.id desc, c.is_set desc, t.name limit 200",
                message)
            .stream()
            .map(
                row ->
                    new CodingOf.Change(
                        (String) row[0],
                        (Boolean) row[1],
                        (Instant) row[2],
                        (String) row[3],
                        CodingAct.Kind.valueOf((String) row[4]),
                        (UUID) row[5]))
            .toList());
  }

  /**
   * Sets tags on a message and takes tags off. A tag of a group takes the others of the group off.
   *
   * @throws InvalidInput if a tag is not of the case, or is retired
   */
  public CodingOf code(MessageId id, List<UUID> set, List<UUID> takeOff) {
    CaseId caseId = caseOf(Action.CODE_MESSAGES, id);
    Actor actor = access.actor();
    tags.settle(caseId, actor.login());
    Wanted wanted = wanted(caseId, set, takeOff);
    // Two acts on one message wait for each other here.
    sql.rows(
        "select id, number from proffer.message where id = :id for update",
        Map.of("id", id.value()));
    UUID act = begin(caseId, CodingAct.Kind.ONE, actor, null, "", null);
    Object[] done =
        apply("id = :message", Map.of("message", id.value()), wanted, caseId, act, actor);
    end(act, Sql.number(done[1]), 0);
    audit.record(
        actor.login(), "CODE_MESSAGE", caseId.value(), "message", id, done[1] + " changes");
    return state(id);
  }

  /** What an act on all that match would reach. */
  public Preview preview(CaseId caseId, String query) {
    MessageQuery asked = MessageQuery.asking(query);
    MessagePage page = messages.search(caseId, asked, 0, SAMPLE);
    return new Preview(
        page.exact() ? page.total() : messages.count(caseId, asked), page.rows(), page.notes());
  }

  /**
   * Codes all messages that match; what matches is found anew, in the transaction that codes.
   *
   * @param confirmed the number of messages, as the person typed it
   * @throws CodingRefused if another number of messages matches
   */
  public CodingAct codeAll(
      CaseId caseId,
      String query,
      List<UUID> set,
      List<UUID> takeOff,
      String confirmed,
      String reason) {
    Actor actor = access.require(Action.CODE_MESSAGES, caseId.value());
    if (reason.isBlank() || reason.length() > 1_000) {
      throw new InvalidInput(
          "reason", "An act on many messages needs its reason.", "Write 1 to 1,000 characters.");
    }
    tags.settle(caseId, actor.login());
    Wanted wanted = wanted(caseId, set, takeOff);
    Messages.Selection selection = messages.selection(caseId, MessageQuery.asking(query));
    UUID act = begin(caseId, CodingAct.Kind.MANY, actor, query, reason.strip(), null);
    Object[] done = apply(selection.sql(), selection.values(), wanted, caseId, act, actor);
    long reached = Sql.number(done[0]);
    if (!confirmed.strip().replace(",", "").equals(Long.toString(reached))) {
      throw CodingRefused.otherCount(confirmed.strip(), reached);
    }
    end(act, Sql.number(done[1]), 0);
    audit.record(
        actor.login(),
        "CODE_MANY",
        caseId.value(),
        "coding",
        act,
        String.format(Locale.ROOT, "%d messages, %s changes", reached, done[1]));
    return act(act);
  }

  /**
   * Takes an act back: what it set is taken off and what it took off is set again, where nobody has
   * coded anew since.
   *
   * @throws CodingRefused if it was taken back before, or is itself an undo
   */
  public CodingAct undo(UUID id) {
    access.require(Action.CODE_MESSAGES);
    CaseId caseId = new CaseId(sql.caseOf("coding_act", "act of coding", id));
    Actor actor = access.require(Action.CODE_MESSAGES, caseId.value());
    if (act(id).kind() == CodingAct.Kind.UNDO) {
      throw CodingRefused.undoOfUndo();
    }
    return takeBack(caseId, id, actor);
  }

  /**
   * Takes back the last act of the person on a single message of the case.
   *
   * @throws CodingRefused if there is none
   */
  public Undone undoLast(CaseId caseId) {
    Actor actor = access.require(Action.CODE_MESSAGES, caseId.value());
    List<Object[]> last =
        sql.rows(
            "select a.id, c.message_id from proffer.coding_act a join proffer.coding_change c on c.act_id = a.id"
                + " where a.case_id = :case and a.by_login = :by and a.kind = 'ONE' and a.undone_by is null"
                + " order by a.at desc, a.id desc limit 1",
            Map.of("case", caseId.value(), "by", actor.login()));
    if (last.isEmpty()) {
      throw CodingRefused.nothingToUndo();
    }
    takeBack(caseId, (UUID) last.get(0)[0], actor);
    MessageId message = new MessageId((UUID) last.get(0)[1]);
    return new Undone(message, state(message));
  }

  /** The message whose coding was taken back, and how it is coded now. */
  public record Undone(MessageId message, CodingOf coding) {}

  private CodingAct takeBack(CaseId caseId, UUID id, Actor actor) {
    UUID act = begin(caseId, CodingAct.Kind.UNDO, actor, null, "", id);
    int marked =
        sql.change(
            "update proffer.coding_act set undone_by = :act where id = :id and undone_by is null",
            Map.of("act", act, "id", id));
    if (marked == 0) {
      throw CodingRefused.undoneAlready();
    }
    Object[] done =
        sql.row(
            TAKE_BACK,
            Map.of(
                "undone", id,
                "act", act,
                "case", caseId.value()));
    long changes = Sql.number(done[1]);
    end(act, changes, Sql.number(done[0]) - changes);
    audit.record(
        actor.login(),
        "UNDO_CODING",
        caseId.value(),
        "coding",
        id,
        changes + " changes taken back");
    return act(act);
  }

  /** The acts on many messages and their undoing, newest first, 200 at most. */
  public List<CodingAct> acts(CaseId caseId) {
    access.require(Action.READ_MESSAGES, caseId.value());
    return sql
        .rows(
            "select "
                + CodingAct.COLUMNS
                + " from proffer.coding_act a where case_id = :case and (kind = 'MANY' or exists"
                + " (select from proffer.coding_act o where o.id = a.undoes and o.kind = 'MANY'))"
                + " order by at desc, id desc limit "
                + ACTS,
            Map.of("case", caseId.value()))
        .stream()
        .map(CodingAct::of)
        .toList();
  }

  private CodingAct act(UUID id) {
    return CodingAct.of(
        sql.row(
            "select " + CodingAct.COLUMNS + " from proffer.coding_act where id = :id",
            Map.of("id", id)));
  }

  private UUID begin(
      CaseId caseId,
      CodingAct.Kind kind,
      Actor actor,
      @Nullable String query,
      String reason,
      @Nullable UUID undoes) {
    UUID act = Ids.next(clock);
    Map<String, Object> values = new HashMap<>();
    values.put("id", act);
    values.put("case", caseId.value());
    values.put("kind", kind.name());
    values.put("at", clock.instant());
    values.put("by", actor.login());
    values.put("query", query == null ? "" : query);
    values.put("reason", reason);
    values.put("undoes", undoes == null ? "" : undoes.toString());
    sql.change(
        "insert into proffer.coding_act (id, case_id, kind, at, by_login, query, reason, undoes, changes)"
            + " values (:id, :case, :kind, :at, :by, :query, :reason, cast(nullif(:undoes, '') as uuid), 0)",
        values);
    return act;
  }

  private void end(UUID act, long changes, long passed) {
    sql.change(
        "update proffer.coding_act set changes = :changes, passed = :passed where id = :id",
        Map.of("changes", changes, "passed", passed, "id", act));
  }

  private Object[] apply(
      String where,
      Map<String, Object> chosen,
      Wanted wanted,
      CaseId caseId,
      UUID act,
      Actor actor) {
    Map<String, Object> values = new HashMap<>(chosen);
    values.put("takes", Sql.ids(wanted.takeOff()));
    values.put("sets", Sql.ids(wanted.set()));
    values.put("case", caseId.value());
    values.put("act", act);
    values.put("at", clock.instant());
    values.put("by", actor.login());
    return sql.row(APPLY.formatted(where), values);
  }

  private record Wanted(List<UUID> set, List<UUID> takeOff) {}

  private Wanted wanted(CaseId caseId, List<UUID> set, List<UUID> takeOff) {
    List<Tag> all = tags.all(caseId);
    Set<UUID> off = new LinkedHashSet<>(takeOff);
    List<UUID> on = new ArrayList<>();
    for (UUID id : set) {
      Tag tag = find(all, id);
      if (tag.retired()) {
        throw new InvalidInput(
            "set", "“" + tag.name() + "” is retired.", "Choose a tag of the palette.");
      }
      all.stream()
          .filter(other -> !tag.group().isEmpty() && other.group().equals(tag.group()))
          .map(Tag::id)
          .forEach(off::add);
      on.add(id);
    }
    takeOff.forEach(id -> find(all, id));
    on.forEach(off::remove);
    if (on.isEmpty() && off.isEmpty()) {
      throw new InvalidInput("set", "Nothing is to be set or taken off.", "Name at least one tag.");
    }
    return new Wanted(on, List.copyOf(off));
  }

  private static Tag find(List<Tag> all, UUID id) {
    return all.stream()
        .filter(tag -> tag.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("tag", id));
  }

  private CaseId caseOf(Action action, MessageId id) {
    access.require(action);
    UUID caseId = sql.caseOf("message", "message", id.value());
    access.require(action, caseId, "message", id);
    return new CaseId(caseId);
  }
}
