package org.proffer.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.proffer.proof.Evidence.Item;
import org.proffer.proof.Evidence.Message;
import org.proffer.proof.Evidence.Passage;
import org.proffer.proof.Evidence.Stipulation;
import org.proffer.proof.Evidence.Witness;

/** One count of 18 U.S.C. 1037(a)(2), two elements, two defendants. */
class ProofBoardTest {

  private static final Item SERVER = new Item("1B1");
  private static final Item LAPTOP = new Item("1B2");
  private static final Message OFFER = new Message("m1", SERVER);
  private static final Message ORDER = new Message("m2", SERVER);
  private static final Witness AGENT = new Witness("W-1");
  private static final Witness PARTNER = new Witness("W-2");
  private static final Stipulation AGREED = new Stipulation("S-1");
  private static final Count COUNT =
      new Count("1", "1037(a)(2)", List.of("relayed", "intent"), List.of("D-1", "D-2"));
  private static final Proves RELAYED = Proves.against("D-1", "1", "relayed");
  private static final Proves INTENT = Proves.against("D-1", "1", "intent");

  private static Fact fact(String id, Proves proves, Ground... grounds) {
    return fact(id, proves, List.of(), false, grounds);
  }

  private static Fact fact(
      String id, Proves proves, List<String> competing, boolean disputed, Ground... grounds) {
    return new Fact(
        id,
        "Sentence of " + id,
        LocalDate.of(2004, 5, 3),
        List.of(grounds),
        List.of(proves),
        competing,
        disputed);
  }

  private static ProofBoard board(Fact... facts) {
    return ProofBoard.of(List.of(COUNT), List.of(facts));
  }

  private static Cell relayed(Assessment assessment) {
    return assessment.cell("1", "relayed", "D-1");
  }

  private static ProofRule rule(Fact... facts) {
    return relayed(board(facts).onTheWholeRecord()).rule();
  }

  @Test
  void anElementWithoutAFactHasNothing() {
    assertThat(rule()).isEqualTo(ProofRule.NO_FACT);
    assertThat(ProofRule.NO_FACT.support()).isEqualTo(Support.NOTHING);
  }

  @Test
  void aFactWithoutASourceIsNothing() {
    Cell cell = relayed(board(fact("f", RELAYED)).onTheWholeRecord());
    assertThat(cell.rule()).isEqualTo(ProofRule.NO_STANDING_FACT);
    assertThat(cell.support()).isEqualTo(Support.NOTHING);
    assertThat(cell.reason())
        .isEqualTo(
            "Facts are written, but none of them has a source that stands."
                + " “Sentence of f” (2004-05-03).");
  }

  @Test
  void aFactOnOneItemIsThinAndSaysOnWhatItHinges() {
    Cell cell = relayed(board(fact("f", RELAYED, Ground.of(OFFER))).onTheWholeRecord());
    assertThat(cell.rule()).isEqualTo(ProofRule.ONE_SOURCE);
    assertThat(cell.support()).isEqualTo(Support.THIN_OR_CONTESTED);
    assertThat(cell.hinges()).containsExactly(SERVER);
    assertThat(cell.reason()).contains("Everything hinges on evidence item 1B1.");
  }

  @Test
  void twoMessagesOfOneItemAreOneSource() {
    assertThat(rule(fact("f", RELAYED, Ground.of(OFFER), Ground.of(new Passage(ORDER, 3, 9)))))
        .isEqualTo(ProofRule.ONE_SOURCE);
  }

  @Test
  void theSameMessageInTwoItemsIsTwoSources() {
    assertThat(rule(fact("f", RELAYED, Ground.of(OFFER), Ground.of(new Message("m1", LAPTOP)))))
        .isEqualTo(ProofRule.INDEPENDENT_SOURCES);
  }

  @Test
  void anItemAndAWitnessEachEnoughAreIndependent() {
    Cell cell =
        relayed(board(fact("f", RELAYED, Ground.of(OFFER), Ground.of(PARTNER))).onTheWholeRecord());
    assertThat(cell.rule()).isEqualTo(ProofRule.INDEPENDENT_SOURCES);
    assertThat(cell.support()).isEqualTo(Support.SUPPORTED);
    assertThat(cell.hinges()).isEmpty();
  }

  @Test
  void anItemThatNeedsItsWitnessHingesOnBoth() {
    Cell cell = relayed(board(fact("f", RELAYED, Ground.of(OFFER, AGENT))).onTheWholeRecord());
    assertThat(cell.rule()).isEqualTo(ProofRule.ONE_SOURCE);
    assertThat(cell.hinges()).containsExactlyInAnyOrder(SERVER, AGENT);
  }

  @Test
  void twoFactsThatOneWitnessAuthenticatesAreThin() {
    Cell cell =
        relayed(
            board(
                    fact("f", RELAYED, Ground.of(OFFER, AGENT)),
                    fact("g", RELAYED, Ground.of(LAPTOP, AGENT)))
                .onTheWholeRecord());
    assertThat(cell.rule()).isEqualTo(ProofRule.ONE_SOURCE);
    assertThat(cell.hinges()).containsExactly(AGENT);
    assertThat(cell.deciding()).extracting(Fact::id).containsExactly("f", "g");
  }

  @Test
  void twoFactsOnDifferentSourcesSupportTogether() {
    Cell cell =
        relayed(
            board(
                    fact("f", RELAYED, Ground.of(OFFER)),
                    fact("g", RELAYED, Ground.of(ORDER)),
                    fact("h", RELAYED, Ground.of(PARTNER)))
                .onTheWholeRecord());
    assertThat(cell.rule()).isEqualTo(ProofRule.INDEPENDENT_SOURCES);
    assertThat(cell.deciding()).extracting(Fact::id).containsExactly("f", "h");
  }

  @Test
  void aStipulationNeedsNoSecondSource() {
    assertThat(rule(fact("f", RELAYED, Ground.of(AGREED)))).isEqualTo(ProofRule.STIPULATED);
    assertThat(rule(fact("f", RELAYED, Ground.of(AGREED, AGENT))))
        .as("what else it needs still has to hold")
        .isEqualTo(ProofRule.ONE_SOURCE);
  }

  @Test
  void aDisputedFactIsContestedHoweverManySourcesItHas() {
    assertThat(rule(fact("f", RELAYED, List.of(), true, Ground.of(OFFER), Ground.of(PARTNER))))
        .isEqualTo(ProofRule.CONTESTED);
  }

  @Test
  void aFactDrawnFromADisputedFactIsContestedToo() {
    assertThat(
            rule(
                fact("d", INTENT, List.of(), true, Ground.of(OFFER)),
                fact("f", RELAYED, Ground.of(new AnotherFact("d")))))
        .isEqualTo(ProofRule.CONTESTED);
  }

  @Test
  void competingFactsContestEachOther() {
    assertThat(
            rule(
                fact("f", RELAYED, List.of("g"), false, Ground.of(OFFER), Ground.of(PARTNER)),
                fact("g", INTENT, Ground.of(LAPTOP))))
        .isEqualTo(ProofRule.CONTESTED);
    assertThat(
            rule(
                fact("f", RELAYED, Ground.of(OFFER), Ground.of(PARTNER)),
                fact("g", INTENT, List.of("f"), false, Ground.of(LAPTOP))))
        .as("it is enough that one names the other")
        .isEqualTo(ProofRule.CONTESTED);
  }

  @Test
  void aCompetingFactWithoutASourceContestsNothing() {
    assertThat(
            rule(
                fact("f", RELAYED, List.of("g"), false, Ground.of(OFFER), Ground.of(PARTNER)),
                fact("g", INTENT)))
        .isEqualTo(ProofRule.INDEPENDENT_SOURCES);
  }

  @Test
  void leavingOutTheCompetingEvidenceDoesNotSilenceIt() {
    ProofBoard board =
        board(
            fact("f", RELAYED, List.of("g"), false, Ground.of(OFFER), Ground.of(PARTNER)),
            fact("g", INTENT, Ground.of(LAPTOP)));
    assertThat(relayed(board.without(Set.of(LAPTOP)).after()).rule())
        .isEqualTo(ProofRule.CONTESTED);
  }

  @Test
  void aFactAgainstAllCountsForEachDefendant() {
    Assessment assessment =
        board(fact("f", Proves.againstAll("1", "relayed"), Ground.of(AGREED))).onTheWholeRecord();
    assertThat(assessment.cell("1", "relayed", "D-1").rule()).isEqualTo(ProofRule.STIPULATED);
    assertThat(assessment.cell("1", "relayed", "D-2").rule()).isEqualTo(ProofRule.STIPULATED);
    assertThat(assessment.cell("1", "intent", "D-2").rule()).isEqualTo(ProofRule.NO_FACT);
  }

  @Test
  void aFactAgainstOneAndAFactAgainstAllSupportTogether() {
    Assessment assessment =
        board(
                fact("f", Proves.againstAll("1", "relayed"), Ground.of(OFFER)),
                fact("g", RELAYED, Ground.of(PARTNER)))
            .onTheWholeRecord();
    assertThat(assessment.cell("1", "relayed", "D-1").rule())
        .isEqualTo(ProofRule.INDEPENDENT_SOURCES);
    assertThat(assessment.cell("1", "relayed", "D-2").rule()).isEqualTo(ProofRule.ONE_SOURCE);
  }

  @Test
  void oneElementWithoutSupportLetsTheCountFall() {
    Assessment assessment = board(fact("f", RELAYED, Ground.of(OFFER))).onTheWholeRecord();
    assertThat(assessment.fallenCounts())
        .containsExactly(
            new FallenCount("1", "D-1", List.of("intent")),
            new FallenCount("1", "D-2", List.of("relayed", "intent")));
  }

  @Test
  void factsInACircleDoNotHoldEachOtherUp() {
    ProofBoard board =
        board(
            fact("f", RELAYED, Ground.of(new AnotherFact("g"))),
            fact("g", INTENT, Ground.of(new AnotherFact("f"))));
    assertThat(relayed(board.onTheWholeRecord()).rule()).isEqualTo(ProofRule.NO_STANDING_FACT);
    assertThat(board.defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.kind()).isEqualTo(BoardDefect.Kind.CIRCLE);
              assertThat(defect.facts()).containsExactlyInAnyOrder("f", "g");
            });
  }

  @Test
  void aFactThatNamesItselfIsACircle() {
    ProofBoard board = board(fact("f", RELAYED, Ground.of(new AnotherFact("f"))));
    assertThat(relayed(board.onTheWholeRecord()).rule()).isEqualTo(ProofRule.NO_STANDING_FACT);
    assertThat(board.defects())
        .extracting(BoardDefect::kind)
        .containsExactly(BoardDefect.Kind.CIRCLE);
  }

  @Test
  void aCircleWithEvidenceOfItsOwnStandsOnThatEvidence() {
    ProofBoard board =
        board(
            fact("f", RELAYED, Ground.of(new AnotherFact("g"))),
            fact("g", INTENT, Ground.of(new AnotherFact("f")), Ground.of(PARTNER)));
    assertThat(relayed(board.onTheWholeRecord()).hinges()).containsExactly(PARTNER);
    assertThat(board.without(Set.of(PARTNER)).fallenFacts())
        .extracting(Fact::id)
        .containsExactly("f", "g");
  }

  @Test
  void aFactOnAFactThatIsNotThereDoesNotStandAndIsNamed() {
    ProofBoard board = board(fact("f", RELAYED, Ground.of(new AnotherFact("gone"), OFFER)));
    assertThat(relayed(board.onTheWholeRecord()).rule()).isEqualTo(ProofRule.NO_STANDING_FACT);
    assertThat(board.defects())
        .containsExactly(
            new BoardDefect(
                BoardDefect.Kind.UNKNOWN_FACT,
                List.of("f"),
                "It rests on fact gone, which is not on the board."));
  }

  @Test
  void aFactAgainstSomeoneNotChargedIsNamedAndProvesNothing() {
    ProofBoard board = board(fact("f", Proves.against("D-9", "1", "intent"), Ground.of(OFFER)));
    assertThat(board.defects())
        .extracting(BoardDefect::kind)
        .containsExactly(BoardDefect.Kind.NOT_CHARGED);
    assertThatThrownBy(() -> board.onTheWholeRecord().cell("1", "intent", "D-9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("D-9");
  }

  @Test
  void anItemLeftOutTakesItsMessagesAndPassagesWithIt() {
    ProofBoard board =
        board(
            fact("f", RELAYED, Ground.of(OFFER), Ground.of(PARTNER)),
            fact("g", INTENT, Ground.of(new Passage(ORDER, 0, 4)), Ground.of(LAPTOP)));
    WhatIf whatIf = board.without(Set.of(SERVER));
    assertThat(whatIf.fallenFacts()).isEmpty();
    assertThat(whatIf.changes())
        .containsExactly(
            new CellChange(
                "1", "relayed", "D-1", ProofRule.INDEPENDENT_SOURCES, ProofRule.ONE_SOURCE),
            new CellChange(
                "1", "intent", "D-1", ProofRule.INDEPENDENT_SOURCES, ProofRule.ONE_SOURCE));
    assertThat(whatIf.repair()).isEmpty();
  }

  @Test
  void theRepairPutsBackAsLittleAsPossible() {
    ProofBoard board =
        board(
            fact("f", RELAYED, Ground.of(OFFER, AGENT), Ground.of(PARTNER)),
            fact("g", INTENT, Ground.of(LAPTOP), Ground.of(PARTNER)));
    WhatIf whatIf = board.without(Set.of(SERVER, LAPTOP, AGENT, PARTNER));
    assertThat(whatIf.fallenCounts())
        .as("the count against D-2 had fallen before")
        .containsExactly(new FallenCount("1", "D-1", List.of("relayed", "intent")));
    assertThat(whatIf.repair()).contains(new Repair(List.of(List.of(PARTNER)), true));
  }

  @Test
  void equallyCheapRepairsAreAllOffered() {
    ProofBoard board =
        board(
            fact("f", RELAYED, Ground.of(OFFER), Ground.of(PARTNER)),
            fact("g", INTENT, Ground.of(AGREED)));
    Repair repair = board.without(Set.of(SERVER, PARTNER)).repair().orElseThrow();
    assertThat(repair.isSmallest()).isTrue();
    assertThat(repair.choices()).containsExactlyInAnyOrder(List.of(SERVER), List.of(PARTNER));
  }

  @Test
  void aMessageLeftOutWithItsItemComesBackOnlyWithBoth() {
    ProofBoard board =
        board(fact("f", RELAYED, Ground.of(OFFER)), fact("g", INTENT, Ground.of(AGREED)));
    assertThat(board.without(Set.of(SERVER, OFFER)).repair())
        .contains(new Repair(List.of(List.of(SERVER, OFFER)), true));
  }

  @Test
  void evidenceOnWhichNothingRestsIsNotPutBack() {
    ProofBoard board =
        board(fact("f", RELAYED, Ground.of(OFFER)), fact("g", INTENT, Ground.of(AGREED)));
    assertThat(board.without(Set.of(SERVER, new Item("never cited"))).repair())
        .contains(new Repair(List.of(List.of(SERVER)), true));
  }

  @Test
  void aRepairTooLongToProveSaysSoAndIsEnough() {
    // Each fact needs one of two of 120 witnesses: the smallest cover of a random graph.
    Random draws = new Random(7);
    List<String> elements = IntStream.range(0, 400).mapToObj(Integer::toString).toList();
    Count count = new Count("1", "1349", elements, List.of("D-1"));
    List<Witness> witnesses = IntStream.range(0, 120).mapToObj(w -> new Witness("W" + w)).toList();
    List<Fact> facts =
        elements.stream()
            .map(
                element ->
                    fact(
                        "f" + element,
                        Proves.against("D-1", "1", element),
                        Ground.of(witnesses.get(draws.nextInt(120))),
                        Ground.of(witnesses.get(draws.nextInt(120)))))
            .toList();
    ProofBoard board = ProofBoard.of(List.of(count), facts);
    Set<Evidence> leftOut = Set.copyOf(witnesses);
    Repair repair = board.without(leftOut).repair().orElseThrow();
    assertThat(repair.isSmallest()).isFalse();
    Set<Evidence> still = new HashSet<>(leftOut);
    repair.choices().get(0).forEach(still::remove);
    assertThat(board.without(still).fallenCounts()).isEmpty();
    for (Evidence spared : repair.choices().get(0)) {
      still.add(spared);
      assertThat(board.without(still).fallenCounts()).as("without %s", spared).isNotEmpty();
      still.remove(spared);
    }
  }

  @Test
  void twoCountsOrTwoFactsWithOneIdAreRefused() {
    assertThatThrownBy(() -> ProofBoard.of(List.of(COUNT, COUNT), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1");
    assertThatThrownBy(() -> board(fact("f", RELAYED), fact("f", INTENT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("f");
  }

  @Test
  void aLongChainOfFactsIsFollowedToItsEnd() {
    int length = 50_000;
    List<Fact> chain =
        IntStream.range(0, length)
            .mapToObj(
                i ->
                    fact(
                        "f" + i,
                        RELAYED,
                        Ground.of(i == 0 ? OFFER : new AnotherFact("f" + (i - 1)))))
            .toList();
    ProofBoard board = ProofBoard.of(List.of(COUNT), chain);
    assertThat(relayed(board.onTheWholeRecord()).hinges()).containsExactly(SERVER);
    assertThat(board.without(Set.of(SERVER)).fallenFacts()).hasSize(length);
  }
}
