package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;
import org.proffer.platform.NotFound;

/** Evidence items: received, listed, opened. */
@Stateless
public class EvidenceItems {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private CustodyLog custody;
  @Inject private Vault vault;
  @Inject private EvidenceRegister register;
  @Inject private FixityRegister fixity;

  /**
   * Receives a file of any size: streamed into the vault and hashed on the way, then entered with
   * its custody event in one transaction.
   *
   * @param fileName as sent; folders are dropped
   * @param announced bytes announced, or -1
   * @throws AlreadyReceived if the case has these bytes
   * @throws EmptyFile if there are none
   * @throws UploadCut if not all arrived
   * @throws VaultFull if they cannot be stored
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public EvidenceView receive(CaseId caseId, String fileName, InputStream bytes, long announced) {
    Actor actor = access.require(Action.RECEIVE_EVIDENCE, caseId.value());
    String name = Vault.baseName(fileName);
    StoredObject object = vault.store(name, bytes, announced);
    if (object.length() == 0) {
      throw new EmptyFile(name);
    }
    Mailboxes.Recognized known;
    try {
      known = Mailboxes.recognize(vault.open(object.sha256()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return register.enter(
        caseId, name, form(known.kind()), known.description(), object, actor.login());
  }

  static ItemForm form(Mailboxes.Kind kind) {
    return switch (kind) {
      case MESSAGE, OTHER, EMPTY -> ItemForm.FILE;
      default -> ItemForm.CONTAINER;
    };
  }

  /** The items of a case, in the order of their numbers. */
  public List<EvidenceView> of(CaseId caseId) {
    access.require(Action.VIEW_EVIDENCE, caseId.value());
    return entities
        .createQuery(
            "from EvidenceItem e where e.caseId = :case order by e.number", EvidenceItem.class)
        .setParameter("case", caseId.value())
        .getResultList()
        .stream()
        .map(EvidenceItem::view)
        .toList();
  }

  /** One item. */
  public EvidenceView get(EvidenceId id) {
    return find(Action.VIEW_EVIDENCE, id);
  }

  /** The custody of an item, first event to last. */
  public List<CustodyEventView> custody(EvidenceId id) {
    get(id);
    return custody.of(id.value());
  }

  /**
   * Hands out the original bytes of an item after hashing them again; a custody event and an audit
   * row say so.
   *
   * @throws ItemDamaged if they are not those that were received
   */
  public ByteSource download(EvidenceId id) {
    EvidenceView item = find(Action.DOWNLOAD_EVIDENCE, id);
    Actor actor = access.actor();
    item.requireBytes();
    requireSound(item, actor.login());
    custody.append(
        id.value(),
        CustodyAct.of(CustodyEventView.Kind.COPIED, actor.login(), "Downloaded.", item.sha256()));
    audit.record(
        actor.login(),
        "DOWNLOAD_EVIDENCE",
        item.caseId().value(),
        "evidence",
        id,
        item.length() + " bytes");
    return vault.open(item.sha256());
  }

  private void requireSound(EvidenceView item, String login) {
    if (item.damagedAt() == null
        && vault
            .hashed(item.sha256())
            .filter(
                found ->
                    found.sha256().equals(item.sha256())
                        && (item.sha3().isEmpty() || found.sha3().equals(item.sha3())))
            .isPresent()) {
      return;
    }
    fixity.found(item, login);
    throw new ItemDamaged(item);
  }

  private EvidenceView find(Action action, EvidenceId id) {
    access.require(action);
    EvidenceItem item = entities.find(EvidenceItem.class, id.value());
    if (item == null) {
      throw new NotFound("evidence item", id);
    }
    EvidenceView view = item.view();
    access.require(action, view.caseId().value(), "evidence item", id);
    return view;
  }
}
