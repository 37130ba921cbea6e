package org.proffer.web.proof;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.faces.annotation.RequestParameterValuesMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.facts.Board;
import org.proffer.facts.Board.ChargedCount;
import org.proffer.facts.ProofBoards;
import org.proffer.law.fraud.Element;
import org.proffer.parties.Party;
import org.proffer.platform.Refusal;
import org.proffer.proof.Cell;
import org.proffer.proof.Evidence;
import org.proffer.proof.FallenCount;
import org.proffer.proof.Support;
import org.proffer.proof.WhatIf;
import org.proffer.records.RecordView;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/**
 * The proof board: a row a count, opened to its elements, a column a defendant; a cell opens its
 * facts. The address says which count and cell are open and what is left out.
 */
@Named("boardPage")
@RequestScoped
public class BoardPage {
  private static final int MOST_TO_LEAVE_OUT = 300;

  @Inject private ProofBoards boards;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;
  @Inject @RequestParameterValuesMap private Map<String, String[]> askedAll;

  private @Nullable UUID caseId;
  private @Nullable Refusal refused;
  private @Nullable Board board;
  private List<Row> rows = List.of();
  private @Nullable OpenCell open;
  private List<Choice> evidence = List.of();
  private String shown = "";
  private @Nullable WhatIf whatIf;

  /**
   * A count or one element of it.
   *
   * @param address opens the count, or closes it
   * @param element whether it is an element of the count above
   */
  public record Row(String title, String hint, String address, boolean element, List<Mark> marks) {}

  /**
   * How a count or an element stands against a defendant.
   *
   * @param support its name as a style; empty where the defendant is not charged
   * @param sign one letter, that colour is not all there is
   * @param words for the pointer and for who listens
   * @param address opens the cell, or the count
   */
  public record Mark(String support, String sign, String words, String address) {}

  /** The cell that is open. */
  public record OpenCell(
      String count,
      String element,
      String defendant,
      String support,
      String words,
      String reason,
      List<OpenFact> facts,
      String add) {}

  /**
   * A fact of the cell that is open.
   *
   * @param certainty how sure it is, in a word; empty where that is not said
   * @param corrected whether it was corrected after the instrument it stands behind was filed
   * @param competing facts that cannot be true beside it, each with how sure it is
   */
  public record OpenFact(
      UUID id,
      String sentence,
      String asOf,
      boolean disputed,
      String certainty,
      boolean corrected,
      List<Link> competing,
      List<Link> sources) {}

  /** A source with the address of what it names; empty where there is none to open. */
  public record Link(String words, String address) {}

  /** Evidence that can be left out. */
  public record Choice(String value, String label, boolean out) {}

  @PostConstruct
  void readAddress() {
    try {
      UUID id = CaseId.parse(asked.getOrDefault("case", "")).value();
      tabs.show(id, CaseTab.PROOF);
      caseId = id;
      Board made = boards.of(id);
      board = made;
      rows = rows(made);
      open = open(made);
      Set<String> out =
          new LinkedHashSet<>(Arrays.asList(askedAll.getOrDefault("out", new String[0])));
      evidence = choices(made, out);
      Set<Evidence> leftOut = new LinkedHashSet<>();
      made.evidence().keySet().stream()
          .filter(e -> out.contains(EvidenceName.of(e)))
          .forEach(leftOut::add);
      whatIf = leftOut.isEmpty() ? null : boards.without(id, leftOut);
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  /** What is left out already, then what was asked for, the most used first. */
  private List<Choice> choices(Board made, Set<String> out) {
    String words = getExhibit().toLowerCase(Locale.ROOT);
    List<Choice> all =
        made.evidence().entrySet().stream()
            .map(
                e ->
                    new Choice(
                        EvidenceName.of(e.getKey()),
                        e.getValue(),
                        out.contains(EvidenceName.of(e.getKey()))))
            .filter(c -> c.out() || c.label().toLowerCase(Locale.ROOT).contains(words))
            .sorted(Comparator.comparing(c -> !c.out()))
            .toList();
    List<Choice> some = all.subList(0, Math.min(all.size(), out.size() + MOST_TO_LEAVE_OUT));
    shown =
        all.size() == some.size()
            ? ""
            : "The "
                + some.size()
                + " most used of "
                + String.format(Locale.ROOT, "%,d", all.size())
                + "; find others by words of their name.";
    return some;
  }

  /** Words an exhibit or witness was asked for by; empty for all. */
  public String getExhibit() {
    return asked.getOrDefault("exhibit", "").strip();
  }

  /** Says so where not all that can be left out is offered. */
  public String getShown() {
    return shown;
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  private List<Row> rows(Board made) {
    String opened = asked.getOrDefault("count", "");
    List<Row> all = new ArrayList<>();
    for (ChargedCount count : made.counts()) {
      String id = count.count().id().toString();
      boolean isOpen = id.equals(opened);
      all.add(
          new Row(
              count.count().title(),
              count.count().content().particulars(),
              isOpen ? address("") : address("&count=" + id),
              false,
              made.defendants().stream().map(d -> worst(made, count, d)).toList()));
      if (isOpen) {
        for (Element element : count.elements()) {
          all.add(
              new Row(
                  element.text(),
                  element.citation(),
                  "",
                  true,
                  made.defendants().stream().map(d -> mark(made, count, element, d)).toList()));
        }
      }
    }
    return all;
  }

  private Mark worst(Board made, ChargedCount count, RecordView<Party> defendant) {
    if (!count.charged().contains(defendant.id()) || count.elements().isEmpty()) {
      return new Mark("", "", "", "");
    }
    List<Cell> cells =
        count.elements().stream().map(e -> made.cell(count, e, defendant.id())).toList();
    Support worst =
        cells.stream().map(Cell::support).min(Comparator.naturalOrder()).orElse(Support.NOTHING);
    long without = cells.stream().filter(c -> c.support() == Support.NOTHING).count();
    return new Mark(
        worst.name(),
        sign(worst),
        defendant.title()
            + ": "
            + words(worst)
            + (without > 0
                ? ", " + without + " of " + cells.size() + " elements without proof"
                : ""),
        address("&count=" + count.count().id()));
  }

  private Mark mark(Board made, ChargedCount count, Element element, RecordView<Party> defendant) {
    if (!count.charged().contains(defendant.id())) {
      return new Mark("", "", "", "");
    }
    Cell cell = made.cell(count, element, defendant.id());
    return new Mark(
        cell.support().name(),
        sign(cell.support()),
        defendant.title() + ": " + words(cell.support()) + ". " + cell.rule().words(),
        address(
            "&count="
                + count.count().id()
                + "&element="
                + element.id()
                + "&defendant="
                + defendant.id()
                + "#cell"));
  }

  private static String sign(Support support) {
    return switch (support) {
      case SUPPORTED -> "S";
      case THIN_OR_CONTESTED -> "T";
      case NOTHING -> "–";
    };
  }

  private static String words(Support support) {
    return switch (support) {
      case SUPPORTED -> "supported";
      case THIN_OR_CONTESTED -> "thin or contested";
      case NOTHING -> "nothing";
    };
  }

  private String address(String more) {
    return "/proof/board.xhtml?case=" + caseId + more;
  }

  private @Nullable OpenCell open(Board made) {
    for (ChargedCount count : made.counts()) {
      if (!count.count().id().toString().equals(asked.get("count"))) {
        continue;
      }
      for (Element element : count.elements()) {
        for (RecordView<Party> defendant : made.defendants()) {
          if (element.id().equals(asked.get("element"))
              && defendant.id().toString().equals(asked.get("defendant"))
              && count.charged().contains(defendant.id())) {
            return open(made, count, element, defendant);
          }
        }
      }
    }
    return null;
  }

  private OpenCell open(
      Board made, ChargedCount count, Element element, RecordView<Party> defendant) {
    Cell cell = made.cell(count, element, defendant.id());
    return new OpenCell(
        count.count().title(),
        element.text(),
        defendant.title(),
        cell.support().name(),
        words(cell.support()),
        cell.rule().words(),
        made.facts().values().stream()
            .filter(
                f ->
                    f.content().counts().contains(count.count().id())
                        && f.content().elements().contains(element.id())
                        && (f.content().defendants().isEmpty()
                            || f.content().defendants().contains(defendant.id())))
            .map(f -> OpenFacts.of(made, f))
            .toList(),
        "/records/edit.xhtml?case="
            + caseId
            + "&kind=fact&f.counts="
            + count.count().id()
            + "&f.elements="
            + element.id());
  }

  /** Whether the person may write facts. */
  public boolean isWriting() {
    return tabs.may(Action.EDIT_CASE_FILE);
  }

  /** The counts that fall without what is left out, in words. */
  public List<String> getFallen() {
    WhatIf asked = whatIf;
    Board made = board;
    return asked == null || made == null
        ? List.of()
        : asked.fallenCounts().stream().map(f -> words(made, f)).toList();
  }

  private static String words(Board made, FallenCount fallen) {
    String count =
        made.counts().stream()
            .filter(c -> c.count().id().toString().equals(fallen.count()))
            .map(c -> c.count().title())
            .findFirst()
            .orElse(fallen.count());
    String defendant =
        made.defendants().stream()
            .filter(d -> d.id().toString().equals(fallen.defendant()))
            .map(RecordView::title)
            .findFirst()
            .orElse(fallen.defendant());
    return count
        + " falls for "
        + defendant
        + ": "
        + fallen.elements().size()
        + " elements without proof";
  }

  /** The cheapest way back, in words; empty where no count falls. */
  public List<String> getRepairs() {
    WhatIf asked = whatIf;
    Board made = board;
    return asked == null || made == null
        ? List.of()
        : asked.repair().stream()
            .flatMap(r -> r.choices().stream())
            .map(
                choice ->
                    String.join(
                        " and ",
                        choice.stream()
                            .map(e -> made.evidence().getOrDefault(e, e.words()))
                            .toList()))
            .toList();
  }

  /** Whether the way back is proved to be the smallest. */
  public boolean isSmallest() {
    WhatIf asked = whatIf;
    return asked != null && asked.repair().isPresent() && asked.repair().get().isSmallest();
  }

  /** What the what-if changes, in words; null while nothing is left out. */
  public @Nullable String getEffect() {
    WhatIf asked = whatIf;
    return asked == null
        ? null
        : asked.fallenFacts().size()
            + " facts fall, "
            + asked.changes().size()
            + " cells change, "
            + asked.fallenCounts().size()
            + " counts fall.";
  }

  public String getCaseId() {
    return String.valueOf(caseId);
  }

  public @Nullable Board getBoard() {
    return board;
  }

  public List<Row> getRows() {
    return rows;
  }

  public @Nullable OpenCell getOpen() {
    return open;
  }

  public List<Choice> getEvidence() {
    return evidence;
  }
}
