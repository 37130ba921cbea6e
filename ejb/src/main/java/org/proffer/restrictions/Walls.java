package org.proffer.restrictions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.AnotherPersonNeeded;
import org.proffer.access.Logins;
import org.proffer.access.Members;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/** Walls: for whom a case does not exist, whatever else the person is. */
@Stateless
public class Walls {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Members members;
  @Inject private Logins logins;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The walls of a case, in the order of the logins. */
  public List<Wall> of(UUID caseId) {
    access.require(Action.VIEW_MEMBERS, caseId);
    return entities
        .createQuery("from WallRow w where w.caseId = :case order by w.login", WallRow.class)
        .setParameter("case", caseId)
        .getResultStream()
        .map(WallRow::view)
        .toList();
  }

  /**
   * Raises a wall; a membership or a stay of the person ends with it.
   *
   * @param reason why, for the record of the case
   * @throws InvalidInput if there is no such login, no reason is given, the wall stands already, or
   *     nobody would be left on the case
   */
  public Wall raise(UUID caseId, String login, String reason) {
    Actor actor = access.require(Action.RAISE_WALL, caseId);
    if (!logins.isKnown(login)) {
      throw new InvalidInput(
          "login", "There is no login “" + login + "”.", "Choose one from the list.");
    }
    if (reason.isBlank()) {
      throw new InvalidInput("reason", "A wall has a reason.", "Say why the person is kept away.");
    }
    if (entities.find(WallRow.class, new WallRow.Key(caseId, login)) != null) {
      throw new InvalidInput(
          "login", "A wall stands already between “" + login + "” and the case.", "See the list.");
    }
    if (members.of(caseId).equals(List.of(login))) {
      throw new InvalidInput(
          "login", "Nobody would be left on the case.", "Add another member first.");
    }
    Wall wall = new Wall(login, reason.strip(), clock.instant(), actor.login());
    entities.persist(new WallRow(caseId, wall));
    entities.flush();
    audit.record(actor.login(), "RAISE_WALL", caseId, "login", login, "");
    return wall;
  }

  /**
   * Lifts a wall; the person is no member by that.
   *
   * @throws NotFound if no such wall stands
   * @throws AnotherPersonNeeded if the person raised it
   */
  public void lift(UUID caseId, String login, String reason) {
    Actor actor = access.require(Action.LIFT_WALL, caseId);
    if (reason.isBlank()) {
      throw new InvalidInput("reason", "Lifting a wall has a reason.", "Say why it is lifted.");
    }
    WallRow wall = entities.find(WallRow.class, new WallRow.Key(caseId, login));
    if (wall == null) {
      throw new NotFound("wall", login);
    }
    if (wall.view().raisedBy().equals(actor.login())) {
      throw new AnotherPersonNeeded(
          "You raised this wall yourself.", "Ask another supervising attorney to lift it.");
    }
    entities.remove(wall);
    audit.record(actor.login(), "LIFT_WALL", caseId, "login", login, reason.strip());
  }
}
