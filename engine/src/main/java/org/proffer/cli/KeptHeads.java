package org.proffer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proffer.ledger.Head;
import org.proffer.ledger.Proofs;
import org.proffer.ledger.WitnessKey;

/**
 * What somebody kept of a log, against the head of a package: whether that head continues it. The
 * proofs come with the package and are checked here.
 */
final class KeptHeads {
  private final Head head;
  private final Map<Long, ProvenLine> proofs = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();

  /**
   * What a package proves of its head.
   *
   * @param consistency proofs of the package; a file that is not there proves nothing
   */
  KeptHeads(Head head, Path consistency) throws IOException {
    this.head = head;
    if (Files.isRegularFile(consistency)) {
      try (BufferedReader lines = Files.newBufferedReader(consistency)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          ProvenLine proof = ProvenLine.read(line);
          proofs.put(proof.place(), proof);
        }
      }
    }
  }

  /** What is wrong so far. */
  List<String> wrong() {
    return wrong;
  }

  /** Compares a head that was kept, and whose signature was checked. */
  void compare(Head kept) {
    compare(kept, "kept before");
  }

  /**
   * Compares a head whose signature was checked.
   *
   * @param how it is known, as in "the head over 4 events, kept before"
   */
  void compare(Head kept, String how) {
    if (kept.size() > head.size()) {
      wrong.add(
          "the log was rolled back: there is a head over "
              + kept.size()
              + " events, "
              + how
              + ", the package has "
              + head.size()
              + ".");
      return;
    }
    ProvenLine proof = proofs.get(kept.size());
    boolean same = kept.size() == head.size();
    if (!same && proof == null && kept.size() > 0) {
      wrong.add(
          "the package has no proof that it continues the head over "
              + kept.size()
              + " events, "
              + how
              + ". The office can give it.");
    } else if (!Proofs.continued(
        kept.size(),
        kept.root(),
        head.size(),
        head.root(),
        same || proof == null ? List.of() : proof.proof())) {
      wrong.add("the log is not the one of the head over " + kept.size() + " events, " + how + ".");
    }
  }

  /** When a witness last cosigned one of these heads; one that is not continued is wrong. */
  Optional<Instant> witnessed(List<String> notes, WitnessKey witness) {
    Optional<Instant> last = Optional.empty();
    for (String note : notes) {
      Optional<Instant> at = witness.cosigned(note);
      if (at.isPresent()) {
        compare(Head.of(note));
        last = at;
      }
    }
    return last;
  }
}
