package org.proffer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The policy against the reviewed table, cell by cell. */
class AccessMatrixTest {
  @Test
  void thePolicyAnswersEveryCellAsTheTableSays() {
    List<String> answers =
        PolicyTable.rows().stream().flatMap(row -> row.answers().stream()).toList();

    assertThat(PolicyTable.wrong()).isEmpty();
    assertThat(answers.stream().filter("ALLOW"::equals)).hasSizeGreaterThan(500);
    assertThat(answers.stream().filter(answer -> !answer.equals("ALLOW")))
        .hasSizeGreaterThan(5_000);
    assertThat(PolicyTable.rows())
        .allSatisfy(
            row ->
                assertThat(row.answers().get(PolicyTable.subjects().indexOf("ANONYMOUS")))
                    .isEqualTo("LOGIN"));
  }

  @Test
  void everyActionHasItsRowsAndTheTableIsComplete() {
    List<PolicyTable.Row> rows = PolicyTable.rows();
    assertThat(rows).extracting(PolicyTable.Row::action).containsOnly(Action.values());
    for (Action action : Action.values()) {
      long count = rows.stream().filter(row -> row.action() == action).count();
      assertThat(count).as(action.name()).isEqualTo(action.effect() == Effect.OFFICE ? 1 : 7 * 6);
    }
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.answers()).hasSize(PolicyTable.subjects().size()));
    assertThat(Arrays.stream(Role.values()).map(Role::name)).isSubsetOf(PolicyTable.subjects());
    assertThat(rows.size() * PolicyTable.subjects().size()).isGreaterThanOrEqualTo(12_000);
  }
}
