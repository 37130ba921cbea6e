package org.proffer.facts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.proffer.charges.Count;
import org.proffer.law.fraud.Element;
import org.proffer.parties.Party;
import org.proffer.proof.Assessment;
import org.proffer.proof.BoardDefect;
import org.proffer.proof.Cell;
import org.proffer.proof.Evidence;
import org.proffer.proof.ProofBoard;
import org.proffer.records.RecordView;

/**
 * The proof of a case as it stands: the counts of the instruments in force, their elements, the
 * defendants, and for each of them how far it is supported.
 *
 * @param counts in their order
 * @param defendants all of the case, in the order of their numbers
 * @param facts by id
 * @param sources by the id of their fact
 * @param evidence what can be left out, with its name, the most used first
 */
public record Board(
    List<ChargedCount> counts,
    List<RecordView<Party>> defendants,
    Map<UUID, RecordView<CaseFact>> facts,
    Map<UUID, List<RecordView<FactSource>>> sources,
    Map<Evidence, String> evidence,
    ProofBoard proof) {

  /**
   * A count with its elements.
   *
   * @param charged ids of the defendants it charges
   */
  public record ChargedCount(RecordView<Count> count, List<Element> elements, List<UUID> charged) {}

  /** How everything stands on the whole record. */
  public Assessment assessment() {
    return proof.onTheWholeRecord();
  }

  /** How one element of a count stands against a defendant. */
  public Cell cell(ChargedCount count, Element element, UUID defendant) {
    return assessment().cell(count.count().id().toString(), element.id(), defendant.toString());
  }

  /** What is written in a way that supports nothing. */
  public List<BoardDefect> defects() {
    return proof.defects();
  }
}
