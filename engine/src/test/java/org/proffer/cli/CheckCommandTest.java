package org.proffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The command as somebody runs it. */
class CheckCommandTest {
  @TempDir Path folder;

  private static Ran run(Object... args) {
    return Ran.proffer(args);
  }

  private Path message(String name, String subject, String body) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "From: Acme <news@acme.example>\r\nTo: rita@example.org\r\nSubject: "
            + subject
            + "\r\nDate: Mon, 16 Mar 2026 17:00:00 +0000\r\nMessage-ID: <1@acme.example>\r\n\r\n"
            + body
            + "\r\n");
  }

  private Path violating() throws IOException {
    return message(
        "sale.eml", "Spring sale: 25% off", "Buy our garden tools now and save 25%. Shop today!");
  }

  @Test
  void aPersonReadsWhatIsViolatedAndWhatWouldDecideTheRest() throws IOException {
    Ran ended = run("check", violating());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains("VIOLATED   DIS-03", "15 U.S.C. 7704(a)(5)(A)(iii)", "undecided", "decided by")
        .contains("1 messages, 1 with a violation")
        .doesNotContain("CLS-01");
  }

  @Test
  void ordinaryMailViolatesNothing() throws IOException {
    Path mail = message("lunch.eml", "Lunch", "Shall we meet at noon on Thursday? Rita");

    assertThat(run("check", mail).code()).isZero();
  }

  @Test
  void wordsOfAHostileMessageCannotSteerTheTerminal() throws IOException {
    Path hostile =
        message("hostile.eml", "Sale \u001b[2J\u202egnp.exe", "Buy now and save 25%. Shop today!");
    Ran ended = run("check", hostile);

    assertThat(ended.out()).contains("Sale").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void sarifNamesTheRuleTheFileAndTheReason() throws IOException {
    Ran ended = run("check", "--format", "sarif", violating());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "\"version\":\"2.1.0\"", "\"ruleId\":\"DIS-03\"", "sale.eml", "\"level\":\"error\"")
        .contains("\"byteOffset\":0");
    assertThat(ended.out().chars().filter(c -> c == '{').count())
        .isEqualTo(ended.out().chars().filter(c -> c == '}').count());
  }

  @Test
  void sarifOfNothingViolatedHasNoResults() throws IOException {
    Path mail = message("lunch.eml", "Lunch", "Shall we meet at noon on Thursday? Rita");

    assertThat(run("check", "--format", "sarif", mail).out()).contains("\"results\":[]");
  }

  @Test
  void junitIsXmlWithAFailureForEachViolatedDuty() throws Exception {
    Ran ended = run("check", "--format", "junit", violating());
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(ended.out().getBytes(StandardCharsets.UTF_8)));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);

    assertThat(suite.getAttribute("name")).endsWith("sale.eml");
    assertThat(document.getElementsByTagName("failure").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("failures")))
        .isPositive();
    assertThat(document.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
  }

  @Test
  void whatXmlCannotHoldIsReplaced() {
    assertThat(JunitReport.xml("a<b>\"&\u0000\n\ud800"))
        .isEqualTo("a&lt;b&gt;&quot;&amp;\uFFFD&#10;\uFFFD");
  }

  @Test
  void theOrderOfTheOutputDoesNotDependOnTheThreads() throws IOException {
    for (int i = 0; i < 40; i++) {
      message(
          "m" + i + ".eml", "Sale " + i, "Buy now and save 25%. Shop today! ".repeat(1 + i % 7));
    }

    assertThat(run("check", "--format", "ndjson", "--threads", 8, folder).out())
        .isEqualTo(run("check", "--format", "ndjson", "--threads", 1, folder).out())
        .hasLineCount(40);
  }

  @Test
  void howFarItIsIsSaidOnlyWhereAskedForAndNeverInTheOutput() throws IOException {
    for (int i = 0; i < 40; i++) {
      message("m" + i + ".eml", "Sale " + i, "Buy now and save 25%. Shop today!");
    }
    Ran silent = run("check", "--format", "ndjson", folder);
    Ran told = run("check", "--format", "ndjson", "--progress", folder);

    assertThat(silent.err()).isEmpty();
    assertThat(told.out()).isEqualTo(silent.out());
  }

  @Test
  void aPathThatIsNotThereIsSaid() {
    Ran ended = run("check", folder.resolve("nothing.eml"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("nothing.eml");
  }

  @Test
  void aFolderWithoutAMessageIsNoSuccess() throws IOException {
    Ran ended = run("check", Files.createDirectory(folder.resolve("empty")));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("empty", "no message was found");
  }

  @Test
  void aFactsFileThatIsNotUnderstoodStopsTheRun() throws IOException {
    Path facts = Files.writeString(folder.resolve("facts.json"), "{\"nonsense\": 1}");
    Ran ended = run("check", "--facts", facts, violating());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("facts.json", "nonsense", "Nothing was checked");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aRuleIsShownWithItsPeriods() {
    Ran ended = run("rules", "dis-03");

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains("DIS-03", "in force from 2004-01-01 until 2008-07-07", "316.2(p)");
  }

  @Test
  void theRulesOfADayAreThoseInForce() {
    assertThat(run("rules", "--as-of", "2003-12-31").out()).isEmpty();
    assertThat(run("rules", "--as-of", "2004-01-01").out())
        .contains("DIS-03")
        .doesNotContain("OPT-05");
    assertThat(run("rules", "--as-of", "2026-11-23").out()).contains("OPT-05");
  }

  @Test
  void aRuleThatIsNotThereIsSaid() {
    assertThat(run("rules", "XYZ-99").code()).isEqualTo(2);
  }

  @Test
  void sendersAreAuthenticatedByRecordedDnsData() throws IOException {
    Path mail = message("lunch.eml", "Lunch", "Shall we meet at noon on Thursday? Rita");
    Path dns =
        Files.writeString(
            folder.resolve("dns.tsv"),
            "2026-03-16T00:00:00Z\t2026-03-17T00:00:00Z\tresolver log\t_dmarc.acme.example\tTXT\t"
                + "DATA\t\"v=DMARC1; p=none\"\n");

    assertThat(run("check", "--dns", dns, "--format", "ndjson", mail).out())
        .contains(
            "\"authentication\":{\"receivedAt\":\"2026-03-16T17:00:00Z\","
                + "\"receivedSays\":\"Date field\",\"spf\":{\"result\":\"NOT_EVALUABLE\"",
            "\"dkim\":[{\"result\":\"NONE\"",
            "\"name\":\"_dmarc.acme.example\",\"type\":\"TXT\",\"status\":\"DATA\","
                + "\"firstSeen\":\"2026-03-16T00:00:00Z\",\"lastSeen\":\"2026-03-17T00:00:00Z\","
                + "\"source\":\"resolver log\"");
    assertThat(run("check", "--dns", dns, mail).out())
        .contains("sender     by DNS data recorded for 2026-03-16T17:00:00Z (Date field)")
        .contains("SPF        not evaluable", "DKIM       none");
  }

  @Test
  void withoutRecordedDnsDataTheSenderIsNotEvaluable() throws IOException {
    Path mail = message("lunch.eml", "Lunch", "Shall we meet at noon on Thursday? Rita");

    assertThat(run("check", "--format", "ndjson", mail).out())
        .contains(
            "\"authentication\":{\"spf\":{\"result\":\"NOT_EVALUABLE\",\"reason\":"
                + "\"no record of that date: no recorded DNS data was given\"");
    assertThat(run("check", mail).out()).contains("sender     not evaluable: no record of that");
  }

  @Test
  void dnsDataThatCannotBeReadStopsTheCheckAndNamesTheLine() throws IOException {
    Path mail = message("lunch.eml", "Lunch", "Shall we meet at noon on Thursday? Rita");
    Path dns = Files.writeString(folder.resolve("dns.tsv"), "yesterday\n");
    Ran ended = run("check", "--dns", dns, mail);

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("dns.tsv", "1", "Nothing was checked");
    assertThat(run("check", "--receiving-server", "mx.own.example", mail).err())
        .contains("needs --dns");
  }
}
