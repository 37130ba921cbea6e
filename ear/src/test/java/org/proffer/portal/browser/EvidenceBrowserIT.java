package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/** The pages of the evidence register, in headless Chromium. */
class EvidenceBrowserIT {
  private final Portal portal = Portal.running();
  private final Api rest = new Api(portal, "prosecutor");
  private Browser browser;
  private String caseId = "";
  private String letter = "";

  @BeforeEach
  void open() throws Exception {
    browser = Browser.open(portal);
    rest.logIn();
    browser.login("prosecutor");
    caseId = rest.openCase("United States v. Register");
    letter =
        made(
            rest.send(
                caseId,
                "letter.eml",
                "From: a@example.org\r\nSubject: Buy\r\n\r\nNow.\r\n"
                    .getBytes(StandardCharsets.US_ASCII)));
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static String made(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  private void choose(String id, String label) {
    new Select(browser.driver().findElement(By.id(id))).selectByVisibleText(label);
  }

  private void write(String id, String text) {
    write(id, text, true);
  }

  private void write(String id, String text, boolean cleared) {
    WebElement field = browser.driver().findElement(By.id(id));
    if (cleared) {
      field.clear();
    }
    field.sendKeys(text);
  }

  private void press(String id) {
    WebElement button = browser.driver().findElement(By.id(id));
    button.click();
    browser.untilGone(button);
  }

  private String page() {
    return browser.waiting().until(d -> d.findElement(By.id("main"))).getText();
  }

  /** A picture of the page, where a folder for it is named with {@code -Dproffer.shots}. */
  private void shot(String name) throws IOException {
    String folder = System.getProperty("proffer.shots", "");
    if (!folder.isEmpty()) {
      Files.write(
          Files.createDirectories(Path.of(folder)).resolve(name + ".png"),
          ((TakesScreenshot) browser.driver()).getScreenshotAs(OutputType.BYTES));
    }
  }

  @Test
  void aWorkingCopyAndADerivativeAreMadeOnThePage() throws Exception {
    Path text = Files.writeString(Files.createTempFile("derivative", ".txt"), "Now.");
    browser.go("evidence/item.xhtml?id=" + letter);
    press("item:copy");
    assertThat(page()).contains("Say what the copy is for.");
    write("item:purpose", "Examination by the defence's expert");
    press("item:copy");
    assertThat(page())
        .contains("Working copy of item 1: letter.eml")
        .contains("Examination by the defence's expert");

    write("derivative", text.toString(), false);
    browser.driver().findElement(By.id("derivative-send")).click();
    browser.waiting().until(d -> page().contains("Name the tool it was made with."));
    write("derivative-tool", "munpack");
    write("derivative-version", "1.6");
    browser.driver().findElement(By.id("derivative-send")).click();
    browser.waiting().until(d -> page().contains("munpack 1.6"));
    browser.isAccessible();
    WebElement section = browser.driver().findElement(By.id("made-title"));
    ((JavascriptExecutor) browser.driver()).executeScript("arguments[0].scrollIntoView()", section);
    shot("item-copies");
    browser.driver().findElement(By.linkText("Working copy of item 1: letter.eml")).click();
    browser.waiting().until(d -> page().contains("A working copy: the bytes are those of"));
    browser.isAccessible();
    shot("item-copy");
  }

  @Test
  void aThingIsEnteredSealedLabelledAndCounted() {
    browser.go("evidence/register.xhtml?case=" + caseId);
    browser.isAccessible();
    browser.driver().findElement(By.linkText("Enter a physical thing")).click();
    browser.type("title", "Laptop of Ann Poe");
    browser.type("authorityNumber", "2:07-mj-30123");
    browser.save();
    browser
        .waiting()
        .until(ExpectedConditions.elementToBeClickable(By.linkText("Laptop of Ann Poe")))
        .click();
    browser.waiting().until(ExpectedConditions.presenceOfElementLocated(By.id("item:deed")));
    browser.isAccessible();

    choose("item:deed", "Sealed");
    write("item:how", "In a bag");
    press("item:enter");
    assertThat(page()).contains("“seal” is empty");
    choose("item:deed", "Sealed");
    write("item:how", "In a bag");
    write("item:seal", "A-17");
    press("item:enter");
    assertThat(page()).contains("Seal A-17. In a bag", "A-17");
    choose("item:deed", "Put away");
    write("item:how", "After sealing");
    write("item:shelf", "B 4");
    press("item:enter");
    assertThat(page()).contains("To B 4. After sealing");

    browser.go("evidence/labels.xhtml?case=" + caseId);
    assertThat(browser.driver().findElements(By.cssSelector(".label svg path"))).hasSize(1);
    assertThat(browser.driver().findElement(By.cssSelector(".label")).getText())
        .contains("Item 2", "Laptop of Ann Poe", "A-17")
        .doesNotContain("United States");
    browser.isAccessible();

    browser.go("evidence/stock.xhtml?case=" + caseId);
    browser.isAccessible();
    press("stock:begin");
    write("stock:item", "2");
    press("stock:see");
    browser.isAccessible();
    press("stock:end");
    assertThat(page()).contains("Another seal", "Seen with no seal, listed with A-17");
    browser.isAccessible();
    browser.isQuiet();
  }

  @Test
  void anItemBecomesAnExhibitThatIsOfferedAndRuledOn() {
    browser.go("evidence/item.xhtml?id=" + letter);
    browser.isAccessible();
    browser.driver().findElement(By.linkText("Mark as an exhibit")).click();
    browser.type("description", "The letter to the victims");
    browser.isAccessible();
    browser.save();
    browser.waiting().until(ExpectedConditions.elementToBeClickable(By.linkText("GX-1"))).click();
    browser.waiting().until(ExpectedConditions.titleContains("GX-1"));
    browser.go("evidence/register.xhtml?case=" + caseId);
    assertThat(page())
        .contains("GX-1", "The letter to the victims", "Item 1: letter.eml", "Marked");
    browser.isAccessible();
    browser.isQuiet();
  }
}
