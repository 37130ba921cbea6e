package org.proffer.clients;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Actor;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.access.ClientRelation;
import org.proffer.access.Logins;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NativeRows;
import org.proffer.platform.NotFound;

/** Clients of the compliance desk: taken on, listed, closed. One method is one transaction. */
@Stateless
public class Clients {
  private static final String COLUMNS =
      "select c.id, c.name, c.opened_at, c.closed_at, c.version, m.role from proffer.client c"
          + " join proffer.client_member m on m.client_id = c.id and m.login = :login ";

  @PersistenceContext private EntityManager entities;
  @Inject private ClientAccess access;
  @Inject private AuditTrail audit;
  @Inject private Logins logins;
  @Inject private Clock clock;

  /**
   * Takes on a client; whoever does leads the work.
   *
   * @throws InvalidInput if the name is empty
   */
  public UUID open(String name) {
    Actor actor = access.require(ClientAction.OPEN_CLIENT);
    String stripped = name(name);
    UUID id = Ids.next(clock);
    Instant now = clock.instant();
    entities
        .createNativeQuery(
            "insert into proffer.client (id, name, opened_at, opened_by) values (:id, :name, :at, :by)")
        .setParameter("id", id)
        .setParameter("name", stripped)
        .setParameter("at", now)
        .setParameter("by", actor.login())
        .executeUpdate();
    put(id, actor.login(), ClientRelation.LEAD, now, actor.login());
    audit.record(actor.login(), "OPEN_CLIENT", null, "client", id, "");
    return id;
  }

  private static String name(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > 300) {
      throw new InvalidInput(
          "Name",
          stripped.isEmpty() ? "The name is empty." : "The name has more than 300 characters.",
          "Enter the name of the organisation.");
    }
    return stripped;
  }

  /** The clients of the person who asks, open ones first, by name. */
  public List<ClientView> list() {
    Actor actor = access.require(ClientAction.LIST_CLIENTS);
    return rows(COLUMNS + "order by c.closed_at is not null, c.name, c.id", actor);
  }

  /**
   * A client.
   *
   * @throws NotFound if there is none, or the person does not belong to it
   */
  public ClientView get(UUID id) {
    Actor actor = access.require(ClientAction.VIEW_CLIENT, id);
    return NativeRows.of(entities, COLUMNS + "where c.id = :id")
        .setParameter("login", actor.login())
        .setParameter("id", id)
        .getResultList()
        .stream()
        .map(row -> view(row))
        .findFirst()
        .orElseThrow(() -> new NotFound("client", id));
  }

  private List<ClientView> rows(String sql, Actor actor) {
    return NativeRows.of(entities, sql)
        .setParameter("login", actor.login())
        .getResultList()
        .stream()
        .map(row -> view(row))
        .toList();
  }

  private static ClientView view(Object[] row) {
    return new ClientView(
        (UUID) row[0],
        (String) row[1],
        (Instant) row[2],
        (Instant) row[3],
        ((Number) row[4]).intValue(),
        (String) row[5]);
  }

  /**
   * Closes a client, or opens it again.
   *
   * @param version the version that was read
   * @throws ClientChanged if somebody did it since
   */
  public ClientView close(UUID id, boolean closed, int version) {
    Actor actor = access.require(ClientAction.GOVERN_CLIENT, id);
    ClientView before = get(id);
    int changed =
        entities
            .createNativeQuery(
                "update proffer.client set closed_at = cast(:at as timestamptz), version = version + 1"
                    + " where id = :id and version = :version")
            .setParameter("at", closed ? clock.instant().toString() : null)
            .setParameter("id", id)
            .setParameter("version", version)
            .executeUpdate();
    if (changed == 0) {
      throw new ClientChanged(before.name(), "somebody", before.version());
    }
    audit.record(actor.login(), closed ? "CLOSE_CLIENT" : "REOPEN_CLIENT", null, "client", id, "");
    return get(id);
  }

  /** Who belongs to a client, in the order of their logins. */
  public List<ClientMember> members(UUID id) {
    access.require(ClientAction.VIEW_CLIENT, id);
    return NativeRows.of(
            entities,
            "select m.login, m.role, m.added_at, m.added_by from proffer.client_member m"
                + " where m.client_id = :id order by m.login")
        .setParameter("id", id)
        .getResultList()
        .stream()
        .map(row -> member(row))
        .toList();
  }

  private static ClientMember member(Object[] row) {
    return new ClientMember(
        (String) row[0],
        ClientRelation.valueOf((String) row[1]),
        (Instant) row[2],
        (String) row[3]);
  }

  /**
   * Adds somebody to a client, or says anew what they are to it.
   *
   * @throws InvalidInput if there is no such login, or nobody would lead the work any more
   */
  public void addMember(UUID id, String login, ClientRelation role) {
    Actor actor = access.require(ClientAction.GOVERN_CLIENT, id);
    if (!logins.isKnown(login)) {
      throw new InvalidInput(
          "login", "There is no login “" + login + "”.", "Choose one from the list.");
    }
    if (role == ClientRelation.NONE) {
      throw new InvalidInput("role", "That is no role.", "Choose READER, OFFICER or LEAD.");
    }
    refuseWithoutLead(id, login, role);
    put(id, login, role, clock.instant(), actor.login());
    audit.record(actor.login(), "ADD_CLIENT_MEMBER", null, "client", id, login + " " + role);
  }

  /**
   * Takes somebody off a client, which then no longer exists for them.
   *
   * @throws InvalidInput if nobody would lead the work any more
   * @throws NotFound if they do not belong to it
   */
  public void removeMember(UUID id, String login) {
    Actor actor = access.require(ClientAction.GOVERN_CLIENT, id);
    if (members(id).stream().noneMatch(member -> member.login().equals(login))) {
      throw new NotFound("member", login);
    }
    refuseWithoutLead(id, login, null);
    entities
        .createNativeQuery(
            "delete from proffer.client_member where client_id = :id and login = :login")
        .setParameter("id", id)
        .setParameter("login", login)
        .executeUpdate();
    audit.record(actor.login(), "REMOVE_CLIENT_MEMBER", null, "client", id, login);
  }

  private void refuseWithoutLead(UUID id, String login, @Nullable ClientRelation role) {
    // Two who take each other off wait for each other here.
    entities
        .createNativeQuery("select 1 from proffer.client where id = :id for update")
        .setParameter("id", id)
        .getResultList();
    boolean led =
        role == ClientRelation.LEAD
            || members(id).stream()
                .anyMatch(
                    member ->
                        member.role() == ClientRelation.LEAD && !member.login().equals(login));
    if (!led) {
      throw new InvalidInput(
          "role",
          "Nobody would lead the work for the client.",
          "Make somebody else lead it first.");
    }
  }

  private void put(UUID id, String login, ClientRelation role, Instant at, String by) {
    for (String sql :
        List.of(
            "update proffer.client_member set role = :role, added_at = :at, added_by = :by"
                + " where client_id = :id and login = :login",
            // Not "on conflict": the first member is not seen by the one who adds it, who is none
            // yet.
            "insert into proffer.client_member (client_id, login, role, added_at, added_by)"
                + " values (:id, :login, :role, :at, :by)")) {
      int written =
          entities
              .createNativeQuery(sql)
              .setParameter("id", id)
              .setParameter("login", login)
              .setParameter("role", role.name())
              .setParameter("at", at)
              .setParameter("by", by)
              .executeUpdate();
      if (written == 1) {
        return;
      }
    }
  }
}
