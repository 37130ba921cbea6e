package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CharsetsOfMailTest {
  private static final String HEAD =
      DefectFixtures.HEAD
          + "MIME-Version: 1.0\r\nContent-Transfer-Encoding: 8bit\r\nContent-Type: text/";

  private static ParsedMessage parse(String type, String body) throws IOException {
    return new MessageParser(ParseBudget.DEFAULT)
        .parse(
            ByteSource.of((HEAD + type + "\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static Arguments row(String type, String body, String text, DefectCode... defects) {
    return Arguments.of(type, body, text, List.of(defects));
  }

  static Stream<Arguments> labelsAndBytes() {
    String latin1 = "caf\u00e9";
    String utf8 = "caf\u00c3\u00a9";
    return Stream.of(
        row("plain", "plain words", "plain words"),
        row("plain", latin1, "caf\u00e9", DefectCode.UNDECLARED_CHARSET),
        row("plain", utf8, "caf\u00e9", DefectCode.UNDECLARED_CHARSET),
        row("plain; charset=us-ascii", latin1, "caf\u00e9", DefectCode.UNDECLARED_CHARSET),
        row("plain; charset=us-ascii", utf8, "caf\u00e9", DefectCode.UNDECLARED_CHARSET),
        row("plain; charset=iso-8859-1", latin1, "caf\u00e9"),
        row("plain; charset=iso-8859-1", utf8, "caf\u00e9", DefectCode.WRONG_CHARSET),
        row("plain; charset=utf-8", latin1, "caf\u00e9", DefectCode.WRONG_CHARSET),
        row(
            "plain; charset=iso-8859-1",
            "\u0093a\u0094",
            "\u201ca\u201d",
            DefectCode.CHARSET_EXCEEDED),
        row("plain; charset=windows-1252", "\u0093a\u0094", "\u201ca\u201d"),
        row("plain; charset=gb2312", "\u00c4\u00e3", "\u4f60"),
        row("plain; charset=gb2312", "\u0081\u0040", "\u4e02", DefectCode.CHARSET_EXCEEDED),
        row("plain; charset=ks_c_5601-1987", "\u00b0\u00a1", "\uac00"),
        row("plain; charset=ks_c_5601-1987", "\u0081\u0041", "\uac02", DefectCode.CHARSET_EXCEEDED),
        row(
            "plain; charset=utf-7",
            "1 +- 1 +AOk-t+AOk, +2D3eAA-",
            "1 + 1 \u00e9t\u00e9, \ud83d\ude00"),
        row("plain; charset=utf-7", "+AOk- \u00e9", "\u00e9 \ufffd", DefectCode.MALFORMED_TEXT),
        row("plain", "\u001b$B$\"\u001b(B", "\u3042", DefectCode.UNDECLARED_CHARSET),
        row("plain", "\u00ff\u00fea\0", "a", DefectCode.UNDECLARED_CHARSET, DefectCode.NUL_IN_BODY),
        row(
            "html",
            "<meta charset=koi8-r>\u00f0",
            "<meta charset=koi8-r>\u041f",
            DefectCode.CHARSET_ONLY_IN_HTML),
        row(
            "html; charset=us-ascii",
            "<meta http-equiv='a' content='text/html; charset=koi8-r'>\u00f0",
            "<meta http-equiv='a' content='text/html; charset=koi8-r'>\u041f",
            DefectCode.CHARSET_ONLY_IN_HTML),
        row(
            "html; charset=windows-1251",
            "<meta charset=koi8-r>\u00f0",
            "<meta charset=koi8-r>\u0440"),
        row(
            "html",
            "<meta charset=utf-7>+AOk- \u00e9",
            "<meta charset=utf-7>+AOk- \u00e9",
            DefectCode.UNDECLARED_CHARSET),
        row(
            "html",
            "<meta charset=utf-16>" + utf8,
            "<meta charset=utf-16>caf\u00e9",
            DefectCode.CHARSET_ONLY_IN_HTML));
  }

  @ParameterizedTest
  @MethodSource("labelsAndBytes")
  void textIsReadAsItWasMeant(String type, String body, String text, List<DefectCode> defects)
      throws IOException {
    ParsedMessage message = parse(type, body);

    assertThat(Objects.requireNonNull(message.root().text()).text()).isEqualTo(text);
    assertThat(message.defects().stream().map(Defect::code))
        .containsExactlyInAnyOrderElementsOf(defects);
  }

  @Test
  void everyCharacterOfUtf7LeadsBackToItsShift() throws IOException {
    DecodedText text =
        Objects.requireNonNull(parse("plain; charset=utf-7", "a+AOk-b").root().text());

    assertThat(text.text()).isEqualTo("a\u00e9b");
    assertThat(text.byteOffset(0)).isZero();
    assertThat(text.byteOffset(1)).isBetween(1, 4);
    assertThat(text.byteOffset(2)).isBetween(4, 6);
    assertThat(text.byteOffset(3)).isEqualTo(7);
  }
}
