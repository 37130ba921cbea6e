package org.proffer.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Every cell of the board judged on certain evidence. */
public final class Assessment {

  private final ProofIndex index;
  private final Derivation derivation;
  private final Derivation stipulated;
  private final Hinges hinges;
  private final ProofRule[] rules;

  /**
   * @param derivation what stands on this evidence
   * @param stipulated the uncontested facts that stand on the stipulations in this evidence alone
   */
  Assessment(ProofIndex index, BitSet contested, Derivation derivation, Derivation stipulated) {
    this.index = index;
    this.derivation = derivation;
    this.stipulated = stipulated;
    hinges = new Hinges(index, contested, derivation);
    rules = new ProofRule[index.rows.size()];
    Arrays.setAll(rules, this::rule);
  }

  private ProofRule rule(int row) {
    int[] shared = hinges.ofCell(row);
    if (shared == Hinges.NOTHING) {
      return hasFact(row, stipulated::stands)
          ? ProofRule.STIPULATED
          : ProofRule.INDEPENDENT_SOURCES;
    }
    if (shared != Hinges.ANYTHING) {
      return ProofRule.ONE_SOURCE;
    }
    if (hasFact(row, derivation::stands)) {
      return ProofRule.CONTESTED;
    }
    return hasFact(row, fact -> true) ? ProofRule.NO_STANDING_FACT : ProofRule.NO_FACT;
  }

  /** Every cell, in the order of counts, elements and defendants. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    index.rows.forEachCell(
        (count, element, defendant) -> cells.add(cell(count, element, defendant)));
    return cells;
  }

  /**
   * The cell of one element of one count against one defendant.
   *
   * @throws IllegalArgumentException if the defendant is not charged in that count, or it has no
   *     such element
   */
  public Cell cell(String count, String element, String defendant) {
    int row = index.rows.rowOf(count, element, defendant);
    if (row < 0) {
      throw new IllegalArgumentException(
          "Not charged: element " + element + " of count " + count + " against " + defendant);
    }
    return cell(row, count, element, defendant);
  }

  /** The counts that cannot be proved, in the order of counts and defendants. */
  public List<FallenCount> fallenCounts() {
    List<FallenCount> fallen = new ArrayList<>();
    for (int c = 0; c < index.rows.counts().size(); c++) {
      for (int d = 0; d < index.rows.defendants(c); d++) {
        fallen(c, d).ifPresent(fallen::add);
      }
    }
    return fallen;
  }

  private Optional<FallenCount> fallen(int c, int d) {
    Count count = index.rows.counts().get(c);
    List<String> missing = new ArrayList<>();
    for (int e = 0; e < count.elements().size(); e++) {
      if (rules[index.rows.row(c, e, d)].support() == Support.NOTHING) {
        missing.add(count.elements().get(e));
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new FallenCount(count.id(), count.defendants().get(d), missing));
  }

  List<FallenCount> fallenSince(Assessment before) {
    List<FallenCount> fallen = new ArrayList<>();
    for (int c = 0; c < index.rows.counts().size(); c++) {
      for (int d = 0; d < index.rows.defendants(c); d++) {
        if (before.fallen(c, d).isEmpty()) {
          fallen(c, d).ifPresent(fallen::add);
        }
      }
    }
    return fallen;
  }

  List<Fact> fallenFactsSince(Assessment before) {
    return IntStream.range(0, index.facts.size())
        .filter(fact -> before.derivation.stands(fact) && !derivation.stands(fact))
        .mapToObj(index.facts::get)
        .toList();
  }

  List<CellChange> changesSince(Assessment before) {
    List<CellChange> changes = new ArrayList<>();
    index.rows.forEachCell(
        (c, e, d) -> {
          int row = index.rows.row(c, e, d);
          if (rules[row] != before.rules[row]) {
            Count count = index.rows.counts().get(c);
            changes.add(
                new CellChange(
                    count.id(),
                    count.elements().get(e),
                    count.defendants().get(d),
                    before.rules[row],
                    rules[row]));
          }
        });
    return changes;
  }

  private Cell cell(int count, int element, int defendant) {
    Count charged = index.rows.counts().get(count);
    return cell(
        index.rows.row(count, element, defendant),
        charged.id(),
        charged.elements().get(element),
        charged.defendants().get(defendant));
  }

  private Cell cell(int row, String count, String element, String defendant) {
    ProofRule rule = rules[row];
    List<Evidence> carrying =
        rule == ProofRule.ONE_SOURCE
            ? Arrays.stream(hinges.ofCell(row)).mapToObj(index::evidenceAt).toList()
            : List.of();
    return new Cell(count, element, defendant, rule, deciding(row, rule), carrying);
  }

  private List<Fact> deciding(int row, ProofRule rule) {
    return switch (rule) {
      case STIPULATED -> factsOf(row, stipulated::stands);
      case INDEPENDENT_SOURCES -> independent(row);
      case ONE_SOURCE -> factsOf(row, fact -> hinges.ofFact(fact) != Hinges.ANYTHING);
      case CONTESTED -> factsOf(row, derivation::stands);
      case NO_STANDING_FACT -> factsOf(row, fact -> true);
      case NO_FACT -> List.of();
    };
  }

  /** As many of the facts as it takes not to hinge on any one source. */
  private List<Fact> independent(int row) {
    List<Fact> chosen = new ArrayList<>();
    int[] shared = Hinges.ANYTHING;
    for (int fact : index.factsFor(row).toArray()) {
      int[] with = Hinges.both(shared, hinges.ofFact(fact));
      if (!Arrays.equals(with, shared)) {
        chosen.add(index.facts.get(fact));
        shared = with;
      }
    }
    return chosen;
  }

  private List<Fact> factsOf(int row, IntPredicate which) {
    return index.factsFor(row).filter(which).mapToObj(index.facts::get).toList();
  }

  private boolean hasFact(int row, IntPredicate which) {
    return index.factsFor(row).anyMatch(which);
  }
}
