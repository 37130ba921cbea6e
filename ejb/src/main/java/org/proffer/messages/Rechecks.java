package org.proffer.messages;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.platform.Ids;
import org.proffer.platform.NotFound;

/**
 * Re-checks of a case under the rules of now: asked for, watched, compared with what was found
 * before. The work is a Jakarta Batch job; what was found before is kept with its version.
 */
@Stateless
public class Rechecks {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Event<RecheckAsked> asked;
  @Inject private Clock clock;

  /** News: a re-check was asked for; its job starts once the transaction is committed. */
  public record RecheckAsked(RecheckId id) {}

  /**
   * Starts to check the messages of a case that are checked under other rules.
   *
   * @throws RecheckRefused if there are none, a re-check is under way, or an import is running
   */
  public RecheckId start(CaseId caseId) {
    Actor actor = access.require(Action.RUN_RECHECK, caseId.value());
    // Two starts in one case wait for each other here.
    entities
        .createNativeQuery("select 1 from proffer.case_file where id = :case for update")
        .setParameter("case", caseId.value())
        .getResultList();
    RulesOfCase rules = rules(caseId.value());
    RecheckView last = rules.last();
    if (last != null && !last.state().isEnded()) {
      throw RecheckRefused.underWay(last.id());
    }
    if (isImporting(caseId)) {
      throw RecheckRefused.importing();
    }
    if (rules.outdated() == 0) {
      throw RecheckRefused.current(rules.current());
    }
    RecheckRun run =
        new RecheckRun(
            Ids.next(clock),
            caseId.value(),
            CanSpamRules.VERSION,
            rules.outdated(),
            clock.instant(),
            actor.login());
    entities.persist(run);
    entities.flush();
    RecheckId id = new RecheckId(run.id);
    audit.record(
        actor.login(),
        "START_RECHECK",
        run.caseId,
        "re-check",
        id,
        "rules " + run.ruleVersion + ", " + run.total + " messages");
    asked.fire(new RecheckAsked(id));
    return id;
  }

  private boolean isImporting(CaseId caseId) {
    return entities
            .createQuery(
                "select count(r) from ImportRun r where r.caseId = :case and r.state in (:queued, :expanding, :reading)",
                Long.class)
            .setParameter("case", caseId.value())
            .setParameter("queued", ImportState.QUEUED)
            .setParameter("expanding", ImportState.EXPANDING)
            .setParameter("reading", ImportState.READING)
            .getSingleResult()
        > 0;
  }

  /** Under which rules the messages of a case are checked, and the newest re-check. */
  public RulesOfCase rules(CaseId caseId) {
    access.require(Action.READ_MESSAGES, caseId.value());
    return rules(caseId.value());
  }

  private RulesOfCase rules(UUID caseId) {
    Optional<RecheckRun> last =
        entities
            .createQuery(
                "from RecheckRun r where r.caseId = :case order by r.startedAt desc",
                RecheckRun.class)
            .setParameter("case", caseId)
            .setMaxResults(1)
            .getResultStream()
            .findFirst();
    List<RulesOfCase.Checked> checked =
        entities
            .createQuery(
                "select m.ruleVersion, count(m) from StoredMessage m where m.caseId = :case group by m.ruleVersion order by m.ruleVersion desc",
                Object[].class)
            .setParameter("case", caseId)
            .getResultStream()
            .map(row -> new RulesOfCase.Checked((String) row[0], (Long) row[1]))
            .toList();
    return new RulesOfCase(CanSpamRules.VERSION, checked, last.map(RecheckRun::view).orElse(null));
  }

  /** A re-check as it stands. */
  public RecheckView get(RecheckId id) {
    access.require(Action.READ_MESSAGES);
    RecheckRun run = entities.find(RecheckRun.class, id.value());
    if (run == null) {
      throw new NotFound("re-check", id);
    }
    access.require(Action.READ_MESSAGES, run.caseId, "re-check", id);
    return run.view();
  }

  /** What a re-check has changed so far. */
  public RecheckChanges changes(RecheckId id) {
    get(id);
    Session session = entities.unwrap(Session.class);
    List<RecheckChanges.Change> verdicts =
        session
            .createNativeQuery(
                "select verdict, new_verdict, count(*) from proffer.superseded_assessment "
                    + "where recheck_id = :recheck group by verdict, new_verdict",
                Object[].class)
            .setParameter("recheck", id.value())
            .getResultStream()
            .map(row -> new RecheckChanges.Change(verdict(row[0]), verdict(row[1]), count(row[2])))
            .toList();
    List<RecheckChanges.RequirementChange> requirements =
        session
            .createNativeQuery(
                """
                select requirement, was, became, count(*) from (
                  select r.requirement,
                         case when r.requirement = any(s.violated) then 'VIOLATED'
                              when r.requirement = any(s.undetermined) then 'UNDETERMINED'
                              when r.requirement = any(s.met) then 'MET' else 'NOT_APPLICABLE' end was,
                         case when r.requirement = any(s.new_violated) then 'VIOLATED'
                              when r.requirement = any(s.new_undetermined) then 'UNDETERMINED'
                              when r.requirement = any(s.new_met) then 'MET' else 'NOT_APPLICABLE' end became
                  from proffer.superseded_assessment s,
                       lateral (select distinct unnest(s.violated || s.undetermined || s.met
                                  || s.new_violated || s.new_undetermined || s.new_met) requirement) r
                  where s.recheck_id = :recheck and s.changed) each
                where was <> became
                group by requirement, was, became order by requirement, was, became""",
                Object[].class)
            .setParameter("recheck", id.value())
            .getResultStream()
            .map(
                row ->
                    new RecheckChanges.RequirementChange(
                        (String) row[0], verdict(row[1]), verdict(row[2]), count(row[3])))
            .toList();
    return new RecheckChanges(verdicts, requirements);
  }

  private static Verdict verdict(Object name) {
    return Verdict.valueOf((String) name);
  }

  private static long count(Object number) {
    return ((Number) number).longValue();
  }
}
