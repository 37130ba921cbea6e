package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proffer.ledger.Head;

/** Heads of the custody log that an authority stamps (RFC 3161); openssl is the authority. */
class TimeStampsIT {
  private final Portal portal = Portal.running();
  private final TimeStampAuthority authority = TimeStampAuthority.ofAllTests();
  private final Api prosecutor = new Api(portal, "prosecutor");
  @TempDir private Path folder;
  private String caseId = "";

  @BeforeEach
  void anItem() throws Exception {
    assumeTrue(
        TestCertificates.isPossible(), "SKIPPED: time stamps are tried with openssl as authority.");
    prosecutor.logIn();
    caseId = prosecutor.openCase("Stamped");
    prosecutor.send(
        caseId, "a.eml", "Subject: a\r\n\r\nBuy.\r\n".getBytes(StandardCharsets.US_ASCII));
    packed(); // from now on nothing is stamped but what a test has stamped
  }

  @AfterEach
  void asEver() {
    authority.stampsAsEver();
  }

  private Path packed() throws Exception {
    HttpResponse<byte[]> answer = prosecutor.get("/cases/" + caseId + "/package");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Files.write(folder.resolve("package.zip"), answer.body());
  }

  private List<String> stamps() throws Exception {
    return new String(prosecutor.get("/custody/stamps").body(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  private static String verified(Path zip, String... more) throws Exception {
    return CustodyIT.verified(zip, more);
  }

  @Test
  void aPackageHasAStampOverItsHeadThatTheCommandAndOpensslCheck() throws Exception {
    Path zip = packed();
    Path roots = TestCertificates.ofAllTests().authority();

    assertThat(verified(zip, "--tsa", roots.toString()))
        .startsWith("0 ")
        .contains("STAMPED: the head over ")
        .contains("CN=tsa")
        .contains("PROVEN: 1 items");
    assertThat(prosecutor.read("/custody").getJsonObject("stamped").getString("by"))
        .isEqualTo("CN=tsa");
    try (FileSystem files = FileSystems.newFileSystem(zip);
        var top = Files.list(files.getPath("/"))) {
      Path data = top.findFirst().orElseThrow().resolve("data");
      List<String> lines = Files.readAllLines(data.resolve("custody.stamps"));
      String[] newest = lines.get(lines.size() - 1).split(" ");
      String[] heads = Files.readString(data.resolve("custody.heads")).split("\n\n\n");
      String note = heads[heads.length - 1] + "\n";
      assertThat(Head.of(note).size()).isEqualTo(Long.parseLong(newest[0]));
      Path head = Files.writeString(folder.resolve("head"), note);
      Path token = Files.write(folder.resolve("token"), Base64.getDecoder().decode(newest[2]));
      assertThat(
              TestCertificates.ofAllTests()
                  .openssl(
                      "ts",
                      "-verify",
                      "-data",
                      head.toString(),
                      "-in",
                      token.toString(),
                      "-token_in",
                      "-CAfile",
                      roots.toString()))
          .contains("Verification: OK");
      assertThat(Files.readString(data.resolve("report.txt"))).contains("stamped that head at");
    }
  }

  @Test
  void aStampOfAnAuthorityNobodyTrustsIsFoundFalse() throws Exception {
    Path zip = packed();
    assertThat(
            verified(zip, "--tsa", TestCertificates.named("Somebody else").authority().toString()))
        .startsWith("1 ")
        .contains("for whom none of the given certificates vouches");
    assertThat(verified(zip)).startsWith("0 ").contains("Give --tsa");
  }

  @Test
  void aStampThatTheOfficeDoesNotTrustIsNotKeptAndThePackageGoesOut() throws Exception {
    List<String> before = stamps();
    authority.stampsWith(TestCertificates.named("A liar"));
    packed();
    authority.stampsAsEver();
    assertThat(stamps()).isEqualTo(before);

    packed();
    assertThat(stamps()).hasSize(before.size() + 1).startsWith(before.toArray(String[]::new));
  }

  @Test
  void anAuthorityThatDoesNotAnswerHoldsNothingUp() throws Exception {
    List<String> before = stamps();
    authority.answersOnly(503);
    Path zip = packed();

    assertThat(stamps()).isEqualTo(before);
    assertThat(verified(zip)).startsWith("0 ");
    assertThat(prosecutor.read("/custody").getJsonArray("troubles")).isEmpty();
  }
}
