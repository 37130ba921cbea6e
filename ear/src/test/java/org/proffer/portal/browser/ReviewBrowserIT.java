package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.generator.RingMailbox;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/** A paralegal who has never seen the review works through messages by the keyboard. */
class ReviewBrowserIT {
  private static final int MESSAGES = 60;

  private final Portal portal = Portal.running();
  private Browser opened;
  private WebDriver browser;
  private Api paralegal;
  private String caseId;

  @BeforeEach
  void open() throws Exception {
    paralegal = new Api(portal, "paralegal").logIn();
    caseId = paralegal.openCase("Reviewed by keys");
    ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
    new RingMailbox(91, MESSAGES).writeMbox(mailbox);
    paralegal.imported(caseId, "ring.mbox", mailbox.toByteArray());
    opened = Browser.open(portal);
    browser = opened.driver();
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  private void press(CharSequence... keys) {
    new Actions(browser).sendKeys(keys).perform();
  }

  private Object script(String what) {
    return ((JavascriptExecutor) browser).executeScript("return " + what);
  }

  private void until(String what) {
    opened.waiting().until(shown -> Boolean.TRUE.equals(script("!!(" + what + ")")));
  }

  private String shown() {
    return (String) script("document.getElementById('review').dataset.shown");
  }

  private void next() {
    String before = shown();
    press("j");
    until("document.getElementById('review').dataset.shown !== '" + before + "'");
  }

  private int coded() throws Exception {
    return paralegal.read("/cases/" + caseId + "/review?limit=1&query=coded:yes").getInt("total");
  }

  @Test
  void fromLoginToTheFirstCodedMessageAndOnAtTwentyAMinute() throws Exception {
    long start = System.nanoTime();
    opened.login("paralegal");
    browser.findElement(By.partialLinkText("Reviewed by keys")).click();
    opened
        .waiting()
        .until(ExpectedConditions.elementToBeClickable(By.linkText("Messages")))
        .click();
    opened.waiting().until(ExpectedConditions.elementToBeClickable(By.linkText("Review"))).click();
    until("document.querySelector('#right [data-tag]')");
    press("1");
    until("document.querySelector('#right [aria-pressed=true]')");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("four choices from the login on: case, messages, review, tag")
        .isLessThan(Duration.ofMinutes(2));
    assertThat(coded()).isEqualTo(1);
    opened.isAccessible();

    start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      next();
      press(i % 2 == 0 ? "1" : "2");
      until("document.querySelector('#right [aria-pressed=true]')");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("two keys a message")
        .isLessThan(Duration.ofMinutes(1));
    assertThat(coded()).isEqualTo(21);

    press("u");
    until("!document.querySelector('#right [aria-pressed=true]')");
    assertThat(coded()).isEqualTo(20);
    press("x");
    next();
    press("x");
    press("4");
    until("document.getElementById('said').textContent.startsWith('Coded 2')");
    assertThat(coded()).isEqualTo(22);
    opened.isQuiet();
  }

  @Test
  void viewsCommentsAndSearchAreReachedByKeys() throws Exception {
    opened.login("paralegal");
    opened.go("messages/review.xhtml?case=" + caseId);
    until("document.querySelector('#right [data-tag]')");
    press("gp");
    until("document.querySelector('#centre ol.hops').offsetParent");
    opened.isAccessible();
    press("gt");
    until("document.querySelector('#centre pre[data-part]').offsetParent");
    script(
        "(() => { const t = document.querySelector('#centre > section:not([hidden]) pre[data-part]'); const r = document.createRange();"
            + " const n = document.createTreeWalker(t, NodeFilter.SHOW_TEXT).nextNode(); r.setStart(n, 0); r.setEnd(n, 4);"
            + " getSelection().removeAllRanges(); getSelection().addRange(r); })()");
    String words = (String) script("getSelection().toString()");
    press("m");
    press("The beginning.");
    opened.save();
    until("document.querySelector('#right .remarks li')");
    assertThat(
            paralegal
                .read("/messages/" + shown() + "/comments")
                .getJsonArray("comments")
                .getJsonObject(0)
                .getString("words"))
        .isEqualTo(words);
    assertThat(
            paralegal.read("/cases/" + caseId + "/review?limit=1&query=seen:yes").getInt("total"))
        .as("what was only fetched ahead is still new")
        .isEqualTo(1);
    press("?");
    until("document.getElementById('legend').open");
    opened.isAccessible();
    press(Keys.ESCAPE);

    press("/");
    press("from:(", Keys.ENTER);
    until("!document.getElementById('refused').hidden");
    assertThat(browser.findElement(By.id("refused")).getText()).contains("Character");
    assertThat(script("document.activeElement.id")).isEqualTo("q");
    opened.isAccessible();
  }

  @Test
  void viewsAreFilledWhenTheyAreOpenedAndProofIsOfTheMessageThatIsShown() throws Exception {
    String own = paralegal.openCase("Filled when opened");
    byte[] zip = zip("Overdue invoice.exe");
    String mailbox =
        letter("First", zip) + letter("Second", zip).replace("papers.zip", "others.zip");
    paralegal.imported(own, "two.mbox", mailbox.getBytes(StandardCharsets.US_ASCII));
    opened.login("paralegal");
    opened.go("messages/review.xhtml?case=" + own);
    until("document.querySelector('#right [data-tag]')");
    String first = shown();
    next();
    press("gs");
    until(visible("pre") + "?.textContent?.includes('Subject: Second')");
    opened.isAccessible();
    press("gc");
    until(visible("table caption") + "?.textContent === 'What happened to the item'");
    opened.isAccessible();
    press("ga");
    until(visible("section.attached") + "?.textContent?.includes('Overdue invoice.exe')");
    assertThat((String) script(visible("section.attached") + "?.textContent"))
        .contains("others.zip", "ZIP archive", "1 file in it");
    opened.isAccessible();
    String second = shown();
    assertThat(second).isNotEqualTo(first);
    press("p");
    opened.waiting().until(ExpectedConditions.urlContains("proof/send.xhtml"));
    assertThat(browser.getCurrentUrl()).contains("message=" + second);
    opened.isQuiet();
  }

  /** Something in the message that is shown, if it is shown itself. */
  private static String visible(String what) {
    return "[...document.querySelectorAll('#centre > section:not([hidden]) [role=tabpanel]:not([hidden]) "
        + what
        + "')].find(e => e.offsetParent)";
  }

  private static byte[] zip(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write('x');
    }
    return bytes.toByteArray();
  }

  private static String letter(String subject, byte[] zip) {
    return "From x Wed Mar  2 10:11:12 2005\nFrom: a@example.com\nTo: b@example.org\nDate: Wed, 2 Mar 2005 10:11:12 +0000\nSubject: "
        + subject
        + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nsee\n"
        + "--b\nContent-Type: application/zip; name=papers.zip\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getEncoder().encodeToString(zip)
        + "\n--b--\n\n";
  }
}
