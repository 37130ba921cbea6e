package org.proffer.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.LogStanding;
import org.proffer.ledger.MerkleTree;
import org.proffer.ledger.TreeHash;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/** The audit log as the auditor reads it: ids and actions, no content of cases. */
@Stateless
public class AuditLog {
  /** Entries in one export. */
  public static final int MOST_EXPORTED = 100_000;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditAlarm alarm;
  @Inject private AuditKeeper keeper;
  @Inject private AuditLeaves leaves;

  /**
   * An entry with the proof that it is in the log.
   *
   * @param leaf the bytes that are hashed, as text
   * @param proof of inclusion under the head of that size, from the leaf upwards
   * @param note the signed head
   */
  public record Proven(long place, String leaf, List<TreeHash> proof, String note) {}

  /** Entries with their proofs under one signed head. */
  public record Export(String note, List<Proven> entries) {}

  /**
   * Entries, newest first.
   *
   * @param before only entries with smaller ids; {@link Long#MAX_VALUE} for the first page
   * @param most entries wanted, 1 to 1,000
   */
  public List<AuditRow> find(AuditQuery query, long before, int most) {
    Actor actor = access.require(Action.READ_AUDIT);
    audit.record(actor.login(), "READ_AUDIT", null, "audit", "log", query.toString());
    return rows(query, before, Math.max(1, Math.min(most, 1_000)));
  }

  /** Entries to take out, newest first, {@value #MOST_EXPORTED} at most; an entry says so. */
  public List<AuditRow> export(AuditQuery query) {
    Actor actor = access.require(Action.EXPORT_AUDIT);
    audit.record(actor.login(), "EXPORT_AUDIT", null, "audit", "log", query.toString());
    return rows(query, Long.MAX_VALUE, MOST_EXPORTED);
  }

  /** The entries that stand under the newest signed head, each with its proof. */
  public Export exportProven(AuditQuery query) {
    List<AuditRow> rows = export(query);
    String note = newest();
    Head head = Head.of(note);
    MerkleTree tree = leaves(head.size());
    return new Export(
        note,
        rows.stream()
            .filter(row -> row.place() != null && row.place() < head.size())
            .map(row -> proven(row, tree, note))
            .toList());
  }

  /**
   * One entry with its proof.
   *
   * @throws NotFound if there is no such place under the newest signed head, or its row was removed
   */
  public Proven proof(long place) {
    access.require(Action.READ_AUDIT);
    List<String> notes = notes();
    if (!notes.isEmpty() && place >= 0) {
      String note = notes.get(notes.size() - 1);
      Head head = Head.of(note);
      List<?> found =
          entities
              .createNativeQuery(
                  "select "
                      + AuditRow.COLUMNS
                      + " from proffer.audit_entry e join proffer.audit_leaf l on l.entry_id = e.id"
                      + " where l.place = :place")
              .setParameter("place", place)
              .getResultList();
      if (place < head.size() && !found.isEmpty()) {
        return proven(AuditRow.of((Object[]) found.get(0)), leaves(head.size()), note);
      }
    }
    throw new NotFound("place of the audit log", place);
  }

  /**
   * The proof that the log of one size continues the log of another.
   *
   * @throws InvalidInput unless {@code 0 <= first <= second}, and the log is that long
   */
  public List<TreeHash> consistency(long first, long second) {
    access.require(Action.READ_AUDIT);
    MerkleTree tree = leaves(second);
    if (first < 0 || first > second || second > tree.size()) {
      throw new InvalidInput(
          "first", "The log has no such two sizes.", "Send the sizes of two of its heads.");
    }
    return tree.consistency(Math.toIntExact(first), Math.toIntExact(second));
  }

  /** The signed heads, oldest first. */
  public List<String> heads() {
    access.require(Action.READ_AUDIT);
    return notes();
  }

  /** How the log stands. */
  public LogStanding standing() {
    access.require(Action.READ_AUDIT);
    try {
      HeadsFile heads = keeper.heads();
      Instant readAt = keeper.readAt();
      return new LogStanding(
          List.copyOf(alarm.troubles().values()),
          readAt.equals(Instant.MIN) ? null : readAt,
          heads.last().orElse(null),
          Base64.getEncoder().encodeToString(heads.verifier().key().getEncoded()));
    } catch (IOException e) {
      return new LogStanding(
          List.of("The heads cannot be read: " + e.getMessage()), null, null, "");
    }
  }

  private MerkleTree leaves(long size) {
    return leaves.tree(size);
  }

  /** Compares the whole log with the heads outside the database, now. */
  public LogStanding check() {
    Actor actor = access.require(Action.READ_AUDIT);
    audit.record(actor.login(), "CHECK_AUDIT", null, "audit", "log", "");
    keeper.readNow();
    return standing();
  }

  private static Proven proven(AuditRow row, MerkleTree tree, String note) {
    int place = Math.toIntExact(java.util.Objects.requireNonNull(row.place()));
    return new Proven(place, row.act().leaf(), tree.inclusion(place, tree.size()), note);
  }

  private String newest() {
    List<String> notes = notes();
    if (notes.isEmpty()) {
      throw new NotFound("signed head", "newest");
    }
    return notes.get(notes.size() - 1);
  }

  private List<String> notes() {
    try {
      return keeper.notes();
    } catch (IOException e) {
      throw new UncheckedIOException("the heads of the audit log cannot be read", e);
    }
  }

  private List<AuditRow> rows(AuditQuery query, long before, int most) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> conditions = new ArrayList<>(List.of("e.id < :before"));
    values.put("before", before);
    equal(conditions, values, "actor", query.actor());
    equal(conditions, values, "action", query.action());
    equal(conditions, values, "outcome", query.outcome());
    equal(conditions, values, "object_id", query.object());
    if (!query.caseId().isBlank()) {
      conditions.add("e.case_id = :case");
      values.put("case", Ids.parse("case", query.caseId().strip()));
    }
    time(conditions, values, "e.at >= :from", "from", query.from());
    time(conditions, values, "e.at < :until", "until", query.until());
    Query found =
        entities.createNativeQuery(
            "select "
                + AuditRow.COLUMNS
                + " from proffer.audit_entry e left join proffer.audit_leaf l on l.entry_id = e.id"
                + " where "
                + String.join(" and ", conditions)
                + " order by e.id desc");
    values.forEach(found::setParameter);
    List<?> rows = found.setMaxResults(most).getResultList();
    return rows.stream().map(row -> AuditRow.of((Object[]) row)).toList();
  }

  private static void equal(
      List<String> conditions, Map<String, Object> values, String column, String wanted) {
    if (!wanted.isBlank()) {
      conditions.add("e." + column + " = :" + column);
      values.put(column, wanted.strip());
    }
  }

  private static void time(
      List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      String wanted) {
    if (wanted.isBlank()) {
      return;
    }
    try {
      values.put(name, Instant.parse(wanted.strip()));
      conditions.add(condition);
    } catch (DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput(
              name, "“" + wanted + "” is no time.", "Send one like 2026-03-02T09:00:00Z.");
      refusal.initCause(e);
      throw refusal;
    }
  }
}
