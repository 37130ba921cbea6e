package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedWordsTest {

  private static ParsedMessage parse(String field) throws IOException {
    String text = DefectFixtures.HEAD + "MIME-Version: 1.0\r\n" + field + "\r\n\r\nx\r\n";
    return new MessageParser(ParseBudget.DEFAULT)
        .parse(ByteSource.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static List<Defect> at(DefectCode... codes) {
    long offset = DefectFixtures.HEAD.length() + "MIME-Version: 1.0\r\n".length();
    return Stream.of(codes).map(code -> new Defect(code, offset)).toList();
  }

  private static Arguments row(String written, String read, DefectCode... defects) {
    return Arguments.of(written, read, at(defects));
  }

  static Stream<Arguments> subjects() {
    return Stream.of(
        row("=?utf-8?q?caf=C3=A9?=", "caf\u00e9"),
        row("=?UTF-8?B?Y2Fmw6k=?= now", "caf\u00e9 now"),
        row("=?utf-8*en?q?a_b?=", "a b"),
        row("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
        row("=?utf-8?q?a?=\r\n  =?utf-8?q?b?=\r\n c", "ab c"),
        row("=?iso-8859-1?q?=E9?= =?utf-8?q?=C3=A9?=", "\u00e9\u00e9"),
        row("=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "\u00e9", DefectCode.ENCODED_WORD_SPLITS_CHARACTER),
        row("=?utf-8?b?w6k?=", "\u00e9", DefectCode.ENCODED_WORD_PADDING),
        row("=?utf-8?b?w6k= ?=", "\u00e9", DefectCode.SPACE_IN_ENCODED_WORD),
        row("=?utf-8?q?two words?=", "two words", DefectCode.SPACE_IN_ENCODED_WORD),
        row("=?utf-8?b?caf=C3=A9?=", "caf\u00e9", DefectCode.ENCODED_WORD_WRONG_ENCODING),
        row("=?utf-8?x?cafe?=", "=?utf-8?x?cafe?=", DefectCode.MALFORMED_ENCODED_WORD),
        row("=?utf-8?q?caf=C3=A9", "caf\u00e9", DefectCode.MALFORMED_ENCODED_WORD),
        row("=?nonsense?q?caf=C3=A9?=", "caf\u00e9", DefectCode.ENCODED_WORD_UNKNOWN_CHARSET),
        row("=?utf-8?q?caf=E9?=", "caf\u00e9", DefectCode.ENCODED_WORD_WRONG_CHARSET),
        row("=?iso-8859-1?q?caf=C3=A9?=", "caf\u00e9", DefectCode.ENCODED_WORD_WRONG_CHARSET),
        row("=?us-ascii?q?caf=E9?=", "caf\u00e9", DefectCode.ENCODED_WORD_WRONG_CHARSET),
        row("=?utf-7?q?+AOk-?= =?utf-7?q?+AOk?=", "\u00e9\u00e9"),
        row("=?gb2312?b?xOM=?=", "\u4f60"),
        row("=?iso-2022-jp?b?GyRCJCIbKEI=?=", "\u3042"),
        row(
            "a=?utf-8?q?b?=c",
            "abc",
            DefectCode.ENCODED_WORD_NOT_SEPARATED,
            DefectCode.ENCODED_WORD_NOT_SEPARATED),
        row("\"=?utf-8?q?b?=\"", "\"b\"", DefectCode.ENCODED_WORD_IN_QUOTES),
        row("=?utf-8?q?" + "a".repeat(80) + "?=", "a".repeat(80), DefectCode.ENCODED_WORD_TOO_LONG),
        row("=?utf-8?q?=?=", "=", DefectCode.MALFORMED_ENCODED_WORD),
        row("=?utf-8?q??=", ""),
        row("=??q?a?=", "=??q?a?=", DefectCode.MALFORMED_ENCODED_WORD));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aSubjectIsReadAsMailProgramsReadIt(String written, String read, List<Defect> defects)
      throws IOException {
    ParsedMessage message = parse("Subject: " + written);

    assertThat(message.subject()).isEqualTo(read);
    assertThat(message.defects()).containsExactlyInAnyOrderElementsOf(defects);
  }

  static Stream<Arguments> parameters() {
    return Stream.of(
        row("name=a.txt", "a.txt"),
        row("name=\"a b.txt\"", "a b.txt"),
        row("name*=utf-8''caf%C3%A9", "caf\u00e9"),
        row("name*=iso-8859-1'en'caf%E9", "caf\u00e9"),
        row("name*0=a; name*1=b; name*2=c", "abc"),
        row("name*2=c; name*0=a; name*1=b", "abc"),
        row("name*0*=utf-8''caf%C3; name*1*=%A9; name*2=\" 100%25\"", "caf\u00e9 100%25"),
        row("name*0=a; name*2=c", "ac", DefectCode.BROKEN_PARAMETER_PIECES),
        row("name*1=b; name*2=c", "bc", DefectCode.BROKEN_PARAMETER_PIECES),
        row("name*0=a; name*x=b", "a", DefectCode.BROKEN_PARAMETER_PIECES),
        row("name*0=a; name*0=b", "a", DefectCode.DUPLICATE_PARAMETER),
        row("name=a; name=b", "a", DefectCode.DUPLICATE_PARAMETER),
        row("name=plain; name*=utf-8''caf%C3%A9", "caf\u00e9"),
        row("name*=utf-8''caf%E9", "caf\u00e9", DefectCode.MALFORMED_EXTENDED_PARAMETER),
        row("name*=nonsense''caf%C3%A9", "caf\u00e9", DefectCode.MALFORMED_EXTENDED_PARAMETER),
        row("name*=caf%C3%A9", "caf\u00e9", DefectCode.MALFORMED_EXTENDED_PARAMETER),
        row("name*=utf-8''50%", "50%", DefectCode.MALFORMED_EXTENDED_PARAMETER),
        row("name=\"=?utf-8?q?caf=C3=A9?=\"", "caf\u00e9", DefectCode.ENCODED_WORD_IN_PARAMETER),
        row("name=\"a", "a", DefectCode.UNTERMINATED_QUOTE));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void aParameterIsPutTogether(String written, String read, List<Defect> defects)
      throws IOException {
    ParsedMessage message = parse("Content-Type: text/plain; " + written);

    assertThat(message.root().fileName()).contains(read);
    assertThat(message.defects()).containsExactlyInAnyOrderElementsOf(defects);
  }
}
