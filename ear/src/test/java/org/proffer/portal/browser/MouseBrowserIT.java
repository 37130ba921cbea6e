package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.generator.RingMailbox;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/**
 * The ten jobs of a prosecutor by the mouse, from the page on which one stands in the case. An
 * action is a link or button that is chosen, or a form that is filled in and sent; each job takes
 * three at most.
 */
class MouseBrowserIT {
  private final Portal portal = Portal.running();
  private Browser opened;
  private WebDriver browser;
  private int actions;

  @BeforeEach
  void open() {
    opened = Browser.open(portal).login("prosecutor");
    browser = opened.driver();
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  /** Chooses what leads to another page; one action. */
  private void choose(By what) {
    WebElement page = browser.findElement(By.tagName("html"));
    opened.waiting().until(ExpectedConditions.elementToBeClickable(what)).click();
    actions++;
    opened.untilGone(page);
    opened
        .waiting()
        .until(
            shown ->
                "complete"
                    .equals(
                        ((JavascriptExecutor) shown).executeScript("return document.readyState")));
  }

  private void tab(String name) {
    choose(By.xpath("//nav[@aria-label='Case']/a[normalize-space()='" + name + "']"));
  }

  private void button(String name) {
    choose(By.xpath("//main//a[normalize-space()='" + name + "']"));
  }

  private void send() {
    choose(By.cssSelector("form.record input.primary"));
  }

  private void one(String field, String choice) {
    opened
        .field(field)
        .findElement(By.xpath("option[contains(normalize-space(), '" + choice + "')]"))
        .click();
  }

  private void any(String field) {
    opened.field(field).findElement(By.cssSelector("input")).click();
  }

  /** The job took so many actions, three at most. */
  private void took(String job, int expected) {
    assertThat(browser.findElements(By.cssSelector(".notice.bad td"))).as(job).isEmpty();
    assertThat(actions).as(job).isEqualTo(expected).isLessThanOrEqualTo(3);
    actions = 0;
  }

  @Test
  void everyJobIsDoneByTheMouseInThreeActions() throws Exception {
    choose(By.linkText("Open a case"));
    browser.findElement(By.id("open:title")).sendKeys("United States v. Mouse");
    choose(By.cssSelector("input[type=submit][value='Open the case']"));
    took("open a case", 2);
    String caseId = browser.getCurrentUrl().replaceFirst("^.*id=", "").substring(0, 36);

    tab("People");
    choose(By.cssSelector("main a.button[href*='f.role=DEFENDANT']"));
    opened.field("name").sendKeys("Ada Click");
    send();
    took("add a defendant", 3);

    tab("Charges");
    button("Add an instrument");
    one("type", "Indictment");
    send();
    took("add an indictment", 3);

    tab("Charges");
    button("Add a count");
    one("statute", "18 U.S.C. 1037(a)(3)");
    opened.field("from").sendKeys("01012005");
    send();
    took("add a count", 3);

    tab("Charges");
    WebElement times = browser.findElement(By.cssSelector("input.times"));
    times.sendKeys(Keys.chord(Keys.CONTROL, "a"), "4");
    choose(By.cssSelector("input[type=submit][value=Repeat]"));
    took("repeat a count", 2);
    assertThat(browser.findElements(By.cssSelector("table.charges tbody tr"))).hasSize(5);

    ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
    new RingMailbox(7, 20).writeMbox(mailbox);
    new Api(portal, "prosecutor").logIn().imported(caseId, "ring.mbox", mailbox.toByteArray());
    tab("Messages");
    actions = 0; // one is in the list
    choose(By.cssSelector("main table a[href*='message.xhtml']"));
    choose(By.cssSelector("a[rel=proof]"));
    browser.findElement(By.id("send:sentence")).sendKeys("The sender's name is false.");
    browser.findElement(By.cssSelector("input[id^='send:counts']")).click();
    browser.findElement(By.cssSelector("input[id^='send:elements']")).click();
    send();
    took("prove an element from a message", 3);

    tab("Proof");
    choose(By.cssSelector("table.board a.cell"));
    choose(By.cssSelector("table.board a.cell[href*='element=']"));
    took("see what proves an element", 3);
    opened.waiting().until(ExpectedConditions.visibilityOfElementLocated(By.id("cell")));

    tab("Charges");
    button("Enter a plea, verdict or dismissal");
    any("defendants");
    any("counts");
    one("step", "Pleaded guilty");
    opened.field("on").sendKeys("06222009");
    send();
    took("enter a plea", 3);

    tab("Outcomes");
    button("Enter a sentence");
    one("defendant", "D-1");
    opened.field("imposedOn").sendKeys("11232009");
    opened.field("months").sendKeys("12");
    opened.field("reasonDespite").sendKeys("As the judgment has it.");
    send();
    took("enter a sentence", 3);

    browser.findElement(By.id("find")).sendKeys("ada click");
    actions++;
    choose(By.cssSelector("#found .option[data-address*='record.xhtml']"));
    took("find anything", 2);
    assertThat(browser.getTitle()).contains("Ada Click");
  }
}
