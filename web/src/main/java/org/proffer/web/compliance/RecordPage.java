package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.ClientKind;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecord;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.ClientRevision;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.records.FieldView;
import org.proffer.web.Show;

/** The form of a record of a client. */
@Named("deskRecordPage")
@RequestScoped
public class RecordPage {
  @Inject private ClientRecords records;
  @Inject private ClientTabs tabs;

  private String client = "";
  private String kind = "";
  private String id = "";
  private String title = "";
  private String send = "";
  private String method = "POST";
  private String version = "";
  private List<FormLine> fields = List.of();
  private List<ClientRevision> history = List.of();

  /**
   * A field of the form.
   *
   * @param widget what it is entered with
   * @param value what stands in it; of several, a line each
   */
  public record FormLine(
      String name,
      String label,
      String hint,
      String widget,
      String type,
      String value,
      int lines,
      List<Option> options) {}

  /** A value that can be chosen. */
  public record Option(String value, String label, String chosen) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      ClientRecord<?> edited = id.isEmpty() ? null : records.get(Ids.parse("record", id));
      UUID of = edited == null ? Ids.parse("client", client) : edited.clientId();
      ClientKind<?> shown = edited == null ? ClientKinds.named(kind) : edited.kind();
      client = tabs.show(of, "records").id().toString();
      kind = shown.name();
      title =
          edited == null
              ? "New " + shown.label().toLowerCase(java.util.Locale.ROOT)
              : edited.title();
      send =
          edited == null ? "/clients/" + of + "/records/" + shown.plural() : "/desk/records/" + id;
      method = edited == null ? "POST" : "PUT";
      version = edited == null ? "" : Integer.toString(edited.version());
      JsonObject content = edited == null ? JsonValue.EMPTY_JSON_OBJECT : content(edited);
      fields = new ArrayList<>();
      for (FieldView field : shown.fields()) {
        fields.add(line(field, content, of));
      }
      if (edited != null) {
        history = records.history(edited.id());
      }
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static <C extends Record> JsonObject content(ClientRecord<C> record) {
    return record.kind().write(record.content());
  }

  private FormLine line(FieldView field, JsonObject content, UUID of) {
    List<String> values = values(content.get(field.name()));
    List<Option> options =
        records.choices(field, of).stream()
            .map(c -> new Option(c.value(), c.label(), values.contains(c.value()) ? "chosen" : ""))
            .toList();
    String widget =
        switch (field.type()) {
          case YES_NO -> "BOX";
          case CHOICE, REFERENCE -> "ONE_OF";
          case CHOICES, REFERENCES -> "ANY_OF";
          case TEXTS -> "AREA";
          default -> field.lines() > 1 ? "AREA" : "LINE";
        };
    String type =
        switch (field.type()) {
          case DATE -> "date";
          case INSTANT -> "datetime-local";
          default -> "text";
        };
    String value = String.join("\n", values);
    if (type.equals("datetime-local") && value.length() > 16) {
      value = value.substring(0, 16);
    }
    return new FormLine(
        field.name(),
        field.required() ? field.label() + " *" : field.label(),
        field.hint(),
        widget,
        field.type() == FieldView.Type.TEXTS ? "list" : type,
        value,
        Math.max(3, field.lines()),
        options);
  }

  private static List<String> values(@Nullable JsonValue value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof JsonArray array) {
      return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }
    return List.of(value instanceof JsonString text ? text.getString() : value.toString());
  }

  /** A moment as it is shown. */
  public String at(java.time.Instant instant) {
    return Show.instant(instant);
  }

  public String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client == null ? "" : client;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = kind == null ? "" : kind;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }

  public String getTitle() {
    return title;
  }

  public String getSend() {
    return send;
  }

  public String getMethod() {
    return method;
  }

  public String getVersion() {
    return version;
  }

  public List<FormLine> getFields() {
    return fields;
  }

  public List<ClientRevision> getHistory() {
    return history;
  }
}
