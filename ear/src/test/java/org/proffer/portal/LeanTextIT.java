package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Text that is made lean before it is indexed gives the words that the whole text would give. */
class LeanTextIT {
  private static final long SEED = 316;
  private static final int TEXTS = 600;
  private static final String[] PIECES = {
    "<",
    "<",
    "</",
    ">",
    ">",
    "/>",
    "<!--",
    "-->",
    "--",
    "<!DOCTYPE ",
    "<?xml ",
    "?>",
    "<style>",
    "</style>",
    "<style ",
    "<script>",
    "</script>",
    "</SCRIPT >",
    "<p class=\"",
    "\"",
    "'",
    "\\",
    "=",
    ";",
    ",",
    "..",
    ".",
    "/",
    "../img",
    "~/a",
    "offer",
    "buy",
    "Käse",
    "日本",
    "\u00a0",
    " ",
    "  ",
    "\n",
    "\t",
    "-5",
    "+1e",
    "3.14",
    "a-b",
    "http://shop.example/a?b=c",
    "jo@home.example",
    "&nbsp;",
    "&#64;",
    "|",
    "<b>",
    "<br>",
    "<a href='x'>",
    ":",
    "_",
    "@",
    "x.y.z",
    "😀",
    "%",
    "^"
  };

  private static final String COMPARED =
      """
      select w.t, ts_filter(m.search, '{d}') = ts_filter(proffer.message_search(m.subject || chr(30)
               || ' a@b.example a b example' || chr(30) || chr(30) || 'begin ' || w.t || ' end' || chr(10)), '{d}')
      from unnest(?) with ordinality w (t, n) join proffer.message m on m.subject = 'n' || (w.n - 1)
      where m.case_id = ?""";

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @Test
  void theIndexHasTheWordsOfTheWholeText() throws Exception {
    Api paralegal = new Api(Portal.running(), "paralegal").logIn();
    Random random = new Random(SEED);
    List<String> texts = new ArrayList<>();
    StringBuilder mailbox = new StringBuilder();
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      texts.add(text);
      mailbox
          .append("From a@b.example Thu Jan  1 00:00:00 2004\nFrom: a@b.example\nSubject: n")
          .append(i)
          .append("\nContent-Type: text/html; charset=utf-8\n\nbegin ")
          .append(text)
          .append(" end\n\n");
    }
    String caseId = paralegal.openCase("Lean text, seed " + SEED);
    JsonObject ended =
        paralegal.imported(
            caseId, "lean.mbox", mailbox.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(ended.getInt("messages")).isEqualTo(TEXTS);
    List<String> differing = new ArrayList<>();
    int compared = 0;
    try (Connection connection = PortalDatabase.connect();
        PreparedStatement query = connection.prepareStatement(COMPARED)) {
      query.setArray(1, connection.createArrayOf("text", texts.toArray()));
      query.setObject(2, UUID.fromString(caseId));
      try (ResultSet rows = query.executeQuery()) {
        for (; rows.next(); compared++) {
          if (!rows.getBoolean(2)) {
            differing.add(rows.getString(1));
          }
        }
      }
    }
    assertThat(compared).isEqualTo(TEXTS);
    assertThat(differing).isEmpty();
  }
}
