package org.proffer.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.InvalidInput;

/**
 * All records of a case with all their versions, for taking a whole case file out and in. Asked
 * within the caller's transaction, after the caller asked the policy.
 */
@ApplicationScoped
public class RecordArchive {
  @PersistenceContext private EntityManager entities;
  @Inject private RecordKinds kinds;
  @Inject private RecordStore store;

  /** A record with all its versions, the first one first. */
  public record Kept(UUID id, String kind, List<Version> versions) {
    public Kept {
      versions = List.copyOf(versions);
    }
  }

  /** A version of a record, as it was written. */
  public record Version(Instant at, String by, String note, boolean removed, JsonObject content) {}

  /** Hands out the records of a case one after the other, in the order in which they were added. */
  public void of(UUID caseId, Consumer<Kept> each) {
    List<Object[]> rows =
        entities
            .createQuery(
                "select r.id, r.kind from CaseRecord r where r.caseId = :case order by r.id",
                Object[].class)
            .setParameter("case", caseId)
            .getResultList();
    for (Object[] row : rows) {
      if (!kinds.named((String) row[1]).inCaseFile()) {
        continue;
      }
      UUID id = (UUID) row[0];
      List<RecordVersion> versions = store.versions(id);
      each.accept(
          new Kept(id, (String) row[1], versions.stream().map(RecordArchive::version).toList()));
      versions.forEach(entities::detach);
    }
  }

  private static Version version(RecordVersion v) {
    return new Version(v.at, v.by, v.note, v.removed, RecordStore.json(v.content));
  }

  /**
   * Puts records with all their versions into a case.
   *
   * @param ids the new id of every record that is brought or referred to, by its old one
   * @throws InvalidInput naming the place of what cannot be used
   */
  public void bring(UUID caseId, List<Kept> all, Map<UUID, UUID> ids) {
    for (int i = 0; i < all.size(); i++) {
      insert(caseId, all.get(i), ids, "records[" + i + "]");
    }
    entities.flush();
    for (int i = 0; i < all.size(); i++) {
      Kept kept = all.get(i);
      CaseRecord row = entities.find(CaseRecord.class, ids.get(kept.id()));
      refer(row, kinds.named(kept.kind()), RecordStore.json(row.content), "records[" + i + "]");
    }
    entities.flush();
  }

  private void insert(UUID caseId, Kept kept, Map<UUID, UUID> ids, String place) {
    RecordKind<?> kind =
        kinds.all().stream()
            .filter(k -> k.name().equals(kept.kind()))
            .findFirst()
            .filter(RecordKind::inCaseFile)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        place + ".kind",
                        "There is no kind of record “" + kept.kind() + "” here.",
                        "The kinds are listed under /api/v1/kinds."));
    CaseRecord row = new CaseRecord(ids.get(kept.id()), caseId, kind.name());
    List<RecordVersion> versions = new ArrayList<>();
    for (int v = 0; v < kept.versions().size(); v++) {
      Version version = kept.versions().get(v);
      row.version = v + 1;
      row.content =
          renamed(kind, version.content(), ids, place + ".versions[" + v + "].content").toString();
      row.removed = version.removed();
      row.changedAt = version.at();
      row.changedBy = version.by();
      versions.add(new RecordVersion(row, version.note()));
    }
    describe(row, kind, place + ".versions[" + (kept.versions().size() - 1) + "].content");
    entities.persist(row);
    versions.forEach(entities::persist);
  }

  private static <C extends Record> void describe(
      CaseRecord row, RecordKind<C> kind, String place) {
    try {
      C content = kind.read(RecordStore.json(row.content));
      store(row, kind, content);
    } catch (InvalidInput refusal) {
      InvalidInput placed = new InvalidInput(place, refusal.detail(), refusal.next());
      placed.initCause(refusal);
      throw placed;
    }
  }

  private static <C extends Record> void store(CaseRecord row, RecordKind<C> kind, C content) {
    row.title = RecordStore.shortened(kind.title(content));
    row.order = kind.order(content);
    row.searchText = kind.searchText(content);
  }

  private static JsonObject renamed(
      RecordKind<?> kind, JsonObject content, Map<UUID, UUID> ids, String place) {
    JsonObjectBuilder renamed = Json.createObjectBuilder(content);
    for (FieldView field : kind.fields()) {
      JsonValue value = content.get(field.name());
      if (value != null && !field.refersTo().isEmpty()) {
        renamed.add(field.name(), renamed(value, ids, place + "." + field.name()));
      }
    }
    return renamed.build();
  }

  private static JsonValue renamed(JsonValue value, Map<UUID, UUID> ids, String place) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder all = Json.createArrayBuilder();
      array.forEach(one -> all.add(renamed(one, ids, place)));
      return all.build();
    }
    @Nullable UUID id = null;
    if (value instanceof JsonString text) {
      try {
        id = UUID.fromString(text.getString());
      } catch (IllegalArgumentException e) {
        id = null;
      }
    }
    if (id == null) {
      throw new InvalidInput(place, value + " is no id.", "Send the file as it was exported.");
    }
    return Json.createValue(ids.getOrDefault(id, id).toString());
  }

  private void refer(CaseRecord row, RecordKind<?> kind, JsonObject content, String place) {
    for (FieldView field : kind.fields()) {
      for (UUID to : RecordStore.ids(field, content.get(field.name()))) {
        if (store.isTarget(field.refersTo())) {
          continue; // what is no record is not in the file; the reference stays as it was
        }
        CaseRecord target = entities.find(CaseRecord.class, to);
        if (target == null
            || !target.caseId.equals(row.caseId)
            || !target.kind.equals(field.refersTo())) {
          throw new InvalidInput(
              place + "." + field.name(),
              "It refers to a " + field.refersTo() + " that is not in the file.",
              "Send the file as it was exported.");
        }
        entities.persist(new RecordReference(row.id, field.name(), to, row.caseId));
      }
    }
  }
}
