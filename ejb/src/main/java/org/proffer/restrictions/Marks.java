package org.proffer.restrictions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.AnotherPersonNeeded;
import org.proffer.access.Mark;
import org.proffer.access.Members;
import org.proffer.audit.AuditTrail;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceItems;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/**
 * Marks on evidence, and the persons to whom marked matter may be disclosed. Whatever rests on a
 * marked item inherits the mark: its messages, the sources that cite them, the facts on those
 * sources, the documents made from them.
 */
@Stateless
public class Marks {
  /** The kind of thing that is marked by hand; everything else inherits. */
  public static final String EVIDENCE_ITEM = "evidence-item";

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private EvidenceItems items;
  @Inject private Members members;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The marks that were set in a case, newest first; inherited ones are left out. */
  public List<MarkView> of(UUID caseId) {
    access.require(Action.READ_MARKS, caseId);
    return entities
        .createQuery(
            "from ContentMark k where k.caseId = :case and k.inheritedFrom is null"
                + " order by k.setAt desc, k.id",
            ContentMark.class)
        .setParameter("case", caseId)
        .getResultStream()
        .map(ContentMark::view)
        .toList();
  }

  /** The marks that stand on one thing, inherited ones too. */
  public List<Mark> on(UUID caseId, UUID thing) {
    access.require(Action.READ_MARKS, caseId);
    return entities
        .createQuery(
            "select k.mark from ContentMark k where k.caseId = :case and k.targetId = :thing"
                + " and k.liftedAt is null order by k.mark",
            Mark.class)
        .setParameter("case", caseId)
        .setParameter("thing", thing)
        .getResultList();
  }

  /**
   * Marks an evidence item, and with it what rests on it.
   *
   * @param authority the rule, order or claim it rests on
   * @throws InvalidInput if no authority is given, or the mark stands on it already
   */
  public MarkView set(UUID item, Mark mark, String authority) {
    access.require(Action.SET_MARK);
    UUID caseId = items.get(new EvidenceId(item)).caseId().value();
    Actor actor = access.require(Action.SET_MARK, caseId, "evidence item", item);
    if (authority.isBlank()) {
      throw new InvalidInput(
          "authority",
          "A mark rests on an authority.",
          "Name the grand jury, the order or the claim of privilege.");
    }
    if (on(caseId, item).contains(mark)) {
      throw new InvalidInput(
          "mark", "The item is marked so already.", "See the marks of the case.");
    }
    ContentMark row = new ContentMark();
    row.id = Ids.next(clock);
    row.caseId = caseId;
    row.targetId = item;
    row.targetKind = EVIDENCE_ITEM;
    row.mark = mark;
    row.authority = authority.strip();
    row.setAt = clock.instant();
    row.setBy = actor.login();
    entities.persist(row);
    entities.flush();
    spread(caseId);
    audit.record(actor.login(), "SET_MARK", caseId, EVIDENCE_ITEM, item, mark.name());
    return row.view();
  }

  /**
   * Lifts a mark, and with it what was inherited from it.
   *
   * @param under the order of the court, or the clearance of the filter team
   * @throws NotFound if there is no such mark that still stands
   * @throws AnotherPersonNeeded if the person set it
   */
  public MarkView lift(UUID markId, String under) {
    access.require(Action.LIFT_MARK);
    ContentMark row = entities.find(ContentMark.class, markId);
    if (row == null || row.liftedAt != null || row.inheritedFrom != null) {
      throw new NotFound("mark", markId);
    }
    Actor actor = access.require(Action.LIFT_MARK, row.caseId);
    if (under.isBlank()) {
      throw new InvalidInput(
          "under", "A mark is lifted under an order or a clearance.", "Name it, with its date.");
    }
    if (row.setBy.equals(actor.login())) {
      throw new AnotherPersonNeeded(
          "You set this mark yourself.", "Ask another supervising attorney to lift it.");
    }
    row.liftedAt = clock.instant();
    row.liftedBy = actor.login();
    row.liftedUnder = under.strip();
    entities.flush();
    spread(row.caseId);
    audit.record(
        actor.login(), "LIFT_MARK", row.caseId, row.targetKind, row.targetId, row.mark.name());
    return row.view();
  }

  /** The persons to whom marked matter of a case may be disclosed. */
  public List<Disclosure> disclosures(UUID caseId) {
    access.require(Action.READ_MARKS, caseId);
    return entities
        .createQuery(
            "from DisclosureRow d where d.caseId = :case order by d.mark, d.login",
            DisclosureRow.class)
        .setParameter("case", caseId)
        .getResultStream()
        .map(DisclosureRow::view)
        .toList();
  }

  /**
   * Puts a member on the list of a mark.
   *
   * @param advisedOn the day of the advice of secrecy, not after today
   * @throws InvalidInput if the person is no member, the day is to come, or the mark has no list
   * @throws AnotherPersonNeeded if the person is the one who asks
   */
  public Disclosure disclose(UUID caseId, Mark mark, String login, LocalDate advisedOn) {
    Actor actor = access.require(Action.DISCLOSE, caseId);
    if (!mark.isDisclosedByList()) {
      throw new InvalidInput(
          "mark",
          "What is privileged is disclosed to nobody by a list.",
          "Let the filter team clear it, and lift the mark.");
    }
    if (login.equals(actor.login())) {
      throw new AnotherPersonNeeded(
          "Nobody puts themselves on a list of disclosure.",
          "Ask another attorney of the case to do it.");
    }
    if (!members.isMember(caseId, login)) {
      throw new InvalidInput(
          "login", "“" + login + "” is no member of the case.", "Add the member first.");
    }
    if (advisedOn.isAfter(LocalDate.now(clock.withZone(ZoneOffset.UTC)))) {
      throw new InvalidInput(
          "advisedOn", "The advice of secrecy is still to come.", "Enter the day it was given.");
    }
    DisclosureRow.Key key = new DisclosureRow.Key(caseId, mark, login);
    if (entities.find(DisclosureRow.class, key) != null) {
      throw new InvalidInput("login", "The person is on the list already.", "See the list.");
    }
    Disclosure disclosure = new Disclosure(mark, login, advisedOn, clock.instant(), actor.login());
    entities.persist(new DisclosureRow(caseId, disclosure));
    audit.record(actor.login(), "DISCLOSE", caseId, "login", login, mark.name());
    return disclosure;
  }

  /** Takes a person off the list of a mark. */
  public void withdraw(UUID caseId, Mark mark, String login) {
    Actor actor = access.require(Action.DISCLOSE, caseId);
    DisclosureRow row =
        entities.find(DisclosureRow.class, new DisclosureRow.Key(caseId, mark, login));
    if (row == null) {
      throw new NotFound("disclosure", login);
    }
    entities.remove(row);
    audit.record(actor.login(), "WITHDRAW_DISCLOSURE", caseId, "login", login, mark.name());
  }

  private void spread(UUID caseId) {
    entities
        .createNativeQuery("select cast(proffer.spread_marks(:case) as text)")
        .setParameter("case", caseId)
        .getSingleResult();
  }
}
