package org.proffer.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who remembers the last head of a log and accepts only what continues it: a log that was
 * rolled back or forked is refused. Not safe for several threads.
 */
public final class Witness {
  private final HeadVerifier verifier;
  private @Nullable Head last;

  /** A witness who has seen nothing yet and takes the first signed head as it is. */
  public Witness(HeadVerifier verifier) {
    this.verifier = verifier;
  }

  /** The last head that was accepted; empty before the first. */
  public Optional<Head> last() {
    return Optional.ofNullable(last);
  }

  /**
   * Takes the next head.
   *
   * @param note the signed head
   * @param proof of consistency from the last accepted head to this one; empty for the first
   * @return whether it is accepted; if not, the last head stays
   */
  public boolean accept(String note, List<TreeHash> proof) {
    Optional<Head> said = verifier.verify(note);
    if (said.isEmpty() || !continues(said.get(), proof)) {
      return false;
    }
    last = said.get();
    return true;
  }

  private boolean continues(Head next, List<TreeHash> proof) {
    return last == null
        ? proof.isEmpty()
        : !next.at().isBefore(last.at())
            && Proofs.continued(last.size(), last.root(), next.size(), next.root(), proof);
  }
}
