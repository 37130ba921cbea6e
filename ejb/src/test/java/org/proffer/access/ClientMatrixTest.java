package org.proffer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The policy of the compliance desk against its table, cell by cell. */
class ClientMatrixTest {
  private static final Path TABLE = Path.of("..", "docs", "security", "client-matrix.csv");

  private static Set<Role> roles(String subject) {
    return subject.equals("NO_ROLE") ? Set.of() : EnumSet.of(Role.valueOf(subject));
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case ALLOWED -> "ALLOW";
      case NOT_PERMITTED -> "ROLE";
      case HIDDEN -> "HIDDEN";
      case WRONG_STATE -> "STATE";
    };
  }

  private static Answer answer(List<String> cells, String subject) {
    ClientAction action = ClientAction.valueOf(cells.get(0));
    return action.isOfClient()
        ? ClientPolicy.decide(
            action,
            roles(subject),
            ClientRelation.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
            cells.get(1).equals("closed"))
        : ClientPolicy.decide(action, roles(subject));
  }

  @Test
  void thePolicyAnswersEveryCellAsTheTableSays() throws IOException {
    List<String> lines = Files.readAllLines(TABLE);
    List<String> header = List.of(lines.get(0).split(","));
    List<String> wrong = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(","));
      for (int i = 3; i < header.size(); i++) {
        if (header.get(i).equals("ANONYMOUS")) {
          assertThat(cells.get(i)).isEqualTo("LOGIN");
        } else {
          String given = word(answer(cells, header.get(i)));
          if (!given.equals(cells.get(i))) {
            wrong.add(line + ": " + header.get(i) + " " + given);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyActionHasARowForEachStateAndRelation() throws IOException {
    List<String> lines = Files.readAllLines(TABLE);
    for (ClientAction action : ClientAction.values()) {
      assertThat(lines.stream().filter(line -> line.startsWith(action.name() + ",")))
          .as(action.name())
          .doesNotHaveDuplicates()
          .hasSize(action.isOfClient() ? 2 * 4 : 1);
    }
  }
}
