package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/** The preview of a template, and the order of a bundle, by the mouse and by the keyboard. */
class DocumentsBrowserIT {
  /** Of the mark under what is missing; without its style it is yellow. */
  private static final int OURS = 0xffd6d6;

  private static final int OF_THE_BROWSER = 0xffff00;

  private final Portal portal = Portal.running();
  private Browser opened;
  private WebDriver browser;

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

  private int points(WebElement frame, int color) {
    try {
      BufferedImage shown =
          ImageIO.read(new ByteArrayInputStream(frame.getScreenshotAs(OutputType.BYTES)));
      int found = 0;
      for (int x = 0; x < shown.getWidth(); x++) {
        for (int y = 0; y < shown.getHeight(); y++) {
          found += (shown.getRGB(x, y) & 0xffffff) == color ? 1 : 0;
        }
      }
      return found;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void write(WebElement field, String template) {
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    field.sendKeys(template);
  }

  @Test
  void thePreviewOfATemplateHasItsStylesAndRunsNothing() {
    browser.get(portal.address() + "documents/template.xhtml?kind=timeline-exhibit");
    WebElement frame = browser.findElement(By.cssSelector("iframe[data-made]"));
    opened
        .waiting()
        .until(shown -> String.valueOf(frame.getDomProperty("src")).contains("/previews/"));
    String first = frame.getDomProperty("src");
    String title = browser.getTitle();
    WebElement field = browser.findElement(By.cssSelector("textarea[data-preview]"));
    write(
        field,
        "<p>{fill:something}</p><script>parent.document.title='run'</script>"
            + "<p><img src=\"/x\" onerror=\"parent.document.title='run'\"/></p>");
    opened.waiting().until(shown -> !first.equals(frame.getDomProperty("src")));
    opened.waiting().until(shown -> points(frame, OURS) > 200);
    assertThat(points(frame, OF_THE_BROWSER)).isZero();
    assertThat(browser.getTitle()).isEqualTo(title);
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();

    write(field, "<p>{#if case.sealed}{case.nothing}{/if}</p>");
    WebElement problem = browser.findElement(By.cssSelector("#template [data-problem]"));
    opened.waiting().until(shown -> problem.isDisplayed());
    assertThat(problem.getText()).contains("Line 1: {case.nothing} case has no “nothing”");
  }

  private List<String> order() {
    return browser.findElements(By.cssSelector("[data-chosen] .name")).stream()
        .map(WebElement::getText)
        .map(name -> name.replaceAll(".*, |\\.eml", ""))
        .toList();
  }

  private WebElement act(String act, String paper) {
    return browser.findElement(
        By.xpath("//li[contains(., '" + paper + ".eml')]//button[@data-act='" + act + "']"));
  }

  @Test
  void theOrderOfABundleIsSetByKeyboardAndMouseAndKept() throws Exception {
    Api rest = new Api(portal, "prosecutor").logIn();
    String id = rest.openCase("United States v. Roe, in order");
    for (String name : List.of("one", "two", "three")) {
      rest.send(
          id,
          name + ".eml",
          ("From: a@example.org\r\nSubject: " + name + "\r\n\r\nBuy.\r\n")
              .getBytes(StandardCharsets.US_ASCII));
    }
    browser.get(portal.address() + "documents/bundle.xhtml?case=" + id);
    for (String name : List.of("one", "two", "three")) {
      act("in", name).sendKeys(Keys.ENTER);
    }
    assertThat(order()).containsExactly("one", "two", "three");

    act("up", "three").sendKeys(Keys.ENTER);
    assertThat(order()).containsExactly("one", "three", "two");
    assertThat(browser.switchTo().activeElement().getDomAttribute("aria-label"))
        .contains("Up: item 3");
    browser.switchTo().activeElement().sendKeys(Keys.chord(Keys.ALT, Keys.ARROW_UP));
    assertThat(order()).containsExactly("three", "one", "two");

    WebElement last = browser.findElement(By.cssSelector("[data-chosen] li:last-child .name"));
    WebElement first = browser.findElement(By.cssSelector("[data-chosen] li:first-child .name"));
    new Actions(browser)
        .clickAndHold(last)
        .moveToElement(first, 0, 0)
        .moveToElement(first, 0, -4)
        .release()
        .perform();
    assertThat(order()).containsExactly("two", "three", "one");

    browser.findElement(By.id("title")).sendKeys("For trial");
    browser.findElement(By.id("prefix")).sendKeys("ROE");
    WebElement page = browser.findElement(By.tagName("html"));
    browser.findElement(By.cssSelector("input[value='Keep this order']")).click();
    opened.untilGone(page);
    assertThat(order()).containsExactly("two", "three", "one");
    browser.navigate().refresh();
    assertThat(order()).containsExactly("two", "three", "one");

    WebElement kept = browser.findElement(By.tagName("html"));
    browser.findElement(By.cssSelector("input[value='Put together']")).click();
    opened.untilGone(kept);
    browser.findElement(By.xpath("//summary[. = 'What is in it']")).click();
    assertThat(browser.findElement(By.cssSelector("pre.lines")).getText())
        .containsSubsequence("two.eml", "ROE-0000002", "three.eml", "ROE-0000003", "one.eml");
  }
}
