package org.proffer.records;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.JsonText;
import org.proffer.platform.NotFound;
import org.proffer.platform.Portions;

/** Reads and writes the rows of records, their versions and references; asks nobody. */
@ApplicationScoped
class RecordStore {
  private static final int LONGEST_TITLE = 300;

  @PersistenceContext private EntityManager entities;
  @Inject private RecordKinds kinds;
  @Inject private Clock clock;
  @Inject @Any private Instance<ReferenceTarget> targets;
  private Set<String> targetNames = Set.of();

  @PostConstruct
  void nameTargets() {
    targetNames = targets.stream().map(ReferenceTarget::kind).collect(Collectors.toSet());
  }

  static JsonObject json(String text) {
    return JsonText.object(text);
  }

  CaseRecord find(String what, UUID id) {
    CaseRecord row = entities.find(CaseRecord.class, id);
    if (row == null) {
      throw new NotFound(what, id);
    }
    return row;
  }

  /** The row, with nobody else writing it until this transaction ends. */
  CaseRecord lock(UUID id) {
    CaseRecord row = entities.find(CaseRecord.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new NotFound("record", id);
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return row;
  }

  /** Rows to read, not to write: a case may have a hundred thousand of a kind. */
  List<CaseRecord> list(String kind, UUID caseId) {
    return rows(kind, caseId).getResultList();
  }

  /** A stretch of them; Hibernate sets aside room for as many as may come. */
  List<CaseRecord> list(String kind, UUID caseId, int from, int most) {
    return rows(kind, caseId).setFirstResult(from).setMaxResults(most).getResultList();
  }

  private TypedQuery<CaseRecord> rows(String kind, UUID caseId) {
    return entities
        .createQuery(
            "select new org.proffer.records.CaseRecord(r.id, r.caseId, r.kind, r.title, r.content,"
                + " r.version, r.corrected, r.changedAt, r.changedBy) from CaseRecord r"
                + " where r.caseId = :case and r.kind = :kind and not r.removed"
                + " order by r.order, r.title, r.id",
            CaseRecord.class)
        .setParameter("case", caseId)
        .setParameter("kind", kind);
  }

  long count(String kind, UUID caseId) {
    return entities
        .createQuery(
            "select count(r) from CaseRecord r where r.caseId = :case and r.kind = :kind and not"
                + " r.removed",
            Long.class)
        .setParameter("case", caseId)
        .setParameter("kind", kind)
        .getSingleResult();
  }

  List<RecordVersion> versions(UUID id) {
    return entities
        .createQuery(
            "from RecordVersion v where v.recordId = :id order by v.version", RecordVersion.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** All versions of many records, each record's in their order. */
  List<RecordVersion> versions(Collection<UUID> ids) {
    return entities
        .createQuery(
            "from RecordVersion v where v.recordId in :ids order by v.version", RecordVersion.class)
        .setParameter("ids", ids)
        .setHint("org.hibernate.readOnly", true)
        .getResultList();
  }

  /** The records of a case that refer to this one. */
  List<CaseRecord> users(UUID id) {
    return entities
        .createQuery(
            "from CaseRecord r where not r.removed and r.id in"
                + " (select x.fromId from RecordReference x where x.toId = :id) order by r.title",
            CaseRecord.class)
        .setParameter("id", id)
        .getResultList();
  }

  /**
   * Writes content into a row as its next version.
   *
   * @param afterFiling the filed instrument behind which the record stood before; empty otherwise
   */
  <C extends Record> void write(
      CaseRecord row,
      RecordKind<C> kind,
      C content,
      boolean removed,
      String by,
      String note,
      String afterFiling) {
    JsonObject json = kind.write(content);
    String title = kind.title(content);
    row.title = shortened(title);
    row.order = kind.order(content);
    row.content = json.toString();
    row.searchText = kind.searchText(content);
    row.removed = removed;
    row.corrected |= !afterFiling.isEmpty();
    row.version++;
    row.changedAt = clock.instant();
    row.changedBy = by;
    if (row.version == 1) {
      entities.persist(row);
    }
    entities.persist(new RecordVersion(row, note, afterFiling));
    entities.flush();
    refer(row, kind, json);
  }

  static String shortened(String title) {
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }

  private void refer(CaseRecord row, RecordKind<?> kind, JsonObject json) {
    Map<String, RecordReference> there = references(row.id);
    if (kind.fields().stream().anyMatch(field -> isTarget(field.refersTo()))) {
      entities
          .createNativeQuery("delete from proffer.rests_on where thing_id = :id")
          .setParameter("id", row.id)
          .executeUpdate();
    }
    for (FieldView field : kind.fields()) {
      for (UUID to : ids(field, json.get(field.name()))) {
        if (isTarget(field.refersTo())) {
          if (titles(field.refersTo(), row.caseId, List.of(to)).isEmpty()) {
            throw missing(field, to);
          }
          restOn(row, to);
        } else {
          CaseRecord target = entities.find(CaseRecord.class, to);
          if (target == null
              || !target.caseId.equals(row.caseId)
              || !target.kind.equals(field.refersTo())
              || (target.removed && !row.removed)) {
            throw missing(field, to);
          }
          if (there.remove(field.name() + " " + to) == null) {
            entities.persist(new RecordReference(row.id, field.name(), to, row.caseId));
          }
        }
      }
    }
    there.values().forEach(entities::remove);
    entities.flush();
    spreadMarks(row.caseId);
  }

  private void restOn(CaseRecord row, UUID target) {
    entities
        .createNativeQuery(
            "insert into proffer.rests_on (thing_id, thing_kind, case_id, target_id)"
                + " values (:thing, :kind, :case, :target) on conflict do nothing")
        .setParameter("thing", row.id)
        .setParameter("kind", row.kind)
        .setParameter("case", row.caseId)
        .setParameter("target", target)
        .executeUpdate();
  }

  private Map<String, RecordReference> references(UUID from) {
    return entities
        .createQuery("from RecordReference x where x.fromId = :id", RecordReference.class)
        .setParameter("id", from)
        .getResultStream()
        .collect(Collectors.toMap(x -> x.field + " " + x.toId, Function.identity()));
  }

  /** What refers to marked content inherits its marks. */
  void spreadMarks(UUID caseId) {
    entities
        .createNativeQuery("select cast(proffer.spread_marks(:case) as text)")
        .setParameter("case", caseId)
        .getSingleResult();
  }

  private static InvalidInput missing(FieldView field, UUID to) {
    return new InvalidInput(
        field.label(),
        "There is no " + field.refersTo() + " " + to + " in this case.",
        "Choose one that is in the case.");
  }

  static List<UUID> ids(FieldView field, @Nullable JsonValue value) {
    if (value == null || field.refersTo().isEmpty()) {
      return List.of();
    }
    return value instanceof JsonArray array
        ? array.getValuesAs(JsonString.class).stream()
            .map(one -> UUID.fromString(one.getString()))
            .toList()
        : List.of(UUID.fromString(((JsonString) value).getString()));
  }

  /** What can be chosen of a target in a case. */
  List<FieldView.Choice> targetChoices(String name, UUID caseId) {
    return targets.stream()
        .filter(target -> target.kind().equals(name))
        .flatMap(target -> target.choices(caseId).stream())
        .toList();
  }

  boolean isTarget(String name) {
    return targetNames.contains(name);
  }

  /** One line that names each of what a field refers to; without those that are not in the case. */
  Map<UUID, String> titles(String kind, UUID caseId, Collection<UUID> ids) {
    Optional<ReferenceTarget> target =
        targets.stream().filter(one -> one.kind().equals(kind)).findFirst();
    Map<UUID, String> titles = new HashMap<>();
    for (List<UUID> portion : Portions.of(ids)) {
      titles.putAll(
          target.isPresent()
              ? target.get().titles(caseId, portion)
              : recordTitles(caseId, portion));
    }
    return titles;
  }

  private Map<UUID, String> recordTitles(UUID caseId, List<UUID> ids) {
    return entities
        .createQuery(
            "select r.id, r.title from CaseRecord r where r.caseId = :case and r.id in :ids",
            Object[].class)
        .setParameter("case", caseId)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
  }

  /** One line that names what a field refers to; the id if it is not in the case. */
  String title(String kind, UUID caseId, UUID id) {
    return titles(kind, caseId, List.of(id)).getOrDefault(id, id.toString());
  }

  RecordView<?> view(CaseRecord row) {
    return view(row, kinds.named(row.kind));
  }

  <C extends Record> RecordView<C> view(CaseRecord row, RecordKind<C> kind) {
    return new RecordView<>(
        row.id,
        row.caseId,
        kind,
        row.title,
        kind.read(json(row.content)),
        row.version,
        row.removed,
        row.corrected,
        row.changedAt,
        row.changedBy);
  }
}
