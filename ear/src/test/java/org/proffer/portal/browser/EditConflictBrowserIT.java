package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.portal.Portal;

/** Two people at the form of the same record, and one whose login expires, in headless Chromium. */
class EditConflictBrowserIT {

  private final Portal portal = Portal.running();
  private final List<Browser> browsers = new ArrayList<>();

  @AfterEach
  void close() {
    browsers.forEach(Browser::close);
  }

  private Browser login(String name) {
    Browser browser = Browser.open(portal);
    browsers.add(browser);
    return browser.login(name);
  }

  /** A party of a case of both; gives its id. */
  private String party(Browser opened, String title) {
    WebDriver browser = opened.driver();
    browser.findElement(By.linkText("Open a case")).click();
    browser.findElement(By.id("open:title")).sendKeys(title);
    browser.findElement(By.cssSelector("input[type=submit][value='Open the case']")).click();
    opened.waiting().until(ExpectedConditions.titleContains(title));
    String caseId = browser.getCurrentUrl().replaceAll(".*id=", "");
    browser.get(portal.address() + "cases/members.xhtml?case=" + caseId);
    browser.findElement(By.cssSelector("#members\\:login option[value=paralegal]")).click();
    browser.findElement(By.id("members:add")).click();
    opened
        .waiting()
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("#members tbody"), "paralegal"));
    browser.get(portal.address() + "records/edit.xhtml?case=" + caseId + "&kind=party");
    opened.type("name", "Ann Poe");
    browser.findElement(By.cssSelector("[data-field=role] option[value=WITNESS]")).click();
    browser.findElement(By.id("record:save")).click();
    opened.waiting().until(ExpectedConditions.presenceOfElementLocated(By.linkText("Ann Poe")));
    browser.findElement(By.linkText("Ann Poe")).click();
    opened.waiting().until(ExpectedConditions.urlContains("record.xhtml"));
    return browser.getCurrentUrl().replaceAll(".*id=", "");
  }

  private static void edit(Browser browser, String id) {
    browser.go("records/edit.xhtml?id=" + id);
    browser.field("name");
  }

  @Test
  void whoSavesSecondSeesBothVersionsAndChoosesFieldByField() {
    Browser first = login("prosecutor");
    String id = party(first, "United States v. Two Editors");
    Browser second = login("paralegal");
    edit(first, id);
    edit(second, id);

    first.type("name", "Anne Poe");
    first.type("description", "A broker");
    first.driver().findElement(By.id("record:save")).click();
    first.waiting().until(ExpectedConditions.urlContains("people.xhtml"));
    second.type("description", "A neighbour");
    second.type("telephone", "555-0100");
    second.driver().findElement(By.id("record:save")).click();

    WebElement conflict =
        second
            .waiting()
            .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".conflict")));
    assertThat(conflict.getText())
        .contains("prosecutor")
        .contains("Anne Poe")
        .contains("A broker")
        .contains("A neighbour");
    second
        .driver()
        .findElement(By.cssSelector("input[name='choose.description'][value=theirs]"))
        .click();
    second.driver().findElement(By.id("record:save")).click();

    second.waiting().until(ExpectedConditions.urlContains("people.xhtml"));
    second.go("records/record.xhtml?id=" + id);
    assertThat(second.driver().findElement(By.cssSelector("dl.facts")).getText())
        .contains("Anne Poe")
        .contains("A broker")
        .contains("555-0100")
        .doesNotContain("A neighbour");
  }

  @Test
  void whatWasTypedIsThereAgainAfterTheLoginExpired() {
    Browser browser = login("prosecutor");
    String id = party(browser, "United States v. Expired");
    edit(browser, id);
    browser.type("description", "Typed before the login expired");
    browser.driver().manage().deleteAllCookies();
    browser.field("description").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    browser.waiting().until(ExpectedConditions.presenceOfElementLocated(By.id("user")));
    browser.enter("prosecutor");

    browser.waiting().until(ExpectedConditions.urlContains("edit.xhtml"));
    assertThat(browser.field("description").getDomProperty("value"))
        .isEqualTo("Typed before the login expired");
    browser.driver().findElement(By.id("record:save")).click();
    browser.waiting().until(ExpectedConditions.urlContains("people.xhtml"));
    browser.go("records/record.xhtml?id=" + id);
    assertThat(browser.driver().findElement(By.cssSelector("dl.facts")).getText())
        .contains("Typed before the login expired");
  }
}
