package org.proffer.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The reviewed table, and where the policy answers otherwise. */
public final class PolicyTable {
  private static final Path TABLE = Path.of("..", "docs", "security", "access-matrix.csv");
  private static final Path COMBINATIONS =
      Path.of("..", "docs", "security", "access-combinations.csv");

  /** A row: what is asked, of a case in which state, by somebody of which relation to it. */
  record Row(Action action, String state, String relation, List<String> answers) {}

  private static List<String> lines() {
    try {
      return Files.readAllLines(TABLE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static List<String> subjects() {
    List<String> header = List.of(lines().get(0).split(","));
    return header.subList(3, header.size());
  }

  static List<Row> rows() {
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
          Action.HANDLE_EVIDENCE,
          Action.COPY_EVIDENCE,
          Action.HOLD_EVIDENCE,
          Action.RELEASE_EVIDENCE,
          Action.REQUEST_DESTRUCTION,
          Action.APPROVE_DESTRUCTION,
          Action.SET_MARK,
          Action.RUN_IMPORT,
          Action.CANCEL_IMPORT,
          Action.READ_MESSAGES,
          Action.DOWNLOAD_MESSAGE,
          Action.DECIDE_FINDING,
          Action.CODE_MESSAGES,
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

  private PolicyTable() {}

  /** The cells that the policy answers otherwise than the two tables, in words. */
  public static List<String> wrong() {
    List<String> wrong = wrong(rows());
    wrong.addAll(wrongCombinations());
    return wrong;
  }

  /** The lines of several roles, several marks and several states, without the header. */
  static List<String[]> combinations() {
    try {
      return Files.readAllLines(COMBINATIONS).stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> wrongCombinations() {
    List<String> wrong = new ArrayList<>();
    for (String[] line : combinations()) {
      Action action = Action.valueOf(line[0]);
      Situation situation =
          new Situation(
              Relation.valueOf(line[2].toUpperCase(Locale.ROOT).replace('-', '_')),
              Stage.valueOf(line[3]),
              line[4].equals("yes"),
              line[5].equals("yes"),
              ON_AN_ITEM.contains(action),
              several(Mark.class, line[6]),
              several(Mark.class, line[7]));
      String given = word(Policy.decide(action, several(Role.class, line[1]), situation));
      if (!given.equals(line[8])) {
        wrong.add(String.join(" ", line) + ": " + given);
      }
    }
    return wrong;
  }

  private static <E extends Enum<E>> Set<E> several(Class<E> type, String names) {
    Set<E> all = EnumSet.noneOf(type);
    for (String name : names.split("[+]")) {
      if (!name.isEmpty()) {
        all.add(Enum.valueOf(type, name));
      }
    }
    return all;
  }

  static List<String> wrong(List<Row> rows) {
    List<String> wrong = new ArrayList<>();
    List<String> subjects = subjects();
    for (Row row : rows) {
      for (int i = 0; i < subjects.size(); i++) {
        String subject = subjects.get(i);
        if (subject.equals("ANONYMOUS")) {
          continue; // never reaches the policy
        }
        String expected = row.answers().get(i);
        String given = word(Policy.decide(row.action(), roles(subject), situation(row, subject)));
        if (!given.equals(expected)) {
          wrong.add(
              String.join(" ", row.action().name(), row.state(), row.relation(), subject)
                  + ": "
                  + given
                  + " instead of "
                  + expected);
        }
      }
    }
    return wrong;
  }
}
