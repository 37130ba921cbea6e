package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/** The embedded login in a browser: its notice, its lock, its end. */
class LoginBrowserIT {
  private final Portal portal = Portal.running();
  private Browser browser;

  @BeforeEach
  void open() {
    browser = Browser.open(portal);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private WebElement shown(String selector) {
    return browser
        .waiting()
        .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
  }

  @Test
  void nobodyComesInWithoutAgreeingToTheNotice() {
    browser.go("search/search.xhtml?q=forged");
    assertThat(browser.driver().findElement(By.className("consent")).getText())
        .contains("restricted", "recorded", "prohibited", "consent");
    browser.isAccessible();
    ((JavascriptExecutor) browser.driver())
        .executeScript("document.getElementById('consent').required = false");
    browser.driver().findElement(By.id("user")).sendKeys("prosecutor");
    browser.driver().findElement(By.id("password")).sendKeys(portal.password("prosecutor"));
    browser.driver().findElement(By.cssSelector("button[type=submit]")).click();
    assertThat(shown("[role=alert]").getText()).contains("tick that you agree");

    browser.driver().findElement(By.id("user")).clear();
    browser.enter("prosecutor");
    browser.waiting().until(ExpectedConditions.urlContains("search.xhtml?q=forged"));
  }

  @Test
  void aLockedPageHidesItsContentAndKeepsWhatWasTyped() throws Exception {
    Api rest = new Api(portal, "prosecutor").logIn();
    String caseId = rest.openCase("Locked page");
    browser.login("prosecutor");
    browser.go("records/edit.xhtml?case=" + caseId + "&kind=note");
    WebElement text = browser.field("text");
    text.sendKeys("half a sentence");
    new Actions(browser.driver())
        .keyDown(Keys.CONTROL)
        .keyDown(Keys.SHIFT)
        .sendKeys("l")
        .keyUp(Keys.SHIFT)
        .keyUp(Keys.CONTROL)
        .perform();
    assertThat(shown("#lock").getText()).contains("Locked");
    assertThat(browser.driver().findElement(By.id("main")).isDisplayed()).isFalse();
    browser.isAccessible();

    browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    browser.driver().navigate().refresh();
    assertThat(shown("#lock").getText()).as("after a reload").contains("Locked");
    shown("#lock-password").sendKeys("wrong", Keys.ENTER);
    assertThat(shown("#lock [data-problem]").getText()).contains("password is wrong");
    WebElement password = shown("#lock-password");
    password.clear();
    password.sendKeys(portal.password("prosecutor"), Keys.ENTER);
    browser.waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.id("lock")));
    assertThat(browser.field("text").getDomProperty("value")).isEqualTo("half a sentence");
    browser.isAccessible();
  }

  @Test
  void aLockedPageWhoseSessionHasEndedIsOpenedByTheSamePerson() throws Exception {
    browser.login("prosecutor");
    Cookie session = browser.driver().manage().getCookieNamed("JSESSIONID");
    new Actions(browser.driver())
        .keyDown(Keys.CONTROL)
        .keyDown(Keys.SHIFT)
        .sendKeys("l")
        .keyUp(Keys.SHIFT)
        .keyUp(Keys.CONTROL)
        .perform();
    shown("#lock");
    browser.driver().manage().deleteCookieNamed("JSESSIONID");
    shown("#lock-password").sendKeys(portal.password("prosecutor"), Keys.ENTER);
    browser.waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.id("lock")));

    assertThat(browser.driver().manage().getCookieNamed("JSESSIONID").getValue())
        .isNotEqualTo(session.getValue());
    browser.go("calendar/calendar.xhtml");
    browser.waiting().until(ExpectedConditions.titleContains("Calendar"));
  }

  @Test
  void anAdministratorMakesALoginAndItsOwnerChoosesAPassword() {
    browser.login("admin");
    browser.go("logins/logins.xhtml");
    browser.driver().findElement(By.id("logins:login")).sendKeys("made.here");
    browser.driver().findElement(By.id("logins:name")).sendKeys("Made Here");
    browser.driver().findElement(By.cssSelector("input[value=PARALEGAL]")).click();
    browser.driver().findElement(By.id("logins:create")).click();
    String given = shown("[role=alert] .mono").getText();
    browser.isAccessible();
    browser.driver().findElement(By.cssSelector("#out [type=submit]")).click();
    browser.waiting().until(ExpectedConditions.titleContains("Sign in"));

    browser.driver().findElement(By.id("user")).sendKeys("made.here");
    browser.driver().findElement(By.id("password")).sendKeys(given);
    browser.driver().findElement(By.id("consent")).click();
    browser.driver().findElement(By.cssSelector("button[type=submit]")).click();
    shown("#chosen").sendKeys("lanterns over the harbour");
    browser.isAccessible();
    browser.driver().findElement(By.id("repeated")).sendKeys("lanterns over the harbour");
    browser.driver().findElement(By.id("password")).sendKeys(given);
    browser.driver().findElement(By.id("consent")).click();
    browser.driver().findElement(By.cssSelector("button[type=submit]")).click();
    browser.waiting().until(ExpectedConditions.titleContains("My cases"));
    assertThat(browser.driver().findElement(By.cssSelector("header .who")).getText())
        .isEqualTo("Made Here");
  }
}
