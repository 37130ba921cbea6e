package org.proffer.parties;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;
import org.proffer.records.Records;

/** Parties: defendants first, in the order of their numbers. */
@Dependent
public class PartyKind extends RecordKind<Party> {
  private static final int AFTER_THE_DEFENDANTS = 1_000_000;

  @Inject private MergeKind merges;

  /** Declares the kind. */
  public PartyKind() {
    super("party", "parties", "Party", Party.class);
  }

  @Override
  public Set<UUID> superseded(UUID caseId, Records records) {
    return records.list(merges, caseId).stream()
        .map(merge -> Objects.requireNonNull(merge.content().duplicate()))
        .collect(Collectors.toSet());
  }

  @Override
  public String title(Party party) {
    return party.defendantNumber() == null
        ? party.name()
        : party.designation() + " " + party.name();
  }

  @Override
  public long order(Party party) {
    Integer number = party.defendantNumber();
    return number == null
        ? AFTER_THE_DEFENDANTS + List.of(PartyRole.values()).indexOf(party.role())
        : number;
  }

  @Override
  public Party completed(Written<Party> written) {
    Party party = written.after();
    if (party.role() != PartyRole.DEFENDANT || party.defendantNumber() != null) {
      return party;
    }
    int highest =
        written.records().list(this, written.caseId()).stream()
            .map(r -> r.content().defendantNumber())
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    return new Party(
        party.name(),
        party.role(),
        highest + 1,
        party.type(),
        party.description(),
        party.certainty(),
        party.born(),
        party.address(),
        party.email(),
        party.telephone());
  }

  @Override
  public void check(Written<Party> written) {
    Integer number = written.after().defendantNumber();
    if (number == null) {
      return;
    }
    if (written.after().role() != PartyRole.DEFENDANT || number < 1 || number > 9_999) {
      throw new InvalidInput(
          "Defendant number",
          "Only a defendant has a number, and it is 1 or more.",
          "Leave it empty, or make the party a defendant.");
    }
    written.records().list(this, written.caseId()).stream()
        .filter(other -> !other.id().equals(written.id()))
        .filter(other -> number.equals(other.content().defendantNumber()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new InvalidInput(
                  "Defendant number",
                  "D-" + number + " is " + other.content().name() + ".",
                  "Give another number, or none: the next free one is then taken.");
            });
  }
}
