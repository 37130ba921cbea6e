package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Evidence from folders of the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourcesIT {
  private Api paralegal;
  private Path folder;

  @BeforeAll
  void logIn() throws Exception {
    Portal portal = Portal.running();
    paralegal = new Api(portal, "paralegal").logIn();
    folder = portal.home().resolve("incoming");
    Files.createDirectories(folder.resolve("disk"));
    Files.writeString(folder.resolve("disk").resolve("a.eml"), "Subject: a\r\n\r\nb\r\n");
    Files.createSymbolicLink(folder.resolve("link.eml"), Path.of("/etc/hostname"));
  }

  private HttpResponse<String> take(String caseId, String from, String path) throws Exception {
    return paralegal.post(
        "/cases/" + caseId + "/evidence/from-folder",
        Json.createObjectBuilder().add("folder", from).add("path", path).build().toString());
  }

  @Test
  void aFileOfTheServerIsTakenAndCustodySaysWhereFrom() throws Exception {
    String caseId = paralegal.openCase("Folder");
    HttpResponse<String> taken = take(caseId, folder.toString(), "disk/a.eml");

    assertThat(taken.statusCode()).isEqualTo(201);
    String id = Api.json(taken.body()).getString("id");
    assertThat(paralegal.get("/evidence/" + id + "/raw").body())
        .isEqualTo("Subject: a\r\n\r\nb\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(paralegal.read("/evidence/" + id + "/custody").getJsonArray("events"))
        .extracting(event -> event.asJsonObject().getString("kind"))
        .containsExactly("RECEIVED", "COPIED", "COPIED");
    assertThat(paralegal.read("/evidence/" + id + "/custody").toString()).contains("disk/a.eml");
  }

  @Test
  void filesAreListedWithoutLinks() throws Exception {
    assertThat(
            paralegal
                .read("/cases/" + paralegal.openCase("Listed") + "/evidence/sources")
                .getJsonArray("files"))
        .extracting(file -> file.asJsonObject().getString("path"))
        .contains("disk/a.eml")
        .doesNotContain("link.eml");
  }

  @Test
  void nothingOutsideTheFolderIsTaken() throws Exception {
    String caseId = paralegal.openCase("Outside");
    for (String path :
        new String[] {"link.eml", "../keys/database-owner", "/etc/hostname", "none"}) {
      assertThat(take(caseId, folder.toString(), path).statusCode()).as(path).isEqualTo(422);
    }
    assertThat(take(caseId, "/etc", "hostname").statusCode()).isEqualTo(422);
    assertThat(paralegal.read("/cases/" + caseId + "/evidence").getJsonArray("evidence")).isEmpty();
  }

  @Test
  void aMailServerNobodyNamedIsNotAsked() throws Exception {
    HttpResponse<String> refused =
        paralegal.post(
            "/cases/" + paralegal.openCase("Mail") + "/evidence/from-mailbox",
            "{\"host\":\"mail.example.com\",\"login\":\"a\",\"password\":\"b\"}");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("mail.example.com:993");
  }
}
