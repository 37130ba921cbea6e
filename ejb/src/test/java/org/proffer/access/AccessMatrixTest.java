package org.proffer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The policy against the reviewed table, cell by cell. */
class AccessMatrixTest {
  private static final Path TABLE = Path.of("..", "docs", "security", "access-matrix.csv");

  /** A row: what is asked, of a case in which state, by somebody of which relation to it. */
  private record Row(Action action, String state, String relation, List<String> answers) {}

  private static List<String> lines() {
    try {
      return Files.readAllLines(TABLE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> subjects() {
    List<String> header = List.of(lines().get(0).split(","));
    return header.subList(3, header.size());
  }

  private static List<Row> rows() {
    return lines().stream()
        .skip(1)
        .map(line -> List.of(line.split(",")))
        .map(
            cells ->
                new Row(
                    Action.valueOf(cells.get(0)),
                    cells.get(1),
                    cells.get(2),
                    cells.subList(3, cells.size())))
        .toList();
  }

  private static Set<Role> roles(String subject) {
    return subject.equals("NO_ROLE") ? Set.of() : EnumSet.of(Role.valueOf(subject));
  }

  private static Situation situation(Row row, String subject) {
    boolean item = ON_AN_ITEM.contains(row.action());
    Set<Mark> marks =
        !item
            ? Set.of()
            : switch (row.state()) {
              case "grand-jury" -> Set.of(Mark.GRAND_JURY);
              case "privileged" -> Set.of(Mark.PRIVILEGED);
              default -> Set.of();
            };
    Relation member = subject.equals("FILTER_TEAM") ? Relation.FILTER_TEAM : Relation.MEMBER;
    return new Situation(
        switch (row.relation()) {
          case "member", "disclosed" -> member;
          case "walled" -> Relation.WALLED;
          case "break-glass" -> Relation.GUEST;
          default -> Relation.NONE;
        },
        switch (row.state()) {
          case "closed" -> Stage.CLOSED;
          case "archived" -> Stage.ARCHIVED;
          default -> Stage.OPEN;
        },
        row.state().equals("sealed"),
        row.state().equals("legal-hold"),
        item,
        marks,
        row.relation().equals("disclosed") ? Set.of(Mark.GRAND_JURY) : Set.of());
  }

  private static final Set<Action> ON_AN_ITEM =
      EnumSet.of(
          Action.VIEW_EVIDENCE,
          Action.DOWNLOAD_EVIDENCE,
          Action.CHECK_FIXITY,
          Action.TRANSFER_EVIDENCE,
          Action.SET_MARK,
          Action.RUN_IMPORT,
          Action.CANCEL_IMPORT,
          Action.READ_MESSAGES,
          Action.DOWNLOAD_MESSAGE,
          Action.DECIDE_FINDING,
          Action.APPROVE_DOCUMENT,
          Action.READ_DOCUMENT);

  private static String word(Answer answer) {
    return switch (answer) {
      case ALLOWED -> "ALLOW";
      case NOT_PERMITTED -> "ROLE";
      case HIDDEN -> "HIDDEN";
      case WRONG_STATE -> "STATE";
    };
  }

  @Test
  void thePolicyAnswersEveryCellAsTheTableSays() {
    List<String> subjects = subjects();
    List<String> wrong = new ArrayList<>();
    int allowed = 0;
    int denied = 0;
    for (Row row : rows()) {
      for (int i = 0; i < subjects.size(); i++) {
        String subject = subjects.get(i);
        String expected = row.answers().get(i);
        if (subject.equals("ANONYMOUS")) {
          assertThat(expected).isEqualTo("LOGIN");
          continue;
        }
        String given = word(Policy.decide(row.action(), roles(subject), situation(row, subject)));
        if (expected.equals("ALLOW")) {
          allowed++;
        } else {
          denied++;
        }
        if (!given.equals(expected)) {
          wrong.add(
              row.action()
                  + " "
                  + row.state()
                  + " "
                  + row.relation()
                  + " "
                  + subject
                  + ": "
                  + given
                  + " instead of "
                  + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(allowed).isGreaterThan(500);
    assertThat(denied).isGreaterThan(5_000);
  }

  @Test
  void everyActionHasItsRowsAndTheTableIsComplete() {
    List<Row> rows = rows();
    assertThat(rows).extracting(Row::action).containsOnly(Action.values());
    for (Action action : Action.values()) {
      long count = rows.stream().filter(row -> row.action() == action).count();
      assertThat(count).as(action.name()).isEqualTo(action.effect() == Effect.OFFICE ? 1 : 7 * 6);
    }
    assertThat(rows).allSatisfy(row -> assertThat(row.answers()).hasSize(subjects().size()));
    assertThat(Arrays.stream(Role.values()).map(Role::name)).isSubsetOf(subjects());
    assertThat(rows.size() * subjects().size()).isGreaterThanOrEqualTo(12_000);
  }
}
