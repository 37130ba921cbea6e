package org.proffer.records;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Json;

/**
 * Records with all their versions on their way into a case, one after the other; what was written
 * is let go of, so that a hundred thousand of them take the room of a few. Who refers to whom is
 * written at the end, when all are there.
 */
public final class RecordArrival {
  private static final int AT_ONCE = 500;

  private final EntityManager entities;
  private final RecordKinds kinds;
  private final RecordStore store;
  private final UUID caseId;
  private final Map<UUID, UUID> ids;
  private final Map<UUID, String> kindOf;
  private final List<Reference> references = new ArrayList<>();
  private int waiting;

  /** Who refers to whom, by the new ids. */
  private record Reference(UUID from, String field, UUID to) {}

  RecordArrival(
      EntityManager entities,
      RecordKinds kinds,
      RecordStore store,
      UUID caseId,
      Map<UUID, UUID> ids,
      Map<UUID, String> kindOf) {
    this.entities = entities;
    this.kinds = kinds;
    this.store = store;
    this.caseId = caseId;
    this.ids = ids;
    this.kindOf = kindOf;
  }

  /**
   * Brings one.
   *
   * @param place of it, for whoever reads a refusal
   * @throws InvalidInput naming the place of what cannot be used
   */
  public void add(RecordArchive.Kept kept, String place) {
    RecordKind<?> kind = kind(kept.kind(), place + ".kind");
    UUID id = Objects.requireNonNull(ids.get(kept.id()));
    CaseRecord row = new CaseRecord(id, caseId, kind.name());
    List<RecordVersion> versions = new ArrayList<>();
    String content = place;
    for (int v = 0; v < kept.versions().size(); v++) {
      RecordArchive.Version version = kept.versions().get(v);
      content = place + ".versions[" + v + "].content";
      row.version = v + 1;
      row.content = renamed(kind, version.content(), content).toString();
      row.removed = version.removed();
      row.corrected |= !version.afterFiling().isEmpty();
      row.changedAt = version.at();
      row.changedBy = version.by();
      versions.add(new RecordVersion(row, version.note(), version.afterFiling()));
    }
    describe(row, kind, content);
    entities.persist(row);
    versions.forEach(entities::persist);
    refer(id, kind, kept.versions().get(kept.versions().size() - 1).content(), content);
    letGo(1 + versions.size());
  }

  /** Writes who refers to whom. */
  public void end() {
    letGo(AT_ONCE);
    for (Reference one : references) {
      entities.persist(new RecordReference(one.from(), one.field(), one.to(), caseId));
      letGo(1);
    }
    letGo(AT_ONCE);
  }

  private void letGo(int written) {
    waiting += written;
    if (waiting >= AT_ONCE) {
      entities.flush();
      entities.clear();
      waiting = 0;
    }
  }

  private RecordKind<?> kind(String name, String place) {
    return kinds
        .find(name)
        .filter(RecordKind::inCaseFile)
        .orElseThrow(
            () ->
                new InvalidInput(
                    place,
                    "There is no kind of record “" + name + "” here.",
                    "The kinds are listed under /api/v1/kinds."));
  }

  private static <C extends Record> void describe(
      CaseRecord row, RecordKind<C> kind, String place) {
    try {
      C content = kind.read(RecordStore.json(row.content));
      row.title = RecordStore.shortened(kind.title(content));
      row.order = kind.order(content);
      row.searchText = kind.searchText(content);
    } catch (InvalidInput refusal) {
      InvalidInput placed =
          new InvalidInput(place, refusal.field() + ": " + refusal.detail(), refusal.next());
      placed.initCause(refusal);
      throw placed;
    }
  }

  private JsonObject renamed(RecordKind<?> kind, JsonObject content, String place) {
    JsonObjectBuilder renamed = Json.createObjectBuilder(content);
    for (FieldView field : kind.fields()) {
      JsonValue value = content.get(field.name());
      if (value != null && !field.refersTo().isEmpty()) {
        renamed.add(field.name(), renamed(value, place + "." + field.name()));
      }
    }
    return renamed.build();
  }

  private JsonValue renamed(JsonValue value, String place) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder all = Json.createArrayBuilder();
      array.forEach(one -> all.add(renamed(one, place)));
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

  /** What is no record is not in the file; a reference to it stays as it was. */
  private void refer(UUID from, RecordKind<?> kind, JsonObject content, String place) {
    for (FieldView field : kind.fields()) {
      if (field.refersTo().isEmpty() || store.isTarget(field.refersTo())) {
        continue;
      }
      for (UUID to :
          RecordStore.ids(field, content.get(field.name())).stream().distinct().toList()) {
        if (!field.refersTo().equals(kindOf.get(to))) {
          throw new InvalidInput(
              place + "." + field.name(),
              "It refers to a " + field.refersTo() + " that is not in the file.",
              "Send the file as it was exported.");
        }
        references.add(new Reference(from, field.name(), Objects.requireNonNull(ids.get(to))));
      }
    }
  }
}
