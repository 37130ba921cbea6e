package org.proffer.records;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/**
 * The records of case files: added, read, edited, removed, brought back. Whoever edits names the
 * version that was read; if somebody wrote meanwhile, nothing is overwritten. One method is one
 * transaction.
 */
@Stateless
public class Records {
  /** Records offered as choices of a field; where there are more, whoever shows them says so. */
  public static final int MOST_CHOICES = 1_000;

  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private RecordStore store;
  @Inject private RecordKinds kinds;
  @Inject private Clock clock;

  /**
   * Adds a record to a case.
   *
   * @throws org.proffer.platform.Refusal if the kind refuses it
   */
  public <C extends Record> RecordView<C> add(RecordKind<C> kind, UUID caseId, C content) {
    return add(kind, caseId, Ids.next(clock), content);
  }

  /** Adds a record from its JSON form. */
  public RecordView<?> add(RecordKind<?> kind, UUID caseId, JsonObject content) {
    return addRead(kind, caseId, content);
  }

  private <C extends Record> RecordView<C> addRead(
      RecordKind<C> kind, UUID caseId, JsonObject content) {
    if (!kind.addedAsForm()) {
      throw new InvalidInput(
          kind.label(), "It is not added by its fields alone.", "Send what it is made from.");
    }
    return add(kind, caseId, kind.read(content));
  }

  /** Adds a record under an id of its own, for example that of the case it describes. */
  public <C extends Record> RecordView<C> add(RecordKind<C> kind, UUID caseId, UUID id, C content) {
    kind.actions(null, content).forEach(action -> access.require(action, caseId));
    Actor actor = access.actor();
    CaseRecord row = new CaseRecord(id, caseId, kind.name());
    RecordKind.Written<C> written = checked(kind, row, null, content);
    store.write(row, kind, written.after(), false, actor.login(), "", "");
    kind.stored(written);
    audit.record(actor.login(), "ADD_RECORD", caseId, kind.name(), id, "version 1");
    return store.view(row, kind);
  }

  /**
   * A record of a kind.
   *
   * @throws NotFound if there is none that the person may see
   */
  public <C extends Record> RecordView<C> get(RecordKind<C> kind, UUID id) {
    access.require(kind.viewing());
    CaseRecord row = store.find(kind.name(), id);
    access.require(kind.viewing(), row.caseId, kind.name(), id);
    if (!row.kind.equals(kind.name())) {
      throw new NotFound(kind.name(), id);
    }
    return store.view(row, kind);
  }

  /**
   * A record of any kind.
   *
   * @throws NotFound if there is none that the person may see
   */
  public RecordView<?> get(UUID id) {
    access.require(Action.VIEW_CASE);
    CaseRecord row = store.find("record", id);
    access.require(kinds.named(row.kind).viewing(), row.caseId, "record", id);
    return store.view(row);
  }

  /** The records of a kind in a case, in their order. */
  public <C extends Record> List<RecordView<C>> list(RecordKind<C> kind, UUID caseId) {
    access.require(kind.viewing(), caseId);
    return store.list(kind.name(), caseId).stream().map(row -> store.view(row, kind)).toList();
  }

  /** A stretch of the records of a kind in a case, in their order. */
  public <C extends Record> List<RecordView<C>> list(
      RecordKind<C> kind, UUID caseId, int from, int most) {
    access.require(kind.viewing(), caseId);
    return store.list(kind.name(), caseId, from, most).stream()
        .map(row -> store.view(row, kind))
        .toList();
  }

  /** How many records of a kind a case has. */
  public long count(RecordKind<?> kind, UUID caseId) {
    access.require(kind.viewing(), caseId);
    return store.count(kind.name(), caseId);
  }

  /**
   * Writes a record anew.
   *
   * @param version the version that was read
   * @param note why; may be empty but for what stands behind a filed instrument
   * @throws EditConflict if somebody wrote it since
   * @throws ReasonNeeded if it stands behind a filed instrument and the note is empty
   */
  public <C extends Record> RecordView<C> revise(
      RecordKind<C> kind, UUID id, int version, C content, String note) {
    access.require(kind.viewing());
    CaseRecord row = store.find(kind.name(), id);
    access.require(kind.viewing(), row.caseId, kind.name(), id);
    if (!row.kind.equals(kind.name())) {
      throw new NotFound(kind.name(), id);
    }
    requireAll(kind.actions(store.view(row, kind).content(), content), row.caseId, kind, id);
    // Whoever may not write may not lock either.
    row = store.lock(id);
    RecordView<C> before = store.view(row, kind);
    Actor actor = requireAll(kind.actions(before.content(), content), row.caseId, kind, id);
    if (row.version != version) {
      throw conflict(before, version, content);
    }
    if (before.content().equals(content) && !row.removed) {
      return before;
    }
    RecordKind.Written<C> written =
        checked(kind, row, row.removed ? null : before.content(), content);
    String filed = filedWith(before, written.after(), note);
    store.write(row, kind, written.after(), false, actor.login(), note, filed);
    kind.stored(written);
    audit.record(
        actor.login(), "EDIT_RECORD", row.caseId, kind.name(), id, what(row.version, filed));
    return store.view(row, kind);
  }

  private static String what(int version, String filed) {
    return "version " + version + (filed.isEmpty() ? "" : ", corrected after filing");
  }

  /** The filed instrument behind which a record stands; empty if it may be changed freely. */
  private <C extends Record> String filedWith(
      RecordView<C> before, @Nullable C after, String note) {
    String filed = before.kind().filedWith(before, after, this).orElse("");
    if (!filed.isEmpty() && note.isBlank()) {
      throw new ReasonNeeded(before.title(), filed);
    }
    return filed;
  }

  /** The filed charging instrument behind which a record stands, by its title; empty if none. */
  public Optional<String> filedWith(RecordView<?> record) {
    return filedWithIts(record);
  }

  private <C extends Record> Optional<String> filedWithIts(RecordView<C> record) {
    return record.kind().filedWith(record, null, this);
  }

  /** The records that refer to a record, without removed ones. */
  public List<RecordView<?>> referring(UUID id) {
    access.require(Action.VIEW_CASE);
    return store.users(id).stream()
        .<RecordView<?>>map(store::view)
        .filter(view -> access.may(view.kind().viewing()))
        .toList();
  }

  private Actor requireAll(Set<Action> actions, UUID caseId, RecordKind<?> kind, UUID id) {
    actions.forEach(action -> access.require(action, caseId, kind.name(), id));
    return access.actor();
  }

  /** Writes a record anew from its JSON form. */
  public RecordView<?> revise(UUID id, int version, JsonObject content, String note) {
    return reviseRead(get(id).kind(), id, version, content, note);
  }

  private <C extends Record> RecordView<C> reviseRead(
      RecordKind<C> kind, UUID id, int version, JsonObject content, String note) {
    return revise(kind, id, version, kind.read(content), note);
  }

  private <C extends Record> RecordKind.Written<C> checked(
      RecordKind<C> kind, CaseRecord row, @Nullable C before, C after) {
    RecordKind.Written<C> asked = new RecordKind.Written<>(row.caseId, row.id, before, after, this);
    if (row.version > 0) {
      refuseFixed(kind, RecordStore.json(row.content), kind.write(after));
    }
    RecordKind.Written<C> completed = asked.with(kind.completed(asked));
    refuseSuperseded(kind, row.caseId, before, completed.after());
    kind.check(completed);
    List<Objection> objections = kind.objections(completed);
    if (objections.stream().anyMatch(Objection::breach)) {
      requireReason(kind, completed.after(), objections);
    }
    return completed;
  }

  /** What stands for another record now is not referred to anew; where it was before, it stays. */
  private <C extends Record> void refuseSuperseded(
      RecordKind<C> kind, UUID caseId, @Nullable C before, C after) {
    JsonObject was = before == null ? JsonValue.EMPTY_JSON_OBJECT : kind.write(before);
    JsonObject is = kind.write(after);
    for (FieldView field : kind.fields()) {
      List<UUID> added = new ArrayList<>(RecordStore.ids(field, is.get(field.name())));
      added.removeAll(RecordStore.ids(field, was.get(field.name())));
      if (added.isEmpty() || store.isTarget(field.refersTo())) {
        continue;
      }
      RecordKind<?> referred = kinds.named(field.refersTo());
      added.retainAll(referred.superseded(caseId, this));
      if (!added.isEmpty()) {
        UUID id = added.get(0);
        throw new InvalidInput(
            field.label(),
            "“"
                + store.title(field.refersTo(), caseId, id)
                + "” ("
                + id
                + ") was merged into another and is not referred to anew.",
            "Choose the one it was merged into; the merge is in its history.");
      }
    }
  }

  private static <C extends Record> void requireReason(
      RecordKind<C> kind, C content, List<Objection> objections) {
    FieldView field =
        kind.fields().stream()
            .filter(f -> f.name().equals(kind.reasonField()))
            .findFirst()
            .orElseThrow();
    if (kind.write(content).getString(field.name(), "").isBlank()) {
      throw new Objected(objections, field.label());
    }
  }

  /**
   * What the law has against content that is being typed; nothing is written.
   *
   * @param id the record it is typed for; null for a new one
   */
  public List<Objection> objections(
      RecordKind<?> kind, UUID caseId, @Nullable UUID id, JsonObject content) {
    return objectionsRead(kind, caseId, id, content);
  }

  private <C extends Record> List<Objection> objectionsRead(
      RecordKind<C> kind, UUID caseId, @Nullable UUID id, JsonObject content) {
    access.require(kind.writing(), caseId);
    RecordKind.Written<C> asked =
        new RecordKind.Written<>(
            caseId,
            id == null ? Ids.next(clock) : get(kind, id).id(),
            null,
            kind.read(content),
            this);
    return kind.objections(asked.with(kind.completed(asked)));
  }

  private static void refuseFixed(RecordKind<?> kind, JsonObject before, JsonObject after) {
    for (FieldView field : kind.fields()) {
      if (field.fixed() && !Objects.equals(before.get(field.name()), after.get(field.name()))) {
        throw new InvalidInput(
            field.label(), field.label() + " is not changed.", "Send it as it was read.");
      }
    }
  }

  private <C extends Record> EditConflict conflict(RecordView<C> current, int version, C mine) {
    RecordKind<C> kind = current.kind();
    Words words = new Words(store, current.caseId());
    JsonObject theirs = kind.write(current.content());
    JsonObject asked = kind.write(mine);
    JsonObject seen =
        store.versions(current.id()).stream()
            .filter(v -> v.version == version)
            .findFirst()
            .map(v -> RecordStore.json(v.content))
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "version", "There was no version " + version + ".", "Read it again."));
    List<EditConflict.Difference> differences =
        kind.fields().stream()
            .filter(f -> !Objects.equals(theirs.get(f.name()), asked.get(f.name())))
            .map(
                f ->
                    new EditConflict.Difference(
                        f.name(),
                        f.label(),
                        words.of(f, seen),
                        words.of(f, asked),
                        words.of(f, theirs)))
            .toList();
    return new EditConflict(current, differences);
  }

  /**
   * Removes a record from the case file; its versions stay.
   *
   * @param note why; may be empty but for what stands behind a filed instrument
   * @throws ReasonNeeded if it stands behind a filed instrument and the note is empty
   * @throws EditConflict if somebody wrote it since that version
   * @throws RecordInUse if others refer to it
   */
  public void remove(UUID id, int version, String note) {
    removeOf(get(id).kind(), id, version, note);
  }

  private <C extends Record> void removeOf(RecordKind<C> kind, UUID id, int version, String note) {
    Actor actor =
        access.require(kind.writing(), store.find(kind.name(), id).caseId, kind.name(), id);
    CaseRecord row = store.lock(id);
    RecordView<C> before = store.view(row, kind);
    if (row.version != version) {
      throw conflict(before, version, before.content());
    }
    if (row.removed) {
      return;
    }
    kind.checkRemoval(before, this);
    List<CaseRecord> users = store.users(id);
    if (!users.isEmpty()) {
      throw new RecordInUse(
          row.title,
          users.stream()
              .limit(10)
              .map(
                  u ->
                      kinds.named(u.kind).label().toLowerCase(java.util.Locale.ROOT)
                          + " “"
                          + u.title
                          + "”")
              .toList());
    }
    String filed = filedWith(before, null, note);
    store.write(row, kind, before.content(), true, actor.login(), note, filed);
    audit.record(
        actor.login(), "REMOVE_RECORD", row.caseId, kind.name(), id, what(row.version, filed));
  }

  /** What happened to a record, newest first. */
  public List<Revision> history(UUID id) {
    RecordView<?> record = get(id);
    Words words = new Words(store, record.caseId());
    List<Revision> revisions = new ArrayList<>();
    @Nullable JsonObject before = null;
    for (RecordVersion version : store.versions(id)) {
      JsonObject content = RecordStore.json(version.content);
      revisions.add(
          0,
          new Revision(
              version.version,
              version.at,
              version.by,
              version.note,
              version.removed,
              version.afterFiling,
              words.changes(record.kind().fields(), before, content)));
      before = content;
    }
    return revisions;
  }

  /**
   * Makes a record again what it was in an earlier version; that too is a new version.
   *
   * @param version the version that was read
   * @param earlier the version to go back to
   * @throws InvalidInput if records of this kind are not undone, if it stands behind a filed
   *     instrument, or if there was no such version
   * @throws EditConflict if somebody wrote it since
   */
  public RecordView<?> restore(UUID id, int version, int earlier) {
    RecordView<?> record = get(id);
    if (!record.kind().undoable()) {
      throw new InvalidInput(
          record.kind().label(),
          "What was offered as evidence is not undone.",
          "Write a new version that says what is right, and why.");
    }
    filedWith(record)
        .ifPresent(
            filed -> {
              throw new InvalidInput(
                  record.kind().label(),
                  "“"
                      + record.title()
                      + "” stands behind the "
                      + filed
                      + ", which was filed; that is not undone.",
                  "Edit it and say why; the change shows as a correction after filing.");
            });
    JsonObject content =
        store.versions(id).stream()
            .filter(v -> v.version == earlier)
            .findFirst()
            .map(v -> RecordStore.json(v.content))
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "version", "There was no version " + earlier + ".", "See the history."));
    return revise(id, version, content, "version " + earlier + " again");
  }

  /** The words of each field of a record, for reading. */
  public List<FieldWords> words(RecordView<?> record) {
    return words(record, record.kind());
  }

  private <C extends Record> List<FieldWords> words(RecordView<?> record, RecordKind<C> kind) {
    Words words = new Words(store, record.caseId());
    JsonObject content = record.json();
    return kind.fields().stream()
        .map(field -> new FieldWords(field, words.of(field, content)))
        .toList();
  }

  /** What can be chosen for a field of a kind in a case, in order; empty where anything may be. */
  public List<FieldView.Choice> choices(RecordKind<?> kind, FieldView field, UUID caseId) {
    access.require(kind.viewing(), caseId);
    if (field.refersTo().isEmpty()) {
      return kind.choices(field, caseId, this);
    }
    if (store.isTarget(field.refersTo())) {
      return store.targetChoices(field.refersTo(), caseId);
    }
    RecordKind<?> referred = kinds.named(field.refersTo());
    access.require(referred.viewing(), caseId);
    Set<UUID> superseded = referred.superseded(caseId, this);
    return store.list(referred.name(), caseId, 0, MOST_CHOICES).stream()
        .filter(row -> !superseded.contains(row.id))
        .map(row -> new FieldView.Choice(row.id.toString(), row.title))
        .toList();
  }

  /**
   * One line that names each record, or whatever else a field may refer to, by its id; without
   * those that are not in the case.
   */
  public Map<UUID, String> titles(String kind, UUID caseId, Collection<UUID> ids) {
    access.require(Action.VIEW_CASE, caseId);
    return store.titles(kind, caseId, ids);
  }

  /** A field with its value in words. */
  public record FieldWords(FieldView field, String words) {}
}
