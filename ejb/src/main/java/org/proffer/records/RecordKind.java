package org.proffer.records;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Action;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;

/**
 * A kind of record of a case file. A capability declares one as a dependent bean.
 *
 * @param <C> the content: a public record whose components all carry {@link Field}
 */
public abstract class RecordKind<C extends Record> {
  private final String name;
  private final String plural;
  private final String label;
  private final Class<C> type;
  private final ContentForm<C> form;

  /**
   * Declares a kind.
   *
   * @param name in JSON and addresses, for example {@code party}
   * @param plural in addresses, for example {@code parties}
   * @param label as a person reads it, for example {@code Party}
   */
  protected RecordKind(String name, String plural, String label, Class<C> type) {
    this.name = name;
    this.plural = plural;
    this.label = label;
    this.type = type;
    this.form = new ContentForm<>(type);
  }

  /** In JSON and addresses. */
  public final String name() {
    return name;
  }

  /** In addresses. */
  public final String plural() {
    return plural;
  }

  /** As a person reads it. */
  public final String label() {
    return label;
  }

  final Class<C> type() {
    return type;
  }

  /** Its fields, in the order of the form; choices of a catalogue included. */
  public List<FieldView> fields() {
    return form.fields();
  }

  /**
   * What can be chosen in a field in a case: by default what can be chosen in every case.
   *
   * @param records answers about the records of the case
   */
  public List<FieldView.Choice> choices(FieldView field, UUID caseId, Records records) {
    return field.choices();
  }

  /**
   * Records of this kind in a case that are not chosen any more in fields of others, for example a
   * party that stands for another; where one was chosen before, it stays.
   */
  public Set<UUID> superseded(UUID caseId, Records records) {
    return Set.of();
  }

  /** One line that tells this record from others of its kind. */
  public abstract String title(C content);

  /** What sorts these records in a list: the smallest first, then the title. */
  public long order(C content) {
    return 0;
  }

  /** What search finds the record by, besides its title: by default all texts but personal ones. */
  public String searchText(C content) {
    JsonObject json = write(content);
    return fields().stream()
        .filter(f -> f.type() == FieldView.Type.TEXT || f.type() == FieldView.Type.TEXTS)
        .filter(f -> !f.personal())
        .map(f -> json.get(f.name()))
        .filter(Objects::nonNull)
        .map(RecordKind::plain)
        .collect(Collectors.joining(" "));
  }

  private static String plain(JsonValue value) {
    return value instanceof JsonArray array
        ? array.stream().map(RecordKind::plain).collect(Collectors.joining(" "))
        : ((JsonString) value).getString();
  }

  /** What is written: what was asked for, with what follows from the other records filled in. */
  public C completed(Written<C> written) {
    return written.after();
  }

  /**
   * Looks at what is about to be written, for what the fields alone do not say.
   *
   * @param written what, where, and what stood there
   * @throws Refusal if it cannot be written so
   */
  public void check(Written<C> written) {}

  /**
   * What the law has against what is about to be written. A breach is written only with a reason.
   */
  public List<Objection> objections(Written<C> written) {
    return List.of();
  }

  /** The field that says why something is recorded despite a breach; empty if there is none. */
  public String reasonField() {
    return "";
  }

  /** Does what follows from what was just written, in the same transaction. */
  public void stored(Written<C> written) {}

  /** Looks at a record about to be removed; {@code records} answers about the others. */
  public void checkRemoval(RecordView<C> record, Records records) {}

  /** Whether people add these records by their form; else a service of the capability does. */
  public boolean addedAsForm() {
    return true;
  }

  /** What one must be allowed, to see these records. */
  public Action viewing() {
    return Action.VIEW_CASE_FILE;
  }

  /** What one must be allowed, to write them. */
  public Action writing() {
    return Action.EDIT_CASE_FILE;
  }

  /**
   * What has to be allowed for a record to be written so.
   *
   * @param before null for a new record
   */
  public Set<Action> actions(@Nullable C before, C after) {
    return Set.of(writing());
  }

  /** Whether an edit of these records can be undone; what was offered as evidence cannot. */
  public boolean undoable() {
    return true;
  }

  /**
   * The charging instrument, by its title, that was filed and behind which a record stands: as a
   * part of it, or as proof of what it charges. Who changes such a record gives a reason, and the
   * change shows as a correction after filing; it is not undone. Empty for what is free to change.
   *
   * @param before as it stands
   * @param after as it is about to stand; null if it is about to be removed
   * @param records answers about the other records of the case
   */
  public Optional<String> filedWith(RecordView<C> before, @Nullable C after, Records records) {
    return Optional.empty();
  }

  /** Whether these records go out and come in with the case file. */
  public boolean inCaseFile() {
    return true;
  }

  /** The JSON form of content. */
  public final JsonObject write(C content) {
    return form.write(content);
  }

  /**
   * The content of a JSON form.
   *
   * @throws InvalidInput naming the field that cannot be used
   */
  public final C read(JsonObject json) {
    return form.read(json);
  }

  /**
   * Something about to be written.
   *
   * @param id of the record
   * @param before what stands there; null for a new record
   * @param after what shall stand there
   * @param records answers about the other records of the case
   */
  public record Written<C extends Record>(
      UUID caseId, UUID id, @Nullable C before, C after, Records records) {

    Written<C> with(C completed) {
      return new Written<>(caseId, id, before, completed, records);
    }
  }
}
