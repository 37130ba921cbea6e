package org.proffer.mail;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** For every defect a message that shows it, with a mark at the byte where it is. */
final class DefectFixtures {
  /** Stands before the byte at which the defect is expected; it is not part of the message. */
  static final char MARK = '\u2020';

  static final String HEAD =
      "From: Jane <jane@example.com>\r\n"
          + "Date: Wed, 2 Mar 2005 05:11:12 -0500\r\n"
          + "Message-ID: <1@example.com>\r\n";
  private static final String MIME = HEAD + "MIME-Version: 1.0\r\n";
  private static final String MIXED = MIME + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
  private static final String PLAIN_HOP =
      "from a.example (a.example [192.0.2.1]) by b.example with ESMTP id 1; "
          + "Wed, 2 Mar 2005 05:11:12 -0500";

  private static final Map<DefectCode, String> FIXTURES = new EnumMap<>(DefectCode.class);

  static {
    header();
    lines();
    mime();
    multipart();
    text();
    words();
  }

  private DefectFixtures() {}

  /** The fixtures, by the defect they show. */
  static Map<DefectCode, String> all() {
    return FIXTURES;
  }

  /** The bytes of the message without the mark. */
  static byte[] bytes(String fixture) {
    return fixture.replace(String.valueOf(MARK), "").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void put(DefectCode code, String fixture) {
    FIXTURES.put(code, fixture);
  }

  private static String with(String field) {
    return HEAD + field + "\r\n\r\nx\r\n";
  }

  private static String dated(String date) {
    return "From: jane@example.com\r\n\u2020Date: "
        + date
        + "\r\nMessage-ID: <1@example.com>\r\n\r\nx\r\n";
  }

  private static String sentBy(String from) {
    return "\u2020From: "
        + from
        + "\r\nDate: Wed, 2 Mar 2005 05:11:12 -0500\r\nMessage-ID: <1@example.com>\r\n\r\nx\r\n";
  }

  private static void header() {
    put(DefectCode.MISSING_DATE, "\u2020From: a@example.com\r\nMessage-ID: <1@a>\r\n\r\nx\r\n");
    put(DefectCode.MISSING_FROM, "\u2020Date: Wed, 2 Mar 2005 05:11:12 -0500\r\n\r\nx\r\n");
    put(DefectCode.MISSING_MESSAGE_ID, "\u2020From: a@example.com\r\n\r\nx\r\n");
    put(DefectCode.DUPLICATE_DATE, with("\u2020Date: Wed, 2 Mar 2005 06:11:12 -0500"));
    put(DefectCode.DUPLICATE_FROM, with("\u2020From: john@example.com"));
    put(DefectCode.DUPLICATE_SUBJECT, with("Subject: a\r\n\u2020Subject: b"));
    put(DefectCode.DUPLICATE_MESSAGE_ID, with("\u2020Message-ID: <2@example.com>"));
    put(DefectCode.DUPLICATE_ADDRESS_FIELD, with("To: a@a.example\r\n\u2020To: b@a.example"));
    put(DefectCode.DUPLICATE_THREAD_FIELD, with("References: <a@a>\r\n\u2020References: <b@a>"));
    put(DefectCode.SEVERAL_FROM_WITHOUT_SENDER, sentBy("a@example.com, b@example.com"));
    put(DefectCode.UNREADABLE_DATE, dated("02-07-2024"));
    put(DefectCode.OBSOLETE_DATE, dated("Wed, 02 Mar 05 10:11:12 GMT"));
    put(DefectCode.IRREGULAR_DATE, dated("2005/03/02 Wed 10:11:12 GMT"));
    put(DefectCode.WRONG_WEEKDAY, dated("Thu, 2 Mar 2005 05:11:12 -0500"));
    put(DefectCode.IMPLAUSIBLE_YEAR, dated("Mon, 2 Mar 3611 05:11:12 -0500"));
    put(DefectCode.UNREADABLE_FROM, sentBy("Your best friend"));
    put(DefectCode.FROM_WITHOUT_DOMAIN, sentBy("root"));
    put(
        DefectCode.MALFORMED_MESSAGE_ID,
        "From: a@example.com\r\n\u2020Message-ID: 12345\r\n\r\nx\r\n");
    put(DefectCode.NOT_A_FIELD, "X-A: 1\r\n\u2020nonsense\r\n" + HEAD + "\r\nx\r\n");
    put(DefectCode.SPACE_BEFORE_COLON, with("\u2020Subject : a"));
    put(DefectCode.EMPTY_FIELD_NAME, with("\u2020: a"));
    put(DefectCode.RECEIVED_WITHOUT_DATE, with("\u2020Received: " + PLAIN_HOP.split(";")[0]));
    put(DefectCode.UNKNOWN_RECEIVED_FORM, with("\u2020Received: over the hills and far away"));
    put(
        DefectCode.RECEIVED_WITHOUT_BY,
        with("\u2020Received: (qmail 12 invoked by uid 7); 2 Mar 2005 10:11:12 -0000"));
  }

  private static void lines() {
    String longLine = "a".repeat(1000);
    put(DefectCode.HEADER_LINE_TOO_LONG, with("\u2020X-Long: " + longLine));
    put(DefectCode.BODY_LINE_TOO_LONG, HEAD + "\r\none\r\n\u2020" + longLine + "\r\n");
    put(DefectCode.BLANK_FOLDED_LINE, with("Subject: a\r\n\u2020  \r\n b"));
    put(DefectCode.FOLD_WITHOUT_FIELD, "\u2020 cut off\r\n" + HEAD + "\r\nx\r\n");
    put(DefectCode.NUL_IN_HEADER, with("Subject: a\u2020\0b"));
    put(DefectCode.CONTROL_IN_HEADER, with("Subject: a\u2020\u0008b"));
    put(DefectCode.EIGHT_BIT_HEADER, with("Subject: caf\u2020\u00e9"));
    put(DefectCode.LONE_CR_IN_HEADER, with("Subject: a\u2020\rb"));
    put(DefectCode.LONE_CR_IN_BODY, HEAD + "\r\na\u2020\rb\r\n");
    put(DefectCode.MIXED_LINE_ENDS, HEAD + "\r\na\u2020\nb\r\n");
    put(DefectCode.CR_LINE_ENDS, HEAD.replace("\r\n", "\r").replaceFirst("\r", "\u2020\r") + "\rx");
    put(DefectCode.NUL_IN_BODY, HEAD + "\r\na\u2020\0b\r\n");
    put(
        DefectCode.MBOX_LINE_IN_HEADER,
        "\u2020>From jane@example.com Wed Mar  2 10:11:12 2005\r\n" + HEAD + "\r\nx\r\n");
    put(DefectCode.MISSING_EMPTY_LINE, HEAD + "\u2020Buy now\r\nand save\r\n");
    put(DefectCode.HEADER_CUT_SHORT, HEAD + "Subject: he\u2020");
    put(DefectCode.NO_HEADER_FIELDS, "\u2020Buy now\r\nand save\r\n");
    put(DefectCode.EMPTY_MESSAGE, "\u2020");
  }

  private static void mime() {
    put(DefectCode.MISSING_MIME_VERSION, with("\u2020Content-Type: text/plain"));
    put(DefectCode.UNKNOWN_MIME_VERSION, with("\u2020MIME-Version: 2.0"));
    put(
        DefectCode.DUPLICATE_CONTENT_TYPE,
        MIME + "Content-Type: text/plain\r\n\u2020Content-Type: text/html\r\n\r\nx\r\n");
    put(
        DefectCode.DUPLICATE_TRANSFER_ENCODING,
        encoded("7bit\r\n\u2020Content-Transfer-Encoding: base64", "x"));
    put(DefectCode.UNREADABLE_CONTENT_TYPE, MIME + "\u2020Content-Type: text\r\n\r\nx\r\n");
    put(DefectCode.DUPLICATE_PARAMETER, typed("text/plain; charset=utf-8; charset=utf-8"));
    put(DefectCode.UNTERMINATED_QUOTE, typed("text/plain; name=\"a"));
    put(DefectCode.UNQUOTED_PARAMETER, typed("text/plain; name=two words.txt"));
    put(
        DefectCode.UNKNOWN_TRANSFER_ENCODING,
        MIME + "\u2020Content-Transfer-Encoding: iso-8859-1\r\n\r\nx\r\n");
    put(
        DefectCode.ENCODED_COMPOSITE,
        MIME
            + "Content-Type: multipart/mixed; boundary=b\r\n"
            + "\u2020Content-Transfer-Encoding: base64\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n");
    put(DefectCode.INVALID_BASE64, encoded("base64", "QUJD\r\n\u2020QU*JD"));
    put(DefectCode.TRUNCATED_BASE64, encoded("base64", "QUJD\r\n\u2020QUJ"));
    put(DefectCode.DATA_AFTER_PADDING, encoded("base64", "QQ==\r\n\u2020QUJD"));
    put(DefectCode.BASE64_LINE_TOO_LONG, encoded("base64", "\u2020" + "QUJD".repeat(20)));
    put(DefectCode.INVALID_QUOTED_PRINTABLE, encoded("quoted-printable", "a\r\n\u20205 = 4"));
    put(DefectCode.LOWER_CASE_QUOTED_PRINTABLE, encoded("quoted-printable", "\u2020a=3d"));
    put(
        DefectCode.QUOTED_PRINTABLE_LINE_TOO_LONG,
        encoded("quoted-printable", "\u2020" + "a".repeat(80)));
    put(DefectCode.EIGHT_BIT_IN_QUOTED_PRINTABLE, encoded("quoted-printable", "\u2020\u00e9"));
    put(DefectCode.EIGHT_BIT_IN_7BIT, encoded("7bit", "caf\u2020\u00e9"));
    put(
        DefectCode.UNREADABLE_DISPOSITION,
        MIME + "\u2020Content-Disposition: filename=a.txt\r\n\r\nx\r\n");
    put(DefectCode.FILE_NAME_WITH_PATH, named("C:\\\\a.txt", "C:\\\\a.txt"));
    put(DefectCode.FILE_NAMES_DISAGREE, named("a.txt", "b.txt"));
    put(DefectCode.ENCODED_WORD_IN_PARAMETER, typed("text/plain; name=\"=?utf-8?q?a?=\""));
    put(DefectCode.BROKEN_PARAMETER_PIECES, typed("text/plain; name*0=a; name*2=b"));
    put(DefectCode.MALFORMED_EXTENDED_PARAMETER, typed("text/plain; name*=utf-8''50%"));
  }

  private static String typed(String type) {
    return MIME + "\u2020Content-Type: " + type + "\r\n\r\nx\r\n";
  }

  private static String encoded(String encoding, String body) {
    return MIME + "Content-Transfer-Encoding: " + encoding + "\r\n\r\n" + body + "\r\n";
  }

  private static String named(String name, String fileName) {
    return MIME
        + "Content-Type: text/plain; name=\""
        + name
        + "\"\r\n\u2020Content-Disposition: attachment; filename=\""
        + fileName
        + "\"\r\n\r\nx\r\n";
  }

  private static void multipart() {
    put(
        DefectCode.MULTIPART_WITHOUT_BOUNDARY,
        MIME + "\u2020Content-Type: multipart/mixed\r\n\r\nx\r\n");
    put(DefectCode.MULTIPART_WITHOUT_PARTS, MIXED + "\u2020Buy now\r\n");
    put(DefectCode.MULTIPART_NOT_CLOSED, MIXED + "\u2020--b\r\n\r\nx\r\n");
    put(
        DefectCode.MULTIPART_CLOSED_BY_OUTER,
        MIXED
            + "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nx\r\n"
            + "\u2020--b--\r\n");
    put(DefectCode.BOUNDARY_TOO_LONG, bounded("b".repeat(71)));
    put(DefectCode.INVALID_BOUNDARY, bounded("b*b"));
    put(
        DefectCode.BOUNDARY_REUSED,
        MIXED + "--b\r\n\u2020Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n");
    put(DefectCode.PART_HEADER_CUT, MIXED + "--b\r\nContent-Type: text/html\r\n\u2020--b--\r\n");
    put(
        DefectCode.BOUNDARY_AFTER_CLOSE,
        MIXED + "--b\r\n\r\nx\r\n--b--\r\n\u2020--b\r\n\r\nmore\r\n");
    put(DefectCode.TEXT_AFTER_CLOSE, MIXED + "--b\r\n\r\nx\r\n--b--\r\n\r\n\u2020more\r\n");
  }

  private static String bounded(String boundary) {
    return MIME
        + "\u2020Content-Type: multipart/mixed; boundary=\""
        + boundary
        + "\"\r\n\r\n--"
        + boundary
        + "\r\n\r\nx\r\n--"
        + boundary
        + "--\r\n";
  }

  private static void text() {
    put(DefectCode.UNKNOWN_CHARSET, charset("nonsense", "\u2020x"));
    put(DefectCode.UNREGISTERED_CHARSET_NAME, charset("utf-8mb4", "\u2020x"));
    put(DefectCode.MALFORMED_TEXT, charset("utf-8", "\u2020\u00c3\u00a9\u00c3\u00a9 \u00ff"));
    put(DefectCode.WRONG_CHARSET, charset("utf-8", "caf\u2020\u00e9"));
    put(DefectCode.UNDECLARED_CHARSET, HEAD + "\r\ncaf\u2020\u00e9\r\n");
    put(DefectCode.CHARSET_EXCEEDED, charset("iso-8859-1", "it\u2020\u0092s"));
    put(
        DefectCode.CHARSET_ONLY_IN_HTML,
        MIME
            + "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + "<meta charset=windows-1251>\u2020\u00cf\r\n");
    put(DefectCode.TEXT_CUT, HEAD + "\r\n\u2020" + "text\r\n".repeat(50));
  }

  private static String charset(String name, String body) {
    return MIME
        + "Content-Type: text/plain; charset="
        + name
        + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + body
        + "\r\n";
  }

  private static void words() {
    put(DefectCode.ENCODED_WORD_UNKNOWN_CHARSET, word("=?nonsense?q?a?="));
    put(DefectCode.MALFORMED_ENCODED_WORD, word("=?utf-8?q?caf=C3=A9"));
    put(DefectCode.ENCODED_WORD_TOO_LONG, word("=?utf-8?q?" + "a".repeat(80) + "?="));
    put(DefectCode.SPACE_IN_ENCODED_WORD, word("=?utf-8?q?two words?="));
    put(DefectCode.ENCODED_WORD_SPLITS_CHARACTER, word("=?utf-8?q?caf=C3?= =?utf-8?q?=A9?="));
    put(DefectCode.ENCODED_WORD_NOT_SEPARATED, word("a=?utf-8?q?b?="));
    put(DefectCode.ENCODED_WORD_IN_QUOTES, word("\"=?utf-8?q?b?=\""));
    put(DefectCode.ENCODED_WORD_WRONG_CHARSET, word("=?utf-8?q?caf=E9?="));
    put(DefectCode.ENCODED_WORD_WRONG_ENCODING, word("=?utf-8?b?caf=C3=A9?="));
    put(DefectCode.ENCODED_WORD_PADDING, word("=?utf-8?b?QUI?="));
  }

  private static String word(String subject) {
    return with("\u2020Subject: " + subject);
  }
}
