package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;

/** Says in the custody of an item where it was taken from. */
@ApplicationScoped
class Provenance {
  @Inject private CustodyLog custody;

  @Transactional
  void say(EvidenceView item, String words) {
    custody.append(
        item.id().value(),
        CustodyAct.of(CustodyEventView.Kind.COPIED, item.receivedBy(), words, item.sha256()));
  }
}
