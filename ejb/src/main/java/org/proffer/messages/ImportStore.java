package org.proffer.messages;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
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
  @Resource private TransactionSynchronizationRegistry transaction;

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
      ImportState state) {}

  Task task(ImportId id) {
    return task(entities.find(ImportRun.class, id.value()));
  }

  private Task task(ImportRun run) {
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
        run.state);
  }

  /** A job has come to this state, unless the import is to stand still. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Task begin(ImportId id, ImportState state, long execution) {
    ImportRun run = locked(id);
    if (run.state.isAtWork()) {
      run.state = state;
      run.jobExecution = execution;
      run.trouble = null;
      if (state == ImportState.READING) {
        run.readingSince = clock.instant();
        run.messagesBefore = run.parsed + run.withDefects + run.quarantined;
      }
    }
    return task(run);
  }

  /**
   * How far the messages of an item have been counted.
   *
   * @param complete whether all were
   * @param position of the next part
   * @param member in which counting goes on
   * @param offset in that member
   * @param number of the next message
   */
  record Plan(boolean complete, int position, int member, long offset, long number) {}

  /** How far counting is. */
  Plan plan(ImportId id) {
    ImportRun run = entities.find(ImportRun.class, id.value());
    Object[] counted =
        (Object[])
            entities
                .createNativeQuery(
                    "select coalesce(max(position) + 1, 0), sum(messages)"
                        + " from proffer.import_part where item_id = :item")
                .setParameter("item", run.itemId)
                .getSingleResult();
    // Without parts, what is stored was stored before imports were divided.
    long before =
        counted[1] == null
            ? run.parsed + run.withDefects + run.quarantined
            : numberBefore(run.itemId) + ((Number) counted[1]).longValue();
    return new Plan(
        run.planned != null,
        ((Number) counted[0]).intValue(),
        run.nextMember,
        run.nextOffset,
        before + 1);
  }

  private long numberBefore(UUID itemId) {
    return ((Number)
                entities
                    .createNativeQuery(
                        "select min(first_number) from proffer.import_part where item_id = :item")
                    .setParameter("item", itemId)
                    .getSingleResult())
            .longValue()
        - 1;
  }

  /**
   * Keeps parts that were found.
   *
   * @param messages how many the item has, once all were counted; null before
   * @return false if the import is no longer at work; nothing was kept then
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean planned(
      ImportId id,
      List<ImportPart> parts,
      int nextMember,
      long nextOffset,
      @Nullable Long messages) {
    ImportRun run = locked(id);
    if (!run.state.isAtWork()) {
      return false;
    }
    run.nextMember = nextMember;
    run.nextOffset = nextOffset;
    run.planned = messages;
    entities
        .unwrap(Session.class)
        .doWork(connection -> ImportParts.insert(connection, run.itemId, parts));
    return true;
  }

  /** The next parts that are not stored, in their order. */
  List<ImportPart> open(UUID itemId, int from) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> ImportParts.open(connection, itemId, from));
  }

  /** Where the messages of an item stand: in what was expanded out of it, or in itself. */
  ImportSource source(Task task) {
    return derived(task.itemId())
        .orElseGet(
            () ->
                new ImportSource(
                    task.itemSha256(), List.of(new Member(0, "", 0, task.itemLength()))));
  }

  /** How an import stands, and how urgent it is. */
  record Standing(ImportState state, ImportPriority priority) {}

  Standing standing(ImportId id) {
    Object[] now =
        (Object[])
            entities
                .createQuery("select r.state, r.priority from ImportRun r where r.id = :id")
                .setParameter("id", id.value())
                .getSingleResult();
    return new Standing((ImportState) now[0], (ImportPriority) now[1]);
  }

  /** Says what keeps an import waiting; empty when nothing does. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void trouble(ImportId id, String words) {
    entities
        .createNativeQuery(
            "update proffer.import_run set trouble = nullif(:words, '') where id = :id"
                + " and coalesce(trouble, '') <> :words")
        .setParameter("words", words)
        .setParameter("id", id.value())
        .executeUpdate();
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
      ImportId id,
      StoredObject object,
      List<Member> members,
      List<ImportProblemView> problems,
      Derivation.Made made) {
    ImportRun run = locked(id);
    if (derived(run.itemId).isPresent()) {
      return; // It had been recorded: the answer to the commit was lost.
    }
    UUID derivativeId = Ids.next(clock);
    entities.persist(
        new Derivative(
            derivativeId,
            run.itemId,
            object,
            made,
            "members one after the other in the order in which they were opened",
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
                + made.words()
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

  /**
   * Stores a part, once: its messages, its problems, the counts and that it is done.
   *
   * @return false if the import is no longer being read; nothing was stored then
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean store(
      ImportId id,
      ImportPart part,
      List<StoredMessage> messages,
      List<ImportProblemView> problems) {
    UUID itemId = entities.find(ImportRun.class, id.value()).itemId;
    Boolean stored =
        entities
            .unwrap(Session.class)
            .doReturningWork(
                connection -> {
                  if (!ImportParts.claim(connection, itemId, part)) {
                    return null;
                  }
                  MessageInsert.all(connection, messages);
                  AttachmentRows.insert(connection, messages);
                  return ImportParts.count(connection, id, part, messages, problems.size());
                });
    if (stored == null) {
      return true; // It had been stored: the answer to the commit was lost.
    }
    if (!stored) {
      transaction.setRollbackOnly();
      return false;
    }
    problems.forEach(
        problem -> entities.persist(new ImportProblem(Ids.next(clock), id.value(), problem)));
    return true;
  }

  /** Completes an import of which every part is stored; any other stays as it is. */
  void finish(ImportId id) {
    ImportRun run = locked(id);
    if (run.state == ImportState.READING && run.planned != null && open(run.itemId, 0).isEmpty()) {
      end(run, ImportState.COMPLETED, "");
    }
  }

  void end(ImportId id, ImportState state, String failure) {
    end(locked(id), state, failure);
  }

  private void end(ImportRun run, ImportState state, String failure) {
    ImportId id = new ImportId(run.id);
    if (run.state.isEnded()) {
      return;
    }
    run.state = state;
    run.failure = failure.isEmpty() ? null : failure;
    run.trouble = null;
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
            "select r.id from ImportRun r where r.state in (:queued, :expanding, :planning, :reading) order by r.startedAt",
            UUID.class)
        .setParameter("queued", ImportState.QUEUED)
        .setParameter("expanding", ImportState.EXPANDING)
        .setParameter("planning", ImportState.PLANNING)
        .setParameter("reading", ImportState.READING)
        .getResultStream()
        .map(ImportId::new)
        .toList();
  }
}
