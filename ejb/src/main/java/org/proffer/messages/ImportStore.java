package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.proffer.access.PortalsOwnWork;
import org.proffer.audit.AuditTrail;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.evidence.StoredObject;
import org.proffer.platform.Ids;

/**
 * What an import reads and writes in the database, each method a transaction (or part of the
 * job's).
 */
@ApplicationScoped
@Transactional
@PortalsOwnWork
class ImportStore {
  @PersistenceContext private EntityManager entities;
  @Inject private CustodyLog custody;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * What a job has to know of its import.
   *
   * @param itemSha256 the item's vault object
   * @param undated the day whose law applies to messages that do not say when they were sent: the
   *     day of receipt
   */
  record Task(
      UUID importId,
      UUID caseId,
      UUID itemId,
      String fileName,
      String itemSha256,
      long itemLength,
      LocalDate undated,
      int nextMember,
      long nextOffset,
      ImportState state) {}

  Task task(ImportId id) {
    ImportRun run = entities.find(ImportRun.class, id.value());
    Object[] item =
        (Object[])
            entities
                .createQuery(
                    "select e.fileName, e.sha256, e.length, e.receivedAt from EvidenceItem e where e.id = :item")
                .setParameter("item", run.itemId)
                .getSingleResult();
    return new Task(
        run.id,
        run.caseId,
        run.itemId,
        (String) item[0],
        (String) item[1],
        (Long) item[2],
        LocalDate.ofInstant((java.time.Instant) item[3], ZoneOffset.UTC),
        run.nextMember,
        run.nextOffset,
        run.state);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void begin(ImportId id, ImportState state, long execution) {
    ImportRun run = locked(id);
    if (!run.state.isEnded()) {
      run.state = state;
      run.jobExecution = execution;
    }
  }

  /** Where the members of an item stand, once an archive was expanded. */
  Optional<ImportSource> derived(UUID itemId) {
    return entities
        .createQuery("from Derivative d where d.itemId = :item", Derivative.class)
        .setParameter("item", itemId)
        .getResultStream()
        .findFirst()
        .map(
            derivative ->
                new ImportSource(
                    derivative.sha256,
                    entities
                        .createQuery(
                            "from DerivativeMember m where m.derivativeId = :d order by m.position",
                            DerivativeMember.class)
                        .setParameter("d", derivative.id)
                        .getResultStream()
                        .map(DerivativeMember::member)
                        .toList()));
  }

  /**
   * Records that an archive was expanded: derivative, members, problems and custody event at once.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void expanded(
      ImportId id, StoredObject object, List<Member> members, List<ImportProblemView> problems) {
    ImportRun run = locked(id);
    UUID derivativeId = Ids.next(clock);
    String tool = "Proffer archive reader, Java " + Runtime.version().feature();
    entities.persist(
        new Derivative(
            derivativeId,
            run.itemId,
            object,
            tool,
            "members concatenated in archive order",
            clock.instant()));
    members.forEach(member -> entities.persist(new DerivativeMember(derivativeId, member)));
    problems.forEach(
        problem -> entities.persist(new ImportProblem(Ids.next(clock), run.id, problem)));
    run.problems += problems.size();
    run.totalBytes = object.length();
    entities.flush();
    custody.append(
        run.itemId,
        CustodyAct.of(
            CustodyEventView.Kind.DERIVED,
            "system",
            members.size()
                + " members expanded into derivative "
                + object.sha256()
                + " by "
                + tool
                + ".",
            received(run.itemId)));
    audit.record(
        "system", "EXPAND_ARCHIVE", run.caseId, "import", run.id, members.size() + " members");
  }

  private String received(UUID itemId) {
    return entities
        .createQuery("select e.sha256 from EvidenceItem e where e.id = :item", String.class)
        .setParameter("item", itemId)
        .getSingleResult();
  }

  /** The run, with nobody else changing it until the transaction ends. */
  ImportRun locked(ImportId id) {
    ImportRun run = entities.find(ImportRun.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    if (run == null) {
      throw new IllegalStateException("There is no import " + id);
    }
    return run;
  }

  /** Stores a chunk and moves the checkpoint behind it. */
  void store(ImportRun run, List<StoredMessage> messages, List<ImportProblemView> problems) {
    messages.forEach(entities::persist);
    problems.forEach(
        problem -> entities.persist(new ImportProblem(Ids.next(clock), run.id, problem)));
    run.problems += problems.size();
    entities.flush();
    messages.forEach(entities::detach);
  }

  void end(ImportId id, ImportState state, String failure) {
    ImportRun run = locked(id);
    if (run.state.isEnded()) {
      return;
    }
    run.state = state;
    run.failure = failure.isEmpty() ? null : failure;
    run.finishedAt = clock.instant();
    if (state == ImportState.COMPLETED) {
      run.doneBytes = run.totalBytes;
    }
    long messages = run.parsed + run.withDefects + run.quarantined;
    audit.record(
        "system",
        "END_IMPORT",
        run.caseId,
        "import",
        run.id,
        state + ", " + messages + " messages");
    ImportLog.LOG.ended(id, state, messages);
  }

  /** Imports that a stop of the server interrupted, oldest first. */
  List<ImportId> interrupted() {
    return entities
        .createQuery(
            "select r.id from ImportRun r where r.state in (:queued, :expanding, :reading) order by r.startedAt",
            UUID.class)
        .setParameter("queued", ImportState.QUEUED)
        .setParameter("expanding", ImportState.EXPANDING)
        .setParameter("reading", ImportState.READING)
        .getResultStream()
        .map(ImportId::new)
        .toList();
  }
}
