package org.proffer.parties;

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
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.platform.Ids;

/** The parties of a case and what is reported about them. */
@Stateless
public class Parties {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The parties, defendants first in the order of their numbers. */
  public List<PartyView> of(CaseId caseId) {
    access.require(Action.VIEW_CASE, caseId.value());
    return entities
        .createQuery(
            "from Party p where p.caseId = :case order by p.defendantNumber nulls last, p.name",
            Party.class)
        .setParameter("case", caseId.value())
        .getResultList()
        .stream()
        .map(Party::view)
        .toList();
  }

  /** What is reported, in the order it was recorded. */
  public List<ReportedFact> reportedFacts(CaseId caseId) {
    access.require(Action.VIEW_CASE, caseId.value());
    return entities
        .createQuery(
            "from StatedFact f where f.caseId = :case order by f.position", StatedFact.class)
        .setParameter("case", caseId.value())
        .getResultList()
        .stream()
        .map(StatedFact::view)
        .toList();
  }

  /** Adds a party. */
  public UUID add(CaseId caseId, NewParty party) {
    Actor actor = access.require(Action.ADD_MEMBER, caseId.value());
    UUID id = Ids.next(clock);
    entities.persist(new Party(id, caseId.value(), party));
    audit.record(actor.login(), "ADD_PARTY", caseId.value(), "party", id, "role " + party.role());
    return id;
  }

  /** Records statements, after those that are there. */
  public void report(CaseId caseId, List<ReportedFact> facts) {
    Actor actor = access.require(Action.ADD_MEMBER, caseId.value());
    int position = reportedFacts(caseId).size();
    for (ReportedFact fact : facts) {
      entities.persist(new StatedFact(Ids.next(clock), caseId.value(), fact, position++));
    }
    audit.record(
        actor.login(), "REPORT_FACTS", caseId.value(), "case", caseId, facts.size() + " facts");
  }
}
