package org.proffer.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.WitnessKey;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Places;

/**
 * Heads of the custody log that others cosigned, in {@code custody.witnessed} beside the heads. The
 * office says whose cosignatures it takes by the keys in {@code custody.witnesses}, one a line.
 */
@ApplicationScoped
public class Cosignatures {
  @Inject private CustodyKeeper keeper;
  @Inject private Places places;

  /**
   * The newest head that a witness cosigned.
   *
   * @param by name of the witness
   * @param at when the witness did, by its own clock
   */
  public record Witnessed(Head head, String by, Instant at) {}

  /** The keys of the witnesses; none where nobody named any. */
  public List<WitnessKey> witnesses() {
    Path file = places.ledger().resolve("custody.witnesses");
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank())
              .map(WitnessKey::parse)
              .toList()
          : List.of();
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("the keys of witnesses in " + file + " cannot be read", e);
    }
  }

  /** The cosigned heads, in the order in which they came. */
  public List<String> notes() {
    try {
      return HeadsFile.read(file(), keeper.heads().verifier());
    } catch (IOException e) {
      throw new UncheckedIOException("the cosigned heads cannot be read", e);
    }
  }

  private Path file() {
    return places.ledger().resolve("custody.witnessed");
  }

  /** The newest head that a witness cosigned; empty before the first. */
  public Optional<Witnessed> last() {
    List<WitnessKey> witnesses = witnesses();
    List<String> notes = notes();
    for (int i = notes.size() - 1; i >= 0; i--) {
      Optional<Witnessed> found = witnessed(notes.get(i), witnesses);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Witnessed> witnessed(String note, List<WitnessKey> witnesses) {
    return witnesses.stream()
        .flatMap(
            witness ->
                witness.cosigned(note).stream()
                    .map(at -> new Witnessed(Head.of(note), witness.name(), at)))
        .findFirst();
  }

  /**
   * Takes a cosigned head.
   *
   * @param note as the witness gave it
   * @throws InvalidInput if it is no head of this log, or no known witness cosigned it
   */
  public synchronized Witnessed take(String note) {
    try {
      HeadsFile heads = keeper.heads();
      String whole = note.endsWith("\n") ? note : note + "\n";
      Optional<Head> head = heads.verifier().verify(whole);
      if (head.isEmpty()
          || heads.notes().stream().noneMatch(each -> Head.of(each).equals(head.get()))) {
        throw new InvalidInput(
            "note",
            "This is no head that this log has signed.",
            "Send the cosigned head as the witness printed it.");
      }
      Witnessed witnessed =
          witnessed(whole, witnesses())
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "note",
                          "No witness whose key the office has cosigned it.",
                          "The administrator puts the witness's key as a line into"
                              + " custody.witnesses, beside the heads."));
      if (!notes().contains(whole)) {
        HeadsFile.append(file(), whole);
      }
      return witnessed;
    } catch (IOException e) {
      throw new UncheckedIOException("the cosigned head cannot be kept", e);
    }
  }
}
