package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.proffer.portal.Portal;

/** Two people at the form of the same record, and one whose login expires, in headless Chromium. */
class EditConflictBrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final Portal portal = Portal.running();
  private final List<WebDriver> browsers = new ArrayList<>();

  @AfterEach
  void close() {
    browsers.forEach(WebDriver::quit);
  }

  private WebDriver login(String name) {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "SKIPPED: no Chromium with ChromeDriver under /usr/bin (Debian: chromium, chromium-driver), so no page was tried in a browser");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--window-size=1400,900");
    WebDriver browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    browsers.add(browser);
    browser.get(portal.address());
    logIn(browser, name);
    waiting(browser).until(ExpectedConditions.titleContains("My cases"));
    return browser;
  }

  private void logIn(WebDriver browser, String name) {
    browser.findElement(By.id("user")).sendKeys(name);
    browser.findElement(By.id("password")).sendKeys(portal.password(name));
    browser.findElement(By.cssSelector("button[type=submit]")).click();
  }

  private static WebDriverWait waiting(WebDriver browser) {
    WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(30));
    wait.ignoring(StaleElementReferenceException.class);
    return wait;
  }

  private static WebElement field(WebDriver browser, String name) {
    return waiting(browser)
        .until(
            ExpectedConditions.presenceOfElementLocated(
                By.cssSelector("[data-field=" + name + "]")));
  }

  private static void type(WebDriver browser, String name, String text) {
    WebElement field = field(browser, name);
    field.clear();
    field.sendKeys(text);
  }

  private static void save(WebDriver browser) {
    browser.findElement(By.id("record:save")).click();
  }

  /** A party of a case of both; gives its id. */
  private String party(WebDriver browser, String title) {
    browser.findElement(By.linkText("Open a case")).click();
    browser.findElement(By.id("open:title")).sendKeys(title);
    browser.findElement(By.cssSelector("input[type=submit][value='Open the case']")).click();
    waiting(browser).until(ExpectedConditions.titleContains(title));
    String caseId = browser.getCurrentUrl().replaceAll(".*id=", "");
    browser.get(portal.address() + "cases/members.xhtml?case=" + caseId);
    browser.findElement(By.cssSelector("#members\\:login option[value=paralegal]")).click();
    browser.findElement(By.id("members:add")).click();
    waiting(browser)
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("#members tbody"), "paralegal"));
    browser.get(portal.address() + "records/edit.xhtml?case=" + caseId + "&kind=party");
    type(browser, "name", "Ann Poe");
    browser.findElement(By.cssSelector("[data-field=role] option[value=WITNESS]")).click();
    save(browser);
    waiting(browser).until(ExpectedConditions.presenceOfElementLocated(By.linkText("Ann Poe")));
    browser.findElement(By.linkText("Ann Poe")).click();
    waiting(browser).until(ExpectedConditions.urlContains("record.xhtml"));
    return browser.getCurrentUrl().replaceAll(".*id=", "");
  }

  private void edit(WebDriver browser, String id) {
    browser.get(portal.address() + "records/edit.xhtml?id=" + id);
    field(browser, "name");
  }

  @Test
  void whoSavesSecondSeesBothVersionsAndChoosesFieldByField() {
    WebDriver first = login("prosecutor");
    String id = party(first, "United States v. Two Editors");
    WebDriver second = login("paralegal");
    edit(first, id);
    edit(second, id);

    type(first, "name", "Anne Poe");
    type(first, "description", "A broker");
    save(first);
    waiting(first).until(ExpectedConditions.urlContains("people.xhtml"));
    type(second, "description", "A neighbour");
    type(second, "telephone", "555-0100");
    save(second);

    WebElement conflict =
        waiting(second)
            .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".conflict")));
    assertThat(conflict.getText())
        .contains("prosecutor")
        .contains("Anne Poe")
        .contains("A broker")
        .contains("A neighbour");
    second.findElement(By.cssSelector("input[name='choose.description'][value=theirs]")).click();
    save(second);

    waiting(second).until(ExpectedConditions.urlContains("people.xhtml"));
    second.get(portal.address() + "records/record.xhtml?id=" + id);
    assertThat(second.findElement(By.cssSelector("dl.facts")).getText())
        .contains("Anne Poe")
        .contains("A broker")
        .contains("555-0100")
        .doesNotContain("A neighbour");
  }

  @Test
  void whatWasTypedIsThereAgainAfterTheLoginExpired() {
    WebDriver browser = login("prosecutor");
    String id = party(browser, "United States v. Expired");
    edit(browser, id);
    type(browser, "description", "Typed before the login expired");
    browser.manage().deleteAllCookies();
    field(browser, "description").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    waiting(browser).until(ExpectedConditions.presenceOfElementLocated(By.id("user")));
    logIn(browser, "prosecutor");

    waiting(browser).until(ExpectedConditions.urlContains("edit.xhtml"));
    assertThat(field(browser, "description").getDomProperty("value"))
        .isEqualTo("Typed before the login expired");
    save(browser);
    waiting(browser).until(ExpectedConditions.urlContains("people.xhtml"));
    browser.get(portal.address() + "records/record.xhtml?id=" + id);
    assertThat(browser.findElement(By.cssSelector("dl.facts")).getText())
        .contains("Typed before the login expired");
  }
}
