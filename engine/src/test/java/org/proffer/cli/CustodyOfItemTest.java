package org.proffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustodyOfItemTest {
  private static Map<String, String> event(int sequence, String kind, String before, String after) {
    Map<String, String> event =
        new HashMap<>(
            Map.of("sequence", "" + sequence, "kind", kind, "result", "DONE", "after", after));
    if (!before.isEmpty()) {
      event.put("before", before);
    }
    return event;
  }

  @SafeVarargs
  private static List<String> problems(Map<String, String>... events) {
    CustodyOfItem custody = new CustodyOfItem("x");
    for (Map<String, String> event : events) {
      custody.take(event);
    }
    return custody.end();
  }

  @Test
  void fromItsReceiptToTheExportWithoutAGapIsRight() {
    assertThat(
            problems(
                event(1, "RECEIVED", "", "a"),
                event(2, "COPIED", "a", "a"),
                event(3, "EXPORTED", "a", "a")))
        .isEmpty();
  }

  @Test
  void eventsOfBeforeTheLogSayNothingOfTheHashBefore() {
    assertThat(
            problems(
                event(1, "RECEIVED", "", "a"),
                event(2, "DERIVED", "", "of the derivative"),
                event(3, "EXPORTED", "a", "a")))
        .isEmpty();
  }

  @Test
  void whatIsLeftOutOrChangedIsNamed() {
    assertThat(problems(event(1, "RECEIVED", "", "a"), event(3, "EXPORTED", "a", "a")))
        .containsExactly("event 2 of item x is number 3.");
    assertThat(problems(event(1, "COPIED", "a", "a"), event(2, "EXPORTED", "a", "a")))
        .contains("item x is never received.");
    assertThat(problems(event(1, "RECEIVED", "", "a"), event(2, "COPIED", "a", "a")))
        .containsExactly("the custody of item x does not end with an export.");
    assertThat(problems(event(1, "RECEIVED", "", "a"), event(2, "EXPORTED", "b", "b")))
        .containsExactly("event 2 of item x begins with another hash.");
  }
}
