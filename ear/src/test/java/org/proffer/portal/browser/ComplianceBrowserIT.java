package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.generator.SimulatedSender;
import org.proffer.generator.SimulatedSender.Fault;
import org.proffer.portal.Portal;

/** The compliance desk as a new officer uses it, in headless Chromium. */
class ComplianceBrowserIT {
  private final Portal portal = Portal.running();
  private Browser opened;
  private WebDriver browser;

  @BeforeEach
  void open() {
    opened = Browser.open(portal);
    browser = opened.driver();
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  private WebElement seen(By by) {
    return opened.waiting().until(ExpectedConditions.visibilityOfElementLocated(by));
  }

  private void takeOn(String name) {
    opened.login("compliance");
    browser.findElement(By.linkText("Clients")).sendKeys(Keys.ENTER);
    WebElement field = seen(By.id("name"));
    field.sendKeys(name, Keys.ENTER);
    opened.waiting().until(ExpectedConditions.titleContains(name));
  }

  @Test
  void fromLoginToACheckedTemplateInFiveActionsByTheKeyboardAlone() {
    takeOn("Keyboard Corp."); // the desk, the form
    opened.isAccessible();
    browser.findElement(By.linkText("Check a message")).sendKeys(Keys.ENTER);
    seen(By.id("from")).sendKeys("Keyboard <news@keyboard.example>");
    browser.findElement(By.id("subject")).sendKeys("20 % off keys");
    browser
        .findElement(By.id("html"))
        .sendKeys(
            "<p>Buy our keys now, 20 % off! This is an advertisement.</p><p>You can opt out: <a href='https://keyboard.example/leave'>unsubscribe</a></p>");
    opened.isAccessible();
    browser.switchTo().activeElement().sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));

    seen(By.id("r-t"));
    assertThat(browser.findElement(By.cssSelector(".findings")).getText())
        .contains("DIS-03")
        .contains("Violated");
    assertThat(browser.findElement(By.cssSelector(".remedies")).getText())
        .contains("postal address")
        .contains("DIS-03: violated becomes undetermined");
    opened.isAccessible();
    opened.isQuiet();
  }

  @Test
  void threeListsBecomeAnAuditWithItsClockAndAReport(@TempDir Path folder) throws IOException {
    takeOn("Three Lists Inc.");
    browser.findElement(By.linkText("Mailings")).click();
    seen(By.id("title")).sendKeys("Spring mailing");
    browser.findElement(By.id("sender")).sendKeys("Three Lists");
    browser.findElement(By.id("senderZone")).sendKeys("America/New_York");
    browser.findElement(By.id("rc")).click();
    browser.findElement(By.cssSelector("form.record button[type=submit]")).click();
    seen(By.cssSelector("label[for=file-SENDS]"));
    drop(
        folder,
        "SENDS",
        "email,sent at,time zone\na@x.example,2026-03-17T08:00:00-04:00,America/New_York\nb@x.example,2026-03-17T08:00:00-04:00,America/New_York\n");
    drop(folder, "OPT_OUTS", "email,received\na@x.example,2026-03-02T10:00:00-05:00\n");
    drop(folder, "SUPPRESSIONS", "email,since\na@x.example,2026-03-20T10:00:00-04:00\n");
    opened.isAccessible();
    browser.findElement(By.xpath("//button[normalize-space()='Start the audit']")).click();
    WebElement finding = seen(By.cssSelector("#findings-list tbody tr a"));
    assertThat(browser.findElement(By.id("findings-list")).getText()).contains("a@x.example");
    opened.isAccessible();
    finding.click();
    seen(By.id("k-t"));
    assertThat(browser.findElement(By.cssSelector("aside")).getText())
        .contains("2026-03-16")
        .contains("business day 10")
        .contains("weekend, not counted");
    opened.isAccessible();

    browser.findElement(By.linkText("Findings")).click();
    seen(By.id("x-t"));
    assertThat(browser.findElement(By.id("main")).getText()).contains("$53,088", "maximum");
    opened.isAccessible();
    browser.findElement(By.linkText("SUP-01")).click();
    seen(By.id("s-t"));
    opened.isAccessible();

    browser.findElement(By.linkText("Reports")).click();
    seen(By.id("attestedBy")).sendKeys("C. Olson, compliance officer", Keys.ENTER);
    seen(By.linkText("CAN-SPAM compliance report"));
    opened.isAccessible();
    for (String tab :
        new String[] {"Overview", "Opt-outs", "Ways to object", "Records", "Members"}) {
      browser.findElement(By.linkText(tab)).click();
      opened
          .waiting()
          .until(ExpectedConditions.attributeToBe(By.linkText(tab), "aria-current", "page"));
      opened.isAccessible();
    }
    opened.isQuiet();
  }

  @Test
  void aSimulatedSenderIsAuditedThroughThePagesWithItsMessagesAndItsRequests(@TempDir Path folder)
      throws IOException {
    takeOn("Simulated Sender Inc.");
    SimulatedSender sender =
        new SimulatedSender(
            42, EnumSet.of(Fault.LATE_ON_DAY_ELEVEN, Fault.TRANSFERRED, Fault.NO_ADDRESS));
    browser.findElement(By.linkText("Mailings")).click();
    seen(By.id("title")).sendKeys("Half a year");
    browser.findElement(By.id("sender")).sendKeys(SimulatedSender.NAME);
    browser.findElement(By.id("senderZone")).sendKeys(SimulatedSender.ZONE.getId());
    browser.findElement(By.id("rc")).click();
    browser.findElement(By.cssSelector("form.record button[type=submit]")).click();
    seen(By.cssSelector("label[for=file-SENDS]"));
    for (String kind : List.of("SENDS", "OPT_OUTS", "SUPPRESSIONS", "TRANSFERS")) {
      drop(folder, kind, sender.lists().get(kind));
    }
    give(Files.writeString(folder.resolve("mailing.mbox"), sender.mailbox()), "file-messages");
    seen(By.id("file-facts"));
    give(Files.writeString(folder.resolve("facts.json"), sender.facts()), "file-facts");
    opened
        .waiting()
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("label[for=file-messages]"), "with a facts file"));
    opened.isAccessible();
    browser.findElement(By.xpath("//button[normalize-space()='Start the audit']")).click();

    assertThat(seen(By.id("messages")).getText())
        .contains("DIS-03 VIOLATED", "Messages that violate DIS-03: 3 of 3", "r0@home0.example");
    assertThat(browser.findElement(By.id("b-t")).findElement(By.xpath("..")).getText())
        .contains("SUP-01 VIOLATED", "SUP-04 VIOLATED")
        .doesNotContain("SUP-02");
    opened.isAccessible();

    browser.findElement(By.linkText("Opt-outs")).click();
    seen(By.id("file-list"));
    opened.isQuiet();
    give(
        Files.writeString(
            folder.resolve("requests.csv"),
            "who,when\na@x.example,2026-03-02T10:00:00-05:00\nnobody,2026-03-02T10:00:00-05:00\n"),
        "file-list",
        false);
    assertThat(seen(By.cssSelector("aside .notice.bad:not([hidden])")).getText())
        .contains("Name one of who, when");
    opened.toldOf(422);
    browser.findElement(By.cssSelector("aside summary")).click();
    seen(By.id("l-address")).sendKeys("who");
    browser.findElement(By.id("l-receivedAt")).sendKeys("when");
    give(folder.resolve("requests.csv"), "file-list");
    assertThat(seen(By.id("last-list")).getText())
        .contains("2 rows, 1 entered, 0 known before, 1 not read")
        .contains("“nobody” is no electronic mail address");
    opened.isAccessible();
    opened.isQuiet();
  }

  private void give(Path file, String input) {
    give(file, input, true);
  }

  /** Chooses a file; whether the page is then loaded anew. */
  private void give(Path file, String id, boolean taken) {
    WebElement input = browser.findElement(By.id(id));
    input.sendKeys(file.toString());
    if (taken) {
      opened.untilGone(input);
      seen(By.id(id));
    }
  }

  private void drop(Path folder, String kind, String csv) throws IOException {
    Path file =
        Files.writeString(folder.resolve(kind.toLowerCase(java.util.Locale.ROOT) + ".csv"), csv);
    WebElement input = browser.findElement(By.id("file-" + kind));
    input.sendKeys(file.toString());
    opened.untilGone(input);
    seen(By.cssSelector("form[data-send$='lists/" + kind + "/mapping']"));
  }
}
