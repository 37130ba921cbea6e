package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/** The pages of outcomes, in headless Chromium. */
class OutcomesBrowserIT {
  private static final int MOST_TABS = 60;

  private final Portal portal = Portal.running();
  private final Api rest = new Api(portal, "prosecutor");
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    browser = Browser.open(portal);
    rest.logIn();
    browser.login("prosecutor");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** The demonstration case, once its last sentence is in. */
  private String demonstration() {
    return browser
        .waiting()
        .until(
            any -> {
              try {
                for (JsonValue each : rest.read("/cases").getJsonArray("cases")) {
                  String id = each.asJsonObject().getString("id");
                  if (each.asJsonObject().getString("title").contains("Ralsky")
                      && rest.read("/cases/" + id + "/outcomes").toString().contains("37 months")) {
                    return id;
                  }
                }
                return null;
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private String add(String caseId, String plural, String content) throws Exception {
    HttpResponse<String> answer =
        rest.post("/cases/" + caseId + "/" + plural, content.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  @Test
  void fiveYearsOfReleaseAreShownAsNotAllowedWithTheLawAndTheReason() {
    browser.go("outcomes/defendants.xhtml?case=" + demonstration());
    List<WebElement> rows =
        browser.driver().findElements(By.cssSelector("table.outcomes tbody tr"));

    assertThat(rows).hasSize(11);
    for (WebElement row : rows.subList(0, 2)) {
      assertThat(row.getText())
          .contains("60 months of supervised release on count 2 exceeds the maximum of 36 months")
          .contains("18 U.S.C. 3583(b)(2)")
          .contains("Recorded all the same: Five years of supervised release are reported")
          .contains("Forfeiture: ")
          .contains("fine up to $1,000,000 (reported)");
    }
    assertThat(rows.get(2).getText()).contains("63 to 78 months").doesNotContain("not allowed");
    browser.isAccessible();
    browser.isQuiet();
  }

  @Test
  void sentencesAcrossCasesAreFilteredByTheKeyboard() {
    browser.go("outcomes/outcomes.xhtml");
    browser.driver().findElement(By.id("year")).sendKeys("2009", Keys.ENTER);
    browser.waiting().until(ExpectedConditions.urlContains("year=2009"));

    assertThat(browser.driver().findElement(By.cssSelector("main")).getText())
        .contains("Missing: ")
        .contains("51 months");
    browser.isAccessible();
    browser.isQuiet();
  }

  @Test
  void aSentenceIsEnteredByTheKeyboardAlone() throws Exception {
    String id = rest.openCase("United States v. Keys");
    String defendant = add(id, "parties", "{'name':'Ann Poe','role':'DEFENDANT'}");
    String indictment = add(id, "instruments", "{'type':'INDICTMENT','filed':'2007-12-20'}");
    String count =
        add(
            id,
            "counts",
            "{'instrument':'%s','statute':'18-371','from':'2004-01-05','until':'2005-09-15'}"
                .formatted(indictment));
    add(
        id,
        "dispositions",
        "{'defendants':['%s'],'counts':['%s'],'step':'PLEADED_GUILTY','on':'2009-06-22'}"
            .formatted(defendant, count));
    browser.go("outcomes/defendants.xhtml?case=" + id);

    tabTo("main a[href*='f.defendant']").sendKeys(Keys.ENTER);
    browser.waiting().until(ExpectedConditions.urlContains("edit.xhtml"));
    browser.field("imposedOn");
    tabTo("[data-field=imposedOn]").sendKeys("11232009");
    tabTo("[data-field=months]").sendKeys("40");
    browser.isAccessible();
    browser.save();
    browser.waiting().until(ExpectedConditions.urlContains("outcomes"));

    assertThat(browser.driver().findElement(By.cssSelector("table.outcomes tbody")).getText())
        .contains("40 months on 2009-11-23");
    browser.isQuiet();
  }

  /** Presses Tab until the focus is where it is wanted. */
  private WebElement tabTo(String selector) {
    for (int pressed = 0; pressed < MOST_TABS; pressed++) {
      WebElement focused = browser.driver().switchTo().activeElement();
      if (browser.driver().findElements(By.cssSelector(selector)).contains(focused)) {
        return focused;
      }
      new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
    }
    throw new AssertionError(selector + " is not reached with " + MOST_TABS + " times Tab");
  }
}
