package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Map;
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
 * The jobs of a prosecutor by the keyboard alone: nothing is clicked, no element is given the focus
 * but by keys. An action is a choice that is made, or a form that is filled in and sent; each job
 * takes three at most.
 */
class KeyboardBrowserIT {
  private static final int MOST_STEPS = 150;

  private final Portal portal = Portal.running();
  private Browser opened;
  private WebDriver browser;
  private int actions;

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

  private void press(CharSequence... keys) {
    browser.switchTo().activeElement().sendKeys(keys);
  }

  /** Tells the box that Ctrl-K leads to what is to be done; one action. */
  private void order(String words) {
    WebElement page = browser.findElement(By.tagName("html"));
    press(Keys.chord(Keys.CONTROL, "k"));
    press(words);
    opened
        .waiting()
        .until(
            ExpectedConditions.presenceOfElementLocated(
                By.cssSelector("#found .option[aria-selected=true]")));
    press(Keys.ENTER);
    actions++;
    gone(page);
  }

  private void gone(WebElement page) {
    opened.untilGone(page);
    opened
        .waiting()
        .until(
            shown ->
                "complete"
                    .equals(
                        ((JavascriptExecutor) shown).executeScript("return document.readyState")));
  }

  /** Goes on with Tab until the focus is where the selector says. */
  private void tabTo(String selector) {
    for (int i = 0; i < MOST_STEPS; i++) {
      if (Boolean.TRUE.equals(
          ((JavascriptExecutor) browser)
              .executeScript("return document.activeElement.matches(arguments[0])", selector))) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("Tab does not lead to " + selector + " on " + browser.getTitle());
  }

  private void tabToField(String name) {
    tabTo("[data-field='" + name + "'], [data-field='" + name + "'] input");
  }

  /** Fills in fields in the order of the form, and sends it; one action. */
  private void fill(Map<String, CharSequence> fields) {
    fields.forEach(
        (name, text) -> {
          tabToField(name);
          press(text);
        });
    WebElement page = browser.findElement(By.tagName("html"));
    press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    actions++;
    gone(page);
  }

  private static Map<String, CharSequence> form(Object... pairs) {
    Map<String, CharSequence> fields = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (CharSequence) pairs[i + 1]);
    }
    return fields;
  }

  /** The job took so many actions, three at most. */
  private void took(String job, int expected) {
    assertThat(actions).as(job).isEqualTo(expected).isLessThanOrEqualTo(3);
    assertThat(browser.findElements(By.cssSelector(".notice.bad td"))).as(job).isEmpty();
    actions = 0;
  }

  private String caseId() {
    return java.net
        .URI
        .create(browser.getCurrentUrl())
        .getQuery()
        .replaceFirst("^.*?(id|case)=", "")
        .substring(0, 36);
  }

  @Test
  void everyJobIsDoneByTheKeyboardInThreeActions() throws Exception {
    browser.get(portal.address());
    press("prosecutor", Keys.TAB, portal.password("prosecutor"), Keys.TAB, Keys.SPACE, Keys.ENTER);
    opened.waiting().until(ExpectedConditions.titleContains("My cases"));

    order("> open case");
    tabTo("[id='open:title']");
    WebElement page = browser.findElement(By.tagName("html"));
    press("United States v. Keyboard", Keys.ENTER);
    actions++;
    gone(page);
    opened.waiting().until(ExpectedConditions.titleContains("United States v. Keyboard"));
    took("open a case", 2);
    String caseId = caseId();

    for (String name : new String[] {"Ada Key", "Ben Board", "Cy Tab"}) {
      order("add defendant");
      fill(form("name", name));
      took("add a defendant", 2);
    }

    order("add charging instrument");
    fill(form("type", "Indictment"));
    took("add an indictment", 2);

    order("add count");
    fill(form("instrument", "Indictment", "statute", "18 U.S.C. 1037(a)(3)", "from", "01012005"));
    took("add a count", 2);

    order("go to charges");
    tabTo("input.times");
    press(Keys.chord(Keys.CONTROL, "a"), "4", Keys.TAB);
    page = browser.findElement(By.tagName("html"));
    press(Keys.ENTER);
    actions++;
    gone(page);
    assertThat(browser.findElements(By.cssSelector("table.charges tbody tr"))).hasSize(5);
    took("repeat a count", 2);

    ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
    new RingMailbox(7, 20).writeMbox(mailbox);
    new Api(portal, "prosecutor").logIn().imported(caseId, "ring.mbox", mailbox.toByteArray());
    order("go to messages");
    actions = 0; // one is in the list
    press("j");
    page = browser.findElement(By.tagName("html"));
    press(Keys.ENTER);
    gone(page);
    actions++;
    page = browser.findElement(By.tagName("html"));
    press("p");
    gone(page);
    actions++;
    press("The sender's name is false.");
    tabTo("[id^='send:counts'] input, input[id^='send:counts']");
    press(Keys.SPACE);
    tabTo("[id^='send:elements'] input, input[id^='send:elements']");
    press(Keys.SPACE);
    page = browser.findElement(By.tagName("html"));
    press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    gone(page);
    actions++;
    took("prove an element from a message", 3);
    assertThat(browser.getCurrentUrl()).contains("/proof/board.xhtml");

    order("go to proof");
    tabTo("table.board a.cell");
    page = browser.findElement(By.tagName("html"));
    press(Keys.ENTER);
    gone(page);
    actions++;
    tabTo("table.board a.cell");
    press(Keys.ARROW_DOWN);
    page = browser.findElement(By.tagName("html"));
    press(Keys.ENTER);
    gone(page);
    actions++;
    opened.waiting().until(ExpectedConditions.presenceOfElementLocated(By.id("cell")));
    took("see what proves an element", 3);

    order("add plea, verdict");
    fill(
        form(
            "defendants",
            Keys.SPACE,
            "counts",
            Keys.SPACE,
            "step",
            "Pleaded guilty",
            "on",
            "06222009"));
    took("enter a plea", 2);

    order("add sentence");
    fill(
        form(
            "defendant",
            "D-1",
            "imposedOn",
            "11232009",
            "months",
            "600",
            "reasonDespite",
            "So the judgment says; the clerk was asked."));
    took("enter a sentence above its maximum, with the reason", 2);

    order("add event");
    fill(form("title", "The mailings begin", "lane", "Conduct", "day", "01042004"));
    took("add an event", 2);

    order("add note");
    fill(form("text", "Ask about the keyboard."));
    took("write a note", 2);

    press(Keys.chord(Keys.CONTROL, "k"));
    press("ada key");
    opened
        .waiting()
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#found-party")));
    press(Keys.ARROW_DOWN);
    page = browser.findElement(By.tagName("html"));
    press(Keys.ENTER);
    actions += 2;
    gone(page);
    took("find a party", 2);
    assertThat(browser.getTitle()).contains("Ada Key");

    order("> edit");
    fill(form("description", "Known as the typist."));
    took("edit a record", 2);
    opened.isQuiet();
  }
}
