package org.proffer.clients;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Actor;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.JsonText;
import org.proffer.platform.NativeRows;
import org.proffer.platform.NotFound;
import org.proffer.records.FieldView;

/**
 * The records of clients: added, read, edited, removed, each in every version. One method is one
 * transaction.
 */
@Stateless
public class ClientRecords {
  private static final String COLUMNS =
      "select r.id, r.client_id, r.kind, r.title, cast(r.content as text), r.version, r.removed,"
          + " r.changed_at, r.changed_by from proffer.client_record r ";

  @PersistenceContext private EntityManager entities;
  @Inject private ClientAccess access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Adds a record from its JSON form.
   *
   * @throws InvalidInput naming the field that cannot be used
   */
  public ClientRecord<?> add(ClientKind<?> kind, UUID clientId, JsonObject json) {
    return addRead(kind, clientId, json);
  }

  private <C extends Record> ClientRecord<C> addRead(
      ClientKind<C> kind, UUID clientId, JsonObject json) {
    return add(kind, clientId, kind.read(json));
  }

  /** Adds a record. */
  public <C extends Record> ClientRecord<C> add(ClientKind<C> kind, UUID clientId, C content) {
    Actor actor = access.require(writing(kind), clientId);
    UUID id = Ids.next(clock);
    check(kind, clientId, id, content);
    entities
        .createNativeQuery(
            "insert into proffer.client_record (id, client_id, kind, title, sort_order, content,"
                + " version, removed, changed_at, changed_by) values (:id, :client, :kind, :title, :order,"
                + " cast(:content as jsonb), 1, false, :at, :by)")
        .setParameter("id", id)
        .setParameter("client", clientId)
        .setParameter("kind", kind.name())
        .setParameter("title", title(kind, content))
        .setParameter("order", kind.order(content))
        .setParameter("content", kind.write(content).toString())
        .setParameter("at", clock.instant())
        .setParameter("by", actor.login())
        .executeUpdate();
    keep(id, "");
    audit.record(actor.login(), "ADD_CLIENT_RECORD", null, kind.name(), id, "client " + clientId);
    return find(kind, id);
  }

  private static ClientAction writing(ClientKind<?> kind) {
    return kind == ClientKinds.LEGAL_PROCESS
        ? ClientAction.RELEASE_CLIENT
        : ClientAction.EDIT_CLIENT;
  }

  private static <C extends Record> String title(ClientKind<C> kind, C content) {
    String title = kind.title(content);
    return title.length() > 300 ? title.substring(0, 300) : title;
  }

  private <C extends Record> void check(ClientKind<C> kind, UUID clientId, UUID id, C content) {
    ClientKinds.check(content);
    JsonObject json = kind.write(content);
    for (FieldView field : kind.fields()) {
      for (UUID to : references(field, json)) {
        boolean there =
            !to.equals(id)
                && list(ClientKinds.named(field.refersTo()), clientId).stream()
                    .anyMatch(record -> record.id().equals(to));
        if (!there) {
          throw new InvalidInput(
              field.label(),
              "There is no other " + field.refersTo() + " " + to + " of this client.",
              "Choose one of the client.");
        }
      }
    }
  }

  private static List<UUID> references(FieldView field, JsonObject json) {
    JsonValue value = json.get(field.name());
    if (field.refersTo().isEmpty() || value == null) {
      return List.of();
    }
    return value instanceof JsonArray array
        ? array.getValuesAs(JsonString.class).stream()
            .map(one -> UUID.fromString(one.getString()))
            .toList()
        : List.of(UUID.fromString(((JsonString) value).getString()));
  }

  /** Keeps the row as a version. */
  private void keep(UUID id, String note) {
    entities
        .createNativeQuery(
            "insert into proffer.client_record_version (record_id, version, client_id, content,"
                + " removed, note, at, by_login) select id, version, client_id, content, removed,"
                + " :note, changed_at, changed_by from proffer.client_record where id = :id")
        .setParameter("id", id)
        .setParameter("note", note)
        .executeUpdate();
  }

  /**
   * A record of any kind.
   *
   * @throws NotFound if there is none that the person may see
   */
  public ClientRecord<?> get(UUID id) {
    access.require(ClientAction.VIEW_CLIENT);
    Object[] row = row(id, "");
    access.require(ClientAction.VIEW_CLIENT, (UUID) row[1], "record", id);
    return view(row, ClientKinds.named((String) row[2]));
  }

  /**
   * A record of a kind, within a client.
   *
   * @throws NotFound if the client has none
   */
  public <C extends Record> ClientRecord<C> get(ClientKind<C> kind, UUID clientId, UUID id) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    ClientRecord<C> record = find(kind, id);
    if (!record.clientId().equals(clientId)) {
      throw new NotFound(kind.name(), id);
    }
    return record;
  }

  private <C extends Record> ClientRecord<C> find(ClientKind<C> kind, UUID id) {
    Object[] row = row(id, "");
    if (!row[2].equals(kind.name())) {
      throw new NotFound(kind.name(), id);
    }
    return view(row, kind);
  }

  private Object[] row(UUID id, String how) {
    List<?> rows =
        entities
            .createNativeQuery(COLUMNS + "where r.id = :id" + how)
            .setParameter("id", id)
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFound("record", id);
    }
    return (Object[]) rows.get(0);
  }

  private static <C extends Record> ClientRecord<C> view(Object[] row, ClientKind<C> kind) {
    return new ClientRecord<>(
        (UUID) row[0],
        (UUID) row[1],
        kind,
        (String) row[3],
        kind.read(JsonText.object((String) row[4])),
        ((Number) row[5]).intValue(),
        (Boolean) row[6],
        (Instant) row[7],
        (String) row[8]);
  }

  /** The records of a kind of a client, in their order. */
  public <C extends Record> List<ClientRecord<C>> list(ClientKind<C> kind, UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    return NativeRows.of(
            entities,
            COLUMNS
                + "where r.client_id = :client and r.kind = :kind and not r.removed"
                + " order by r.sort_order, r.title, r.id")
        .setParameter("client", clientId)
        .setParameter("kind", kind.name())
        .getResultList()
        .stream()
        .map(row -> view(row, kind))
        .toList();
  }

  /**
   * Writes a record anew from its JSON form.
   *
   * @param version the version that was read
   * @param note why; may be empty
   * @throws ClientChanged if somebody wrote it since
   * @throws InvalidInput naming the field that cannot be used
   */
  public ClientRecord<?> revise(UUID id, int version, JsonObject json, String note) {
    return reviseRead(get(id), version, json, note);
  }

  private <C extends Record> ClientRecord<C> reviseRead(
      ClientRecord<C> before, int version, JsonObject json, String note) {
    ClientKind<C> kind = before.kind();
    C content = kind.read(json);
    check(kind, before.clientId(), before.id(), content);
    return write(before, version, content, false, note);
  }

  private <C extends Record> ClientRecord<C> write(
      ClientRecord<C> asked, int version, C content, boolean removed, String note) {
    ClientKind<C> kind = asked.kind();
    Actor actor = access.require(writing(kind), asked.clientId(), kind.name(), asked.id());
    ClientRecord<C> before = view(row(asked.id(), " for update"), kind);
    if (before.version() != version) {
      throw new ClientChanged(before.title(), before.changedBy(), before.version());
    }
    if (before.content().equals(content) && before.removed() == removed) {
      return before;
    }
    entities
        .createNativeQuery(
            "update proffer.client_record set title = :title, sort_order = :order,"
                + " content = cast(:content as jsonb), version = version + 1, removed = :removed,"
                + " changed_at = :at, changed_by = :by where id = :id")
        .setParameter("title", title(kind, content))
        .setParameter("order", kind.order(content))
        .setParameter("content", kind.write(content).toString())
        .setParameter("removed", removed)
        .setParameter("at", clock.instant())
        .setParameter("by", actor.login())
        .setParameter("id", before.id())
        .executeUpdate();
    keep(before.id(), note);
    audit.record(
        actor.login(),
        removed ? "REMOVE_CLIENT_RECORD" : "EDIT_CLIENT_RECORD",
        null,
        kind.name(),
        before.id(),
        "version " + (version + 1));
    return find(kind, before.id());
  }

  /**
   * Removes a record; its versions stay.
   *
   * @throws ClientChanged if somebody wrote it since
   * @throws InvalidInput if others refer to it
   */
  public void remove(UUID id, int version) {
    removeOf(get(id), version);
  }

  private <C extends Record> void removeOf(ClientRecord<C> record, int version) {
    List<String> users = new ArrayList<>();
    for (ClientKind<?> kind : ClientKinds.all()) {
      for (ClientRecord<?> other : list(kind, record.clientId())) {
        if (refersTo(other, record.id())) {
          users.add(kind.label().toLowerCase(java.util.Locale.ROOT) + " “" + other.title() + "”");
        }
      }
    }
    if (!users.isEmpty()) {
      throw new InvalidInput(
          record.kind().label(),
          "“" + record.title() + "” is named in: " + String.join(", ", users) + ".",
          "Change those first.");
    }
    write(record, version, record.content(), true, "");
  }

  private static <C extends Record> boolean refersTo(ClientRecord<C> other, UUID id) {
    JsonObject json = other.kind().write(other.content());
    return other.kind().fields().stream().anyMatch(field -> references(field, json).contains(id));
  }

  /** Every version of a record, newest first. */
  public List<ClientRevision> history(UUID id) {
    get(id);
    return NativeRows.of(
            entities,
            "select v.version, v.at, v.by_login, v.note, v.removed, cast(v.content as text)"
                + " from proffer.client_record_version v where v.record_id = :id order by v.version desc")
        .setParameter("id", id)
        .getResultList()
        .stream()
        .map(row -> revision(row))
        .toList();
  }

  private static ClientRevision revision(Object[] row) {
    return new ClientRevision(
        ((Number) row[0]).intValue(),
        (Instant) row[1],
        (String) row[2],
        (String) row[3],
        (Boolean) row[4],
        JsonText.object((String) row[5]));
  }

  /** What can be chosen for a field in a client. */
  public List<FieldView.Choice> choices(FieldView field, UUID clientId) {
    if (field.refersTo().isEmpty()) {
      return field.choices();
    }
    return list(ClientKinds.named(field.refersTo()), clientId).stream()
        .map(record -> new FieldView.Choice(record.id().toString(), record.title()))
        .toList();
  }

  /** The words of each field of a record, for reading. */
  public List<String> words(ClientRecord<?> record) {
    return wordsOf(record);
  }

  private <C extends Record> List<String> wordsOf(ClientRecord<C> record) {
    JsonObject json = record.kind().write(record.content());
    return record.kind().fields().stream()
        .map(field -> word(field, json.get(field.name()), record.clientId()))
        .toList();
  }

  private String word(FieldView field, @Nullable JsonValue value, UUID clientId) {
    if (value == null || value == JsonValue.NULL) {
      return "";
    }
    if (value instanceof JsonArray array) {
      return String.join("\n", array.stream().map(one -> word(field, one, clientId)).toList());
    }
    if (value == JsonValue.TRUE) {
      return "yes";
    }
    if (value == JsonValue.FALSE) {
      return "no";
    }
    String text = value instanceof JsonString string ? string.getString() : value.toString();
    return choices(field, clientId).stream()
        .filter(choice -> choice.value().equals(text))
        .findFirst()
        .map(FieldView.Choice::label)
        .map(Objects::requireNonNull)
        .orElse(text);
  }
}
