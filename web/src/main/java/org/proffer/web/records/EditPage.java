package org.proffer.web.records;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.cases.CaseId;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.records.EditConflict;
import org.proffer.records.FieldView;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordKinds;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/**
 * The form of a record of any kind, new or edited. Fields of a new one can be filled by the
 * address: {@code &f.name=value}. If somebody wrote meanwhile, the form shows both versions of each
 * field that differs, and saves what is chosen.
 */
@Named("editPage")
@RequestScoped
public class EditPage {
  private static final String PREFILLED = "f.";
  private static final String CHOSEN = "choose.";

  @Inject private Access access;
  @Inject private Records records;
  @Inject private RecordKinds kinds;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable RecordKind<?> kind;
  private @Nullable RecordView<?> record;
  private @Nullable UUID caseId;
  private @Nullable Refusal refused;
  private int version;
  private String note = "";
  private String filed = "";
  private Map<String, Object> values = new HashMap<>();
  private List<FormField> fields = List.of();
  private List<Difference> differences = List.of();
  private String changedBy = "";

  /**
   * A field to choose in.
   *
   * @param mineStays whether one's own is proposed: it was changed here, not only there
   */
  public record Difference(EditConflict.Difference view, boolean mineStays) {}

  @PostConstruct
  void readAddress() {
    try {
      String id = asked.getOrDefault("id", "");
      if (id.isEmpty()) {
        kind = kinds.named(asked.getOrDefault("kind", ""));
        caseId = CaseId.parse(asked.getOrDefault("case", "")).value();
        access.require(kind.writing(), caseId);
      } else {
        record = records.get(Ids.parse("record", id));
        kind = record.kind();
        caseId = record.caseId();
        version = Integer.parseInt(asked.getOrDefault("version", "" + record.version()));
        values = FormValues.of(kind.fields(), record.json());
        filed = records.filedWith(record).orElse("");
      }
      UUID shownCase = caseId;
      RecordKind<?> shownKind = kind;
      tabs.show(shownCase, CaseTab.of(kind.name()));
      fields =
          kind.fields().stream()
              .filter(f -> !f.fixed())
              .map(f -> FormField.of(f, choices(shownKind, f, shownCase)))
              .toList();
      fields.forEach(f -> prefill(f.view()));
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  /** What can be chosen, and what was chosen before though it is not offered any more. */
  private List<FieldView.Choice> choices(RecordKind<?> of, FieldView field, UUID where) {
    List<FieldView.Choice> offered = records.choices(of, field, where);
    if (field.refersTo().isEmpty() || (offered.isEmpty() && field.refersTo().equals("message"))) {
      return offered;
    }
    Object chosen = values.getOrDefault(field.name(), "");
    List<UUID> others =
        (chosen instanceof List<?> many ? many : List.of(chosen))
            .stream()
                .map(Object::toString)
                .filter(id -> !id.isEmpty())
                .filter(id -> offered.stream().noneMatch(c -> c.value().equals(id)))
                .map(UUID::fromString)
                .toList();
    Map<UUID, String> titles = records.titles(field.refersTo(), where, others);
    List<FieldView.Choice> all = new ArrayList<>(offered);
    others.forEach(
        id -> all.add(new FieldView.Choice(id.toString(), titles.getOrDefault(id, id.toString()))));
    return all;
  }

  private void prefill(FieldView field) {
    String given = asked.get(PREFILLED + field.name());
    if (given != null) {
      values.put(
          field.name(),
          switch (field.type()) {
            case TEXTS, CHOICES, REFERENCES -> List.of(given.split(","));
            case YES_NO -> Boolean.valueOf(given);
            default -> given;
          });
    }
  }

  /** Answers in place of the page if there is nothing to edit. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Saves, and goes to where the record is listed. */
  public @Nullable String save() {
    RecordView<?> saved = saved();
    return saved == null ? null : redirect(CaseTab.of(saved.kind().name()).address(saved.caseId()));
  }

  /** Saves, and opens an empty form for another of the kind. */
  public @Nullable String saveAndAddAnother() {
    RecordView<?> saved = saved();
    return saved == null
        ? null
        : redirect("/records/edit.xhtml?case=" + saved.caseId() + "&kind=" + saved.kind().name());
  }

  private String redirect(String address) {
    return address
        + (address.contains("?") ? "&" : "?")
        + "faces-redirect=true&saved="
        + getDraft();
  }

  private @Nullable RecordView<?> saved() {
    RecordKind<?> written = kind;
    UUID where = caseId;
    if (written == null || where == null) {
      return null;
    }
    try {
      RecordView<?> before = record;
      if (before == null) {
        return records.add(written, where, json(written, values));
      }
      takeTheirs(before.json());
      return records.revise(before.id(), version, json(written, values), note);
    } catch (EditConflict conflict) {
      choose(conflict);
      return null;
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  private static JsonObject json(RecordKind<?> written, Map<String, Object> values) {
    return FormValues.json(written.fields(), values);
  }

  private void takeTheirs(JsonObject theirs) {
    for (FormField field : fields) {
      String name = field.view().name();
      if ("theirs".equals(asked.get(CHOSEN + name))) {
        JsonValue value = theirs.get(name);
        if (value == null) {
          values.remove(name);
        } else {
          values.put(name, FormValues.shown(field.view(), value));
        }
      }
    }
  }

  private void choose(EditConflict conflict) {
    version = conflict.current().version();
    changedBy = conflict.current().changedBy();
    differences =
        conflict.differences().stream()
            .map(d -> new Difference(d, !d.mine().equals(d.seen())))
            .toList();
  }

  /** The name under which the browser keeps what was typed until it is saved. */
  public String getDraft() {
    RecordView<?> edited = record;
    return edited == null ? "new-" + getKind() + "-" + caseId : "edit-" + edited.id();
  }

  /** Where what is typed is checked against the law; empty for kinds that are not. */
  public String getCheck() {
    RecordKind<?> shown = kind;
    return shown == null || shown.reasonField().isEmpty()
        ? ""
        : "/api/v1/cases/" + caseId + "/" + shown.plural() + "/check?record=" + getId();
  }

  /** What the page is for, in words. */
  public String getTitle() {
    RecordView<?> edited = record;
    RecordKind<?> shown = kind;
    return edited != null
        ? edited.title()
        : shown == null ? "" : "New " + shown.label().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether a record is edited, rather than a new one written. */
  public boolean isEditing() {
    return record != null;
  }

  /** Where the records of this kind are listed. */
  public String getBack() {
    UUID where = caseId;
    return where == null ? "/" : CaseTab.of(getKind()).address(where);
  }

  public String getId() {
    RecordView<?> edited = record;
    return edited == null ? "" : edited.id().toString();
  }

  public String getCaseId() {
    return String.valueOf(caseId);
  }

  public String getKind() {
    RecordKind<?> shown = kind;
    return shown == null ? "" : shown.name();
  }

  public int getVersion() {
    return version;
  }

  public Map<String, Object> getValues() {
    return values;
  }

  public List<FormField> getFields() {
    return fields;
  }

  public List<Difference> getDifferences() {
    return differences;
  }

  public String getChangedBy() {
    return changedBy;
  }

  /** The filed charging instrument behind which the record stands; empty if none. */
  public String getFiled() {
    return filed;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }
}
