package org.proffer.documents;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.cases.CaseId;
import org.proffer.documents.DocumentKind.Subject;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyRole;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;
import org.proffer.records.Records;

/**
 * Many documents at once, one for each victim or defendant of a case. The job works in the name of
 * whoever started it or goes on with it; what it made stays, what failed is listed, and whoever
 * goes on with it tries what is left and what failed.
 */
@Stateless
public class DocumentBatches {
  private static final Set<UUID> RUNNING = ConcurrentHashMap.newKeySet();

  @Resource private ManagedExecutorService executor;
  @Inject private Access access;
  @Inject private Documents documents;
  @Inject private BatchStore store;
  @Inject private Records records;
  @Inject private PartyKind parties;

  /**
   * Starts to make a document of a kind for everybody it can be about.
   *
   * @throws InvalidInput if the kind is not about a person, or there is none
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public BatchView start(CaseId caseId, DocumentKind kind) {
    Actor actor = access.require(Action.PRODUCE_DOCUMENT, caseId.value());
    if (kind.subject() != Subject.VICTIM && kind.subject() != Subject.DEFENDANT) {
      throw new InvalidInput(
          "template",
          "A " + kind.label().toLowerCase(java.util.Locale.ROOT) + " is not about one person each.",
          "Choose a document about a victim or a defendant.");
    }
    PartyRole role = kind.subject() == Subject.VICTIM ? PartyRole.VICTIM : PartyRole.DEFENDANT;
    List<UUID> subjects =
        records.list(parties, caseId.value()).stream()
            .filter(p -> p.content().role() == role)
            .map(p -> p.id())
            .toList();
    if (subjects.isEmpty()) {
      throw new InvalidInput(
          "template", "The case has no such party.", "Add the parties to the case first.");
    }
    UUID id = store.enter(caseId, kind, subjects, actor.login());
    run(id);
    return store.view(id, RUNNING.contains(id));
  }

  /** Goes on with a batch that was interrupted, or in which some failed. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public BatchView resume(UUID id) {
    access.require(Action.PRODUCE_DOCUMENT);
    access.require(Action.PRODUCE_DOCUMENT, store.head(id).caseId().value(), "batch", id);
    run(id);
    return store.view(id, RUNNING.contains(id));
  }

  private void run(UUID id) {
    if (RUNNING.add(id)) {
      try {
        executor.execute(() -> work(id));
      } catch (RuntimeException e) {
        RUNNING.remove(id);
        throw e;
      }
    }
  }

  private void work(UUID id) {
    try {
      BatchStore.Head head = store.head(id);
      for (UUID subject : store.open(id)) {
        one(id, head, subject);
      }
    } finally {
      RUNNING.remove(id);
    }
  }

  private void one(UUID id, BatchStore.Head head, UUID subject) {
    try {
      documents.makeFor(id, head.caseId(), head.kind(), subject);
    } catch (Refusal refusal) {
      store.failed(id, subject, refusal.title() + ": " + refusal.detail());
    } catch (RuntimeException e) {
      store.failed(id, subject, "It could not be made: " + e.getClass().getSimpleName() + ".");
    }
  }

  /** How a batch stands. */
  public BatchView get(UUID id) {
    access.require(Action.READ_DOCUMENT);
    BatchStore.Head head = store.head(id);
    access.require(Action.READ_DOCUMENT, head.caseId().value(), "batch", id);
    return store.view(id, RUNNING.contains(id));
  }

  /** What a batch has made, in its order. */
  public List<DocumentId> made(UUID id) {
    access.require(Action.READ_DOCUMENT);
    access.require(Action.READ_DOCUMENT, store.head(id).caseId().value(), "batch", id);
    return store.made(id);
  }

  /** The batches of a case, the newest first. */
  public List<BatchView> of(CaseId caseId) {
    access.require(Action.READ_DOCUMENT, caseId.value());
    return store.of(caseId).stream().map(id -> store.view(id, RUNNING.contains(id))).toList();
  }
}
