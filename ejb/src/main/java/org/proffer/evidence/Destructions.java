package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.proffer.access.Access;
import org.proffer.access.Action;

/**
 * The destruction of items: an evidence custodian asks, a supervising attorney who is somebody else
 * approves, a time passes in which it can be stopped, a custodian does it. What remains is the
 * tombstone: the description, the custody, and an event that says who, why, and which bytes.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Destructions {
  @Inject private Access access;
  @Inject private DestructionRegister register;
  @Inject private Erasure erasure;

  /**
   * Asks that an item is destroyed.
   *
   * @throws DestructionRefused if something forbids it, or it was asked already
   */
  public DestructionView request(EvidenceId id, String reason, String authority) {
    return register.request(id, reason, authority);
  }

  /**
   * Approves it; from now the waiting time runs.
   *
   * @throws DestructionRefused if the same person asked, or something forbids it
   */
  public DestructionView approve(EvidenceId id) {
    return register.approve(id);
  }

  /** Says no. */
  public DestructionView refuse(EvidenceId id, String reason) {
    return register.end(id, DestructionView.Outcome.REFUSED, reason);
  }

  /** Takes the request back. */
  public DestructionView withdraw(EvidenceId id, String reason) {
    return register.end(id, DestructionView.Outcome.WITHDRAWN, reason);
  }

  /**
   * Destroys an item: its bytes, those made from it, its photographs, and the messages read out of
   * it. Bytes that belong to something else as well stay for that.
   *
   * @throws DestructionRefused before the time, without approval, or if something forbids it
   */
  public DestructionView destroy(EvidenceId id) {
    DestructionView done = register.destroy(id);
    erasure.of(id);
    return done;
  }

  /** The request that is open on an item, or with which it was destroyed. */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public Optional<DestructionView> of(EvidenceId id) {
    access.require(Action.VIEW_EVIDENCE);
    return register.of(id);
  }
}
