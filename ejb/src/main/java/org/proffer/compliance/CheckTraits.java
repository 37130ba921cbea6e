package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.proffer.analysis.MessageTraits;
import org.proffer.check.CheckedMessage;

/** Keeps what a checked message is counted by, with its check. */
@ApplicationScoped
class CheckTraits {
  @PersistenceContext private EntityManager entities;

  @Transactional(Transactional.TxType.MANDATORY)
  void keep(UUID check, CheckedMessage checked) {
    MessageTraits traits = MessageTraits.of(checked.message(), checked.facts());
    entities
        .createNativeQuery(
            "update proffer.template_check set methods = :methods, network = :network, campaign = :campaign,"
                + " purpose = :purpose, sent_at = cast(:sent as timestamptz) where id = :id")
        .setParameter("methods", traits.methods())
        .setParameter("network", traits.network())
        .setParameter("campaign", traits.linkedDomain())
        .setParameter("purpose", checked.facts().purpose().value().name())
        .setParameter(
            "sent", checked.facts().sentAt() == null ? null : checked.facts().sentAt().toString())
        .setParameter("id", check)
        .executeUpdate();
  }
}
