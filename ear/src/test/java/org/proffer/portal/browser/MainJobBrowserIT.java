package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.proffer.generator.RingMailbox;
import org.proffer.portal.Portal;

/** The main job as a paralegal does it, in headless Chromium. */
class MainJobBrowserIT {

  private final Portal portal = Portal.running();
  private Browser opened;
  private WebDriver browser;
  private WebDriverWait wait;

  @BeforeEach
  void open() {
    opened = Browser.open(portal);
    browser = opened.driver();
    wait = opened.waiting();
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  private void login(String name) {
    opened.login(name);
  }

  private void isAccessible() {
    opened.isAccessible();
  }

  private void isQuiet() {
    opened.isQuiet();
  }

  @Test
  void aMailboxGoesInAndItsFindingsComeOut(@TempDir Path folder) throws IOException {
    Path mailbox = folder.resolve("ring.mbox");
    try (OutputStream out = Files.newOutputStream(mailbox)) {
      new RingMailbox(77, 400).writeMbox(out);
    }
    login("paralegal");
    isAccessible();

    browser.findElement(By.linkText("Open a case")).click();
    browser.findElement(By.id("open:title")).sendKeys("United States v. Browser");
    isAccessible();
    browser.findElement(By.cssSelector("input[type=submit][value='Open the case']")).click();
    wait.until(ExpectedConditions.titleContains("United States v. Browser"));
    isAccessible();

    browser.findElement(By.id("file")).sendKeys(mailbox.toString());
    wait.until(ExpectedConditions.urlContains("/imports/import.xhtml"));
    wait.until(
        ExpectedConditions.attributeToBe(
            By.cssSelector("[data-import]"), "data-state", "COMPLETED"));
    assertThat(browser.findElement(By.cssSelector("[data-value=messages]")).getText())
        .isEqualTo("400 of 400");
    isAccessible();

    browser.findElement(By.linkText("Messages")).click();
    browser.findElement(By.partialLinkText("DIS-03 violated")).click();
    assertThat(browser.getCurrentUrl()).contains("verdict=VIOLATED").contains("requirement=DIS-03");
    isAccessible();

    browser.findElement(By.cssSelector("tbody tr td a")).click();
    wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("iframe.rendered")));
    assertThat(browser.findElement(By.cssSelector(".findings")).getText())
        .contains("DIS-03")
        .contains("15 U.S.C. 7704(a)(5)(A)(iii)");
    isAccessible();
    isQuiet();
  }

  @Test
  void aWrongDocketNumberStaysOnThePageWithWhatWasTyped() {
    login("paralegal");
    browser.get(portal.address() + "cases/open.xhtml");
    browser.findElement(By.id("open:title")).sendKeys("Typed");
    browser.findElement(By.id("open:docket")).sendKeys("07-20627");
    browser.findElement(By.cssSelector("input[type=submit][value='Open the case']")).click();
    wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".notice.bad")));

    assertThat(browser.findElement(By.cssSelector(".notice.bad")).getText())
        .contains("2:07-cr-20627-MOB");
    assertThat(browser.findElement(By.id("open:title")).getAttribute("value")).isEqualTo("Typed");
  }

  /** The demonstration's mailbox is read in the background: looks again until it is there. */
  private void waitForTheMailbox() {
    wait.until(
        shown -> {
          if (shown.findElements(By.cssSelector(".ui-paginator-next")).isEmpty()
              || shown.findElements(By.cssSelector("tbody tr td a")).isEmpty()) {
            shown.navigate().refresh();
            return false;
          }
          return true;
        });
  }

  @Test
  void theListKeepsOrderAndPageInItsAddress() {
    login("prosecutor");
    browser.findElement(By.partialLinkText("(demonstration)")).click();
    wait.until(ExpectedConditions.elementToBeClickable(By.linkText("Messages"))).click();
    wait.until(ExpectedConditions.titleContains("Messages"));
    waitForTheMailbox();
    browser.findElement(By.xpath("//th[contains(., 'From')]")).click();
    wait.until(ExpectedConditions.urlContains("sort=SENDER"));
    browser.findElement(By.cssSelector(".ui-paginator-bottom .ui-paginator-next")).click();
    wait.until(ExpectedConditions.urlContains("page=1"));
    String address = browser.getCurrentUrl();
    String rows = browser.findElement(By.cssSelector(".ui-datatable-data")).getText();
    assertThat(rows.lines()).hasSizeGreaterThanOrEqualTo(50);
    assertThat(browser.findElement(By.id("list:coverage")).getText()).startsWith("51–100 of");
    isAccessible();

    browser.get(address);
    assertThat(browser.findElement(By.cssSelector(".ui-datatable-data")).getText()).isEqualTo(rows);

    browser.findElement(By.cssSelector(".ui-paginator-top .ui-paginator-prev")).click();
    wait.until(ExpectedConditions.not(ExpectedConditions.urlContains("page=1")));
    browser.navigate().back();
    wait.until(
        ExpectedConditions.textToBePresentInElementLocated(By.id("list:coverage"), "51–100 of"));
    assertThat(browser.findElement(By.cssSelector(".ui-datatable-data")).getText()).isEqualTo(rows);
    isQuiet();
  }

  @Test
  void aCourtIsChosenByItsWordsWithTheKeyboard() {
    login("paralegal");
    browser.get(portal.address() + "cases/open.xhtml");
    WebElement court = browser.findElement(By.id("open:court_input"));
    court.click();
    court.sendKeys("new york so");
    wait.until(
        ExpectedConditions.textToBePresentInElementLocated(
            By.cssSelector("[role=option]"), "Southern District of New York"));
    isAccessible();
    court.sendKeys(Keys.ENTER);
    wait.until(
        ExpectedConditions.attributeContains(
            By.id("open:court_input"), "value", "Southern District of New York"));
    browser.findElement(By.id("open:docket")).sendKeys("07-20627", Keys.TAB);
    wait.until(
        ExpectedConditions.textToBePresentInElementLocated(
            By.id("open:docket-problem"), "Southern District of New York"));
    isAccessible();
    isQuiet();
  }

  @Test
  void aWrongPasswordIsSaidSo() {
    browser.get(portal.address());
    browser.findElement(By.id("user")).sendKeys("paralegal");
    browser.findElement(By.id("password")).sendKeys("wrong");
    browser.findElement(By.id("consent")).click();
    browser.findElement(By.cssSelector("button[type=submit]")).click();
    wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("[role=alert]")));

    assertThat(browser.findElement(By.cssSelector("[role=alert]")).getText())
        .contains("Login or password is wrong");
  }

  @Test
  void afterLogoutThePagesAskForALogin() {
    login("prosecutor");
    browser.findElement(By.cssSelector("input[value='Log out']")).click();
    wait.until(ExpectedConditions.titleContains("Sign in"));
    browser.get(portal.address() + "index.xhtml");

    assertThat(browser.getTitle()).contains("Sign in");
  }

  @Test
  void aSessionLostOnTheListLeadsThroughTheLoginBackToIt() {
    login("prosecutor");
    browser.findElement(By.partialLinkText("(demonstration)")).click();
    wait.until(ExpectedConditions.urlContains("/cases/case.xhtml"));
    browser.findElement(By.linkText("Messages")).click();
    waitForTheMailbox();
    browser.manage().deleteAllCookies();
    browser.findElement(By.cssSelector("thead th.ui-sortable-column")).click();
    wait.until(ExpectedConditions.titleContains("Sign in"));
    browser.findElement(By.id("user")).sendKeys("prosecutor");
    browser.findElement(By.id("password")).sendKeys(portal.password("prosecutor"));
    browser.findElement(By.id("consent")).click();
    browser.findElement(By.cssSelector("button[type=submit]")).click();

    wait.until(ExpectedConditions.titleContains("Messages"));
    assertThat(browser.findElements(By.cssSelector("table thead th"))).isNotEmpty();
  }
}
