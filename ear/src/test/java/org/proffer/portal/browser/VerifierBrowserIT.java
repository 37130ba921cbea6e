package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/** The page that checks packages, of the portal and from the disk, in headless Chromium. */
class VerifierBrowserIT {
  private static final String LETTER =
      "From: a@example.org\r\nTo: b@example.org\r\nSubject: %s\r\n\r\nBuy now.\r\n";

  @TempDir private Path folder;
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private Browser browser;
  private Path key;
  private Path kept;
  private Path zip;

  @BeforeEach
  void aPackage() throws Exception {
    browser = Browser.open(portal);
    prosecutor.logIn();
    String caseId = prosecutor.openCase("Verified in a browser");
    for (String words : List.of("one", "two")) {
      HttpResponse<String> sent =
          prosecutor.send(
              caseId, words + ".eml", LETTER.formatted(words).getBytes(StandardCharsets.US_ASCII));
      assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    }
    HttpResponse<String> thing =
        prosecutor.post("/cases/" + caseId + "/items", "{\"title\":\"Disk\",\"form\":\"THING\"}");
    assertThat(thing.statusCode()).as(thing.body()).isEqualTo(201);
    prosecutor.get("/cases/" + caseId + "/package"); // so that heads are signed
    key =
        Files.writeString(
            folder.resolve("custody.pub"), prosecutor.read("/custody").getString("key") + "\n");
    kept = Files.write(folder.resolve("kept.heads"), prosecutor.get("/custody/checkpoints").body());
    zip =
        Files.write(
            folder.resolve("package.zip"), prosecutor.get("/cases/" + caseId + "/package").body());
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** The verdict of the page and what it has against the package. */
  private String checked(String address, Map<String, Path> files) {
    browser.driver().get(address);
    files.forEach((id, file) -> browser.driver().findElement(By.id(id)).sendKeys(file.toString()));
    browser.driver().findElement(By.cssSelector("button[type=submit]")).click();
    WebElement verdict =
        browser
            .waiting()
            .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("[data-verdict]")));
    return verdict.getDomAttribute("data-verdict")
        + ": "
        + verdict.getText()
        + " "
        + browser.driver().findElement(By.id("problems")).getText();
  }

  private String here() {
    return portal.address() + "resources/verifier/verify.html";
  }

  private Path changed(String file, String from, String to) throws IOException {
    Path copy = Files.copy(zip, folder.resolve("changed.zip"), StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem files = FileSystems.newFileSystem(copy)) {
      try (var top = Files.list(files.getPath("/"))) {
        Path inside = top.findFirst().orElseThrow().resolve(file);
        String text = Files.readString(inside);
        assertThat(text).contains(from);
        Files.writeString(inside, text.replace(from, to));
      }
    }
    return copy;
  }

  @Test
  void anHonestPackageIsProvenWithoutALogin() {
    String said = checked(here(), Map.of("package", zip, "key", key, "heads", kept));

    assertThat(said).startsWith("proven: PROVEN: 3 items");
    assertThat(browser.driver().findElements(By.cssSelector("#items tbody tr"))).hasSize(3);
    assertThat(browser.driver().findElement(By.id("notes")).getText()).contains("heads kept");
    browser.isAccessible();
    browser.isQuiet();
  }

  @Test
  void thePageInThePackageChecksItFromTheDiskAlone() throws Exception {
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path name = Path.of(entry.getName()).getFileName();
        if (name.toString().startsWith("verify.")) {
          Files.write(folder.resolve(name), in.readAllBytes());
        }
      }
    }
    String page = folder.resolve("verify.html").toUri().toString();

    assertThat(checked(page, Map.of("package", zip, "key", key))).startsWith("proven: ");
    assertThat(checked(page, Map.of("package", changed("data/items.ndjson", "two", "twO"))))
        .startsWith("false: ");
  }

  @Test
  void noChangedPackageIsProven() throws Exception {
    String custody = "data/custody.ndjson";
    for (String[] change :
        new String[][] {
          {custody, "\\\"prosecutor\\\"", "\\\"nobody\\\""},
          {custody, "\"place\":", "\"place\":1"},
          {"data/items.ndjson", "\"title\":\"Disk\"", "\"title\":\"Disc\""},
          {"data/custody.heads", "proffer/custody\n", "proffer/other\n"},
          {"manifest-sha256.txt", "data/custody.pub", "data/custody.key"},
        }) {
      String said =
          checked(here(), Map.of("package", changed(change[0], change[1], change[2]), "key", key));
      assertThat(said).as(String.join(" ", change)).startsWith("false: ");
    }
    byte[] whole = Files.readAllBytes(zip);
    Path cut =
        Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length - 100));
    assertThat(checked(here(), Map.of("package", cut, "key", key))).startsWith("false: ");
  }

  @Test
  void aLogThatWasRolledBackOrHasAnotherKeyIsFound() throws Exception {
    Path newer = folder.resolve("newer.heads");
    Files.write(newer, prosecutor.get("/custody/checkpoints").body());
    Path older = zip;
    // An export of before: the heads that are kept now are longer.
    prosecutor.openCase("So that the log grows");
    String other = prosecutor.openCase("So that the log grows again");
    prosecutor.send(other, "x.eml", LETTER.formatted("x").getBytes(StandardCharsets.US_ASCII));
    prosecutor.get("/cases/" + other + "/package");
    Files.write(newer, prosecutor.get("/custody/checkpoints").body());

    assertThat(checked(here(), Map.of("package", older, "key", key, "heads", newer)))
        .startsWith("false: ")
        .contains("rolled back");
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.pub"),
            java.util.Base64.getEncoder()
                    .encodeToString(
                        java.security.KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPublic()
                            .getEncoded())
                + "\n");
    assertThat(checked(here(), Map.of("package", older, "key", wrong)))
        .startsWith("false: ")
        .contains("not signed by this key");
  }
}
