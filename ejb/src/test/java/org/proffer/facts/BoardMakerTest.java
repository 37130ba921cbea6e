package org.proffer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.proffer.charges.Count;
import org.proffer.charges.CountKind;
import org.proffer.law.fraud.Element;
import org.proffer.parties.Party;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyRole;
import org.proffer.proof.Evidence;
import org.proffer.proof.Fact;
import org.proffer.proof.ProofRule;
import org.proffer.proof.Support;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;

/** The board as it is made out of records. */
class BoardMakerTest {
  private static final LocalDate DAY = LocalDate.of(2005, 3, 1);

  private final List<RecordView<CaseFact>> facts = new ArrayList<>();
  private final List<RecordView<FactSource>> sources = new ArrayList<>();
  private final Map<UUID, UUID> itemOf = new HashMap<>();
  private final RecordView<Party> ann = party("Ann Poe", 1);
  private final RecordView<Party> bob = party("Bob Roe", 2);
  private final RecordView<Count> wire = count(1, List.of());
  private final RecordView<Count> onlyAnn = count(2, List.of(ann.id()));

  private static <C extends Record> RecordView<C> view(RecordKind<C> kind, C content) {
    return new RecordView<>(
        UUID.randomUUID(),
        UUID.randomUUID(),
        kind,
        kind.title(content),
        content,
        1,
        false,
        false,
        Instant.EPOCH,
        "prosecutor");
  }

  private static RecordView<Party> party(String name, int number) {
    return view(
        new PartyKind(),
        new Party(name, PartyRole.DEFENDANT, number, null, "", null, "", "", "", ""));
  }

  private static RecordView<Count> count(int number, List<UUID> charged) {
    return view(
        new CountKind(),
        new Count(
            UUID.randomUUID(), number, "18-1343", "", DAY, DAY, "", charged, "", null, null, ""));
  }

  private UUID fact(String sentence, RecordView<Count> of, List<UUID> against, UUID... competing) {
    RecordView<CaseFact> fact =
        view(
            new FactKind(),
            new CaseFact(
                sentence,
                DAY,
                null,
                List.of(of.id()),
                List.of("18-1343.scheme"),
                against,
                false,
                null,
                List.of(competing)));
    facts.add(fact);
    return fact.id();
  }

  private UUID source(
      UUID fact,
      FactSource.Type type,
      int ground,
      @Nullable UUID item,
      @Nullable UUID message,
      @Nullable UUID witness,
      @Nullable UUID rests) {
    RecordView<FactSource> source =
        view(
            new SourceKind(),
            new FactSource(
                fact, type, ground, item, message, "1", 0, 5, "agreed", witness, rests, ""));
    sources.add(source);
    return source.id();
  }

  private Board board() {
    List<Element> elements = FactKind.elements(wire.content());
    return new BoardMaker(
            List.of(
                new Board.ChargedCount(wire, elements, List.of(ann.id(), bob.id())),
                new Board.ChargedCount(onlyAnn, elements, List.of(ann.id()))),
            List.of(ann, bob),
            facts,
            sources,
            itemOf,
            (kind, ids) ->
                ids.stream().collect(Collectors.toMap(id -> id, id -> kind + " of the case")))
        .make();
  }

  private static Support scheme(Board board, int count, RecordView<Party> defendant) {
    Board.ChargedCount charged = board.counts().get(count);
    return board.cell(charged, scheme(charged), defendant.id()).support();
  }

  private static Element scheme(Board.ChargedCount charged) {
    return charged.elements().stream()
        .filter(e -> e.id().equals("18-1343.scheme"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFactAgainstOneDefendantProvesNothingAgainstAnotherNorInAnotherCount() {
    UUID fact = fact("Ann ran it.", wire, List.of(ann.id()));
    source(fact, FactSource.Type.WITNESS, 1, null, null, UUID.randomUUID(), null);

    Board board = board();

    assertThat(scheme(board, 0, ann)).isEqualTo(Support.THIN_OR_CONTESTED);
    assertThat(scheme(board, 0, bob)).isEqualTo(Support.NOTHING);
    assertThat(scheme(board, 1, ann)).isEqualTo(Support.NOTHING);
  }

  @Test
  void aFactAgainstNobodyInParticularIsAgainstAllWhoAreCharged() {
    UUID fact = fact("They ran it.", wire, List.of());
    source(fact, FactSource.Type.STIPULATION, 1, null, null, null, null);

    Board board = board();

    assertThat(scheme(board, 0, ann)).isEqualTo(Support.SUPPORTED);
    assertThat(scheme(board, 0, bob)).isEqualTo(Support.SUPPORTED);
  }

  @Test
  void sourcesOfOneGroundAreNeededTogetherAndThoseOfTwoAreNot() {
    UUID together = fact("Log and keeper.", wire, List.of(ann.id()));
    UUID item = UUID.randomUUID();
    source(together, FactSource.Type.ITEM, 1, item, null, null, null);
    source(together, FactSource.Type.WITNESS, 1, null, null, UUID.randomUUID(), null);
    assertThat(scheme(board(), 0, ann)).isEqualTo(Support.THIN_OR_CONTESTED);

    source(together, FactSource.Type.WITNESS, 2, null, null, UUID.randomUUID(), null);

    assertThat(scheme(board(), 0, ann)).isEqualTo(Support.SUPPORTED);
  }

  @Test
  void twoMessagesOfOneItemAreOneSourceAndAPassageGoesWithItsMessage() {
    UUID item = UUID.randomUUID();
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    itemOf.put(first, item);
    itemOf.put(second, item);
    UUID fact = fact("Two messages say so.", wire, List.of());
    source(fact, FactSource.Type.MESSAGE, 1, null, first, null, null);
    source(fact, FactSource.Type.PASSAGE, 2, null, second, null, null);

    Board board = board();

    assertThat(scheme(board, 0, ann)).isEqualTo(Support.THIN_OR_CONTESTED);
    assertThat(board.evidence())
        .containsOnlyKeys(
            new Evidence.Message(first.toString(), new Evidence.Item(item.toString())),
            new Evidence.Message(second.toString(), new Evidence.Item(item.toString())))
        .containsValue("message of the case");
  }

  @Test
  void aMessageThatIsNotSeenSupportsNothing() {
    UUID fact = fact("A hidden message says so.", wire, List.of());
    source(fact, FactSource.Type.MESSAGE, 1, null, UUID.randomUUID(), null, null);

    assertThat(scheme(board(), 0, ann)).isEqualTo(Support.NOTHING);
    assertThat(board().evidence()).isEmpty();
  }

  @Test
  void competingFactsContestEachOtherWhicheverNamesTheOther() {
    UUID one = fact("In summer.", wire, List.of());
    source(one, FactSource.Type.STIPULATION, 1, null, null, null, null);
    UUID other = fact("Over eighteen months.", wire, List.of(), one);
    source(other, FactSource.Type.STIPULATION, 1, null, null, null, null);

    Board board = board();

    assertThat(board.cell(board.counts().get(0), scheme(board.counts().get(0)), ann.id()).rule())
        .isEqualTo(ProofRule.CONTESTED);
  }

  @Test
  void aFactThatRestsOnAnotherStandsAndFallsWithIt() {
    UUID basis = fact("The books.", onlyAnn, List.of());
    UUID witness = UUID.randomUUID();
    source(basis, FactSource.Type.WITNESS, 1, null, null, witness, null);
    UUID derived = fact("So it ran.", wire, List.of());
    source(derived, FactSource.Type.FACT, 1, null, null, null, basis);

    Board board = board();

    assertThat(scheme(board, 0, bob)).isEqualTo(Support.THIN_OR_CONTESTED);
    assertThat(
            board
                .proof()
                .without(java.util.Set.of(new Evidence.Witness(witness.toString())))
                .fallenFacts())
        .extracting(Fact::id)
        .containsExactlyInAnyOrder(basis.toString(), derived.toString());
  }
}
