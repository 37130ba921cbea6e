package org.proffer.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightedTextTest {

  @Test
  void textWithoutFindingsIsOneRun() {
    assertThat(HighlightedText.runs("plain", List.of()))
        .containsExactly(new MessageView.Run("plain", List.of()));
  }

  @Test
  void overlappingFindingsAreCutWhereTheyBeginAndEnd() {
    List<MessageView.Run> runs =
        HighlightedText.runs(
            "click to unsubscribe",
            List.of(
                new HighlightedText.Mark(0, 20, "DIS-02"),
                new HighlightedText.Mark(9, 20, "OPT-01")));

    assertThat(runs)
        .containsExactly(
            new MessageView.Run("click to ", List.of("DIS-02")),
            new MessageView.Run("unsubscribe", List.of("DIS-02", "OPT-01")));
  }

  @Test
  void theRunsTogetherAreTheText() {
    String text = "a <b> c";
    List<MessageView.Run> runs =
        HighlightedText.runs(text, List.of(new HighlightedText.Mark(2, 5, "DIS-03")));

    assertThat(String.join("", runs.stream().map(MessageView.Run::text).toList())).isEqualTo(text);
  }
}
