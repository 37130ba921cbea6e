package org.proffer.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.proffer.check.CheckedMessage;
import org.proffer.check.MessageCheck;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.mail.ByteSource;

class AdviceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private static CheckedMessage checked(String html, String headers) throws IOException {
    byte[] bytes =
        TemplateMessage.of(
                "Acme <news@acme.example>", "20 % off spring bulbs", html, "", headers, Map.of())
            .bytes();
    return new MessageCheck().check(ByteSource.of(bytes), RecordedFacts.NONE, DAY, DAY);
  }

  @Test
  void placeholdersAreFilledAndThoseWithoutSampleAreNamed() {
    TemplateMessage message =
        TemplateMessage.of(
            "a@x.example",
            "Hello {{ Name }}",
            "",
            "Dear %%name%%, your *|CODE|* and ${other}",
            "",
            Map.of("name", "Rita"));
    String text = new String(message.bytes(), StandardCharsets.US_ASCII);
    assertThat(text).contains("Subject: Hello Rita");
    assertThat(message.unfilled()).containsExactlyInAnyOrder("CODE", "other");
  }

  @Test
  void aMessageWithoutSampleDataStaysByteForByte() {
    byte[] bytes = {'S', ':', (byte) 0xff, '\r', '\n', 0, '{', '{', 'x', '}', '}'};
    assertThat(TemplateMessage.of(bytes, Map.of()).bytes()).isEqualTo(bytes);
  }

  @Test
  void theMissingAddressIsNamedAndAddingItChangesTheVerdict() throws IOException {
    CheckedMessage checked =
        checked(
            "<p>This is an advertisement. Buy bulbs now, 20 % off!</p><p>You can opt out: <a href='https://acme.example/leave'>unsubscribe</a></p>",
            "");
    List<Remedies.Remedy> remedies = new Remedies().of(checked, RecordedFacts.NONE);
    assertThat(remedies.get(0).requirements()).containsExactly("DIS-03");
    assertThat(remedies.get(0).effects())
        .contains(new Remedies.Effect("DIS-03", Verdict.VIOLATED, Verdict.UNDETERMINED));
  }

  @Test
  void smallGreyAndHiddenLettersAreMeasured() throws IOException {
    CheckedMessage checked =
        checked(
            "<style>.s{font-size:6pt;color:#999}</style><body style='background:#fff'><p>Buy bulbs now, 20 % off!</p>"
                + "<p class=s>To stop these mails <a href='https://acme.example/leave'>unsubscribe</a></p></body>",
            "");
    Display.Measured measured =
        Display.of(checked).stream()
            .filter(each -> each.of().equals("way to object"))
            .findFirst()
            .orElseThrow();
    assertThat(measured.size()).isCloseTo(8, within(0.01)); // 6 pt × 4/3
    assertThat(measured.contrast()).isCloseTo(2.85, within(0.01)); // WCAG 2: #999 on white
    assertThat(measured.remark()).contains("letters of 8 px", "contrast 2.8");
  }

  @Test
  void blackOnWhiteHasTheGreatestContrast() {
    assertThat(Display.contrast(0x000000, 0xffffff)).isCloseTo(21, within(1e-9));
    assertThat(Display.contrast(0x777777, 0x777777)).isCloseTo(1, within(1e-9));
  }

  @Test
  void providersAskForOneClickInItsExactForm() throws IOException {
    String headers =
        "List-Unsubscribe: <https://acme.example/u/1>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click";
    assertThat(standing(checked("<p>Buy</p>", headers), "one-click-link"))
        .isEqualTo(ProviderRules.Standing.KEPT);
    assertThat(standing(checked("<p>Buy</p>", headers), "one-click-post"))
        .isEqualTo(ProviderRules.Standing.KEPT);
    assertThat(
            standing(
                checked("<p>Buy</p>", headers.replace("One-Click", "one-click")), "one-click-post"))
        .isEqualTo(ProviderRules.Standing.NOT_KEPT);
    assertThat(standing(checked("<p>Buy</p>", ""), "one-click-link"))
        .isEqualTo(ProviderRules.Standing.NOT_KEPT);
  }

  private static ProviderRules.Standing standing(CheckedMessage checked, String id) {
    return ProviderRules.of(checked).stream()
        .filter(answer -> answer.id().equals(id))
        .findFirst()
        .orElseThrow()
        .standing();
  }
}
