package org.proffer.messages;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.platform.Ids;
import org.proffer.platform.NotFound;

/** Imports: started, watched, held, cancelled. The work is a Jakarta Batch job. */
@Stateless
public class Imports {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private CustodyLog custody;
  @Inject private EvidenceItems items;
  @Inject private Event<ImportAsked> asked;
  @Inject private Clock clock;

  /** News: an import was asked for; its job starts once the transaction is committed. */
  public record ImportAsked(ImportId id) {}

  /**
   * Starts to read the messages of an item.
   *
   * @throws ImportOfCopy if the item is a working copy
   * @throws ImportInProgress if the item has an import that has not failed and was not cancelled
   */
  public ImportId start(EvidenceId itemId) {
    access.require(Action.RUN_IMPORT);
    EvidenceView item = items.get(itemId);
    Actor actor = access.require(Action.RUN_IMPORT, item.caseId().value(), "evidence item", itemId);
    item.requireBytes();
    EvidenceId original = item.copyOf();
    if (original != null) {
      throw new ImportOfCopy(item, items.get(original));
    }
    // Two starts of one item wait for each other here.
    entities
        .createNativeQuery("select 1 from proffer.evidence_item where id = :item for update")
        .setParameter("item", itemId.value())
        .getResultList();
    Optional<ImportRun> last = last(itemId);
    if (last.isPresent()
        && last.get().state != ImportState.FAILED
        && last.get().state != ImportState.CANCELLED) {
      throw new ImportInProgress(new ImportId(last.get().id), last.get().state);
    }
    ImportRun run =
        new ImportRun(
            Ids.next(clock),
            item.caseId().value(),
            itemId.value(),
            item.length(),
            clock.instant(),
            actor.login());
    last.ifPresent(
        before -> {
          run.nextMember = before.nextMember;
          run.nextOffset = before.nextOffset;
          run.doneBytes = before.doneBytes;
          run.parsed = before.parsed;
          run.withDefects = before.withDefects;
          run.quarantined = before.quarantined;
          run.problems = before.problems;
          run.totalBytes = before.totalBytes;
          run.planned = before.planned;
          run.priority = before.priority;
        });
    entities.persist(run);
    entities.flush();
    ImportId id = new ImportId(run.id);
    custody.append(
        itemId.value(),
        CustodyAct.of(
            CustodyEventView.Kind.EXAMINED,
            actor.login(),
            "Messages read by import " + id + ".",
            item.sha256()));
    audit.record(
        actor.login(), "START_IMPORT", item.caseId().value(), "import", id, "item " + itemId);
    asked.fire(new ImportAsked(id));
    return id;
  }

  private Optional<ImportRun> last(EvidenceId itemId) {
    return entities
        .createQuery(
            "from ImportRun r where r.itemId = :item order by r.startedAt desc", ImportRun.class)
        .setParameter("item", itemId.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** An import as it stands. */
  public ImportView get(ImportId id) {
    ImportRun run = find(Action.VIEW_EVIDENCE, id);
    EvidenceView item = items.get(new EvidenceId(run.itemId));
    return view(run, item, derivation(run), problems(id));
  }

  /** The imports of a case, newest first. */
  public List<ImportView> of(CaseId caseId) {
    access.require(Action.VIEW_EVIDENCE, caseId.value());
    List<EvidenceView> all = items.of(caseId);
    return entities
        .createQuery(
            "from ImportRun r where r.caseId = :case order by r.startedAt desc", ImportRun.class)
        .setParameter("case", caseId.value())
        .getResultList()
        .stream()
        .flatMap(
            run ->
                all.stream()
                    .filter(item -> item.id().value().equals(run.itemId))
                    .map(item -> view(run, item, null, List.of())))
        .toList();
  }

  /** Stops an import after the messages it is storing; an import that has ended stays as it is. */
  public void cancel(ImportId id) {
    ImportRun run = changing(Action.CANCEL_IMPORT, id);
    if (run.state.isEnded()) {
      return;
    }
    run.state = ImportState.CANCELLED;
    run.finishedAt = clock.instant();
    record(run, "CANCEL_IMPORT", "");
    stopJob(run);
  }

  /**
   * Holds an import after the parts it is storing; an import that stands still already stays as it
   * is.
   */
  public void pause(ImportId id) {
    ImportRun run = changing(Action.CANCEL_IMPORT, id);
    if (run.state.isAtWork()) {
      run.state = ImportState.PAUSED;
      record(run, "PAUSE_IMPORT", "");
      stopJob(run);
    }
  }

  /** Lets a paused import go on; any other stays as it is. */
  public void resume(ImportId id) {
    ImportRun run = changing(Action.CANCEL_IMPORT, id);
    if (run.state == ImportState.PAUSED) {
      run.state = ImportState.QUEUED;
      record(run, "RESUME_IMPORT", "");
      asked.fire(new ImportAsked(id));
    }
  }

  /** Says how urgent an import is; an import that has ended stays as it is. */
  public void prioritize(ImportId id, ImportPriority priority) {
    ImportRun run = changing(Action.CANCEL_IMPORT, id);
    if (!run.state.isEnded() && run.priority != priority) {
      run.priority = priority;
      record(run, "PRIORITIZE_IMPORT", priority.name());
    }
  }

  private ImportRun changing(Action action, ImportId id) {
    ImportRun run = find(action, id);
    entities.refresh(run, LockModeType.PESSIMISTIC_WRITE);
    return run;
  }

  private void record(ImportRun run, String what, String detail) {
    audit.record(access.actor().login(), what, run.caseId, "import", new ImportId(run.id), detail);
  }

  private static void stopJob(ImportRun run) {
    Long execution = run.jobExecution;
    if (execution != null) {
      JobOperator jobs = BatchRuntime.getJobOperator();
      if (jobs.getRunningExecutions(ImportJobs.JOB).contains(execution)) {
        jobs.stop(execution);
      }
    }
  }

  private ImportRun find(Action action, ImportId id) {
    access.require(action);
    ImportRun run = entities.find(ImportRun.class, id.value());
    if (run == null) {
      throw new NotFound("import", id);
    }
    access.require(action, run.caseId, "import", id);
    return run;
  }

  private List<ImportProblemView> problems(ImportId id) {
    return entities
        .createQuery(
            "from ImportProblem p where p.importId in (select r.id from ImportRun r where r.itemId = (select s.itemId from ImportRun s where s.id = :import)) order by p.id",
            ImportProblem.class)
        .setParameter("import", id.value())
        .setMaxResults(200)
        .getResultList()
        .stream()
        .map(ImportProblem::view)
        .toList();
  }

  private @Nullable Derivation derivation(ImportRun run) {
    return entities
        .createQuery("from Derivative d where d.itemId = :item", Derivative.class)
        .setParameter("item", run.itemId)
        .getResultStream()
        .findFirst()
        .map(
            made ->
                made.view(
                    entities
                        .createQuery(
                            "select count(*) from DerivativeMember m where m.derivativeId = :made",
                            Long.class)
                        .setParameter("made", made.id)
                        .getSingleResult()))
        .orElse(null);
  }

  private ImportView view(
      ImportRun run,
      EvidenceView item,
      @Nullable Derivation derivation,
      List<ImportProblemView> problems) {
    return new ImportView(
        new ImportId(run.id),
        new CaseId(run.caseId),
        item.id(),
        item.number(),
        item.fileName(),
        run.state,
        run.startedAt,
        run.startedBy,
        run.finishedAt,
        run.totalBytes,
        run.doneBytes,
        run.parsed,
        run.withDefects,
        run.quarantined,
        run.problems,
        run.failure,
        run.planned,
        run.priority,
        run.trouble,
        run.readingSince,
        run.messagesBefore,
        derivation,
        problems,
        clock.instant());
  }
}
