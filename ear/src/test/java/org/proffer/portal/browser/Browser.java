package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.proffer.portal.Portal;

/** Headless Chromium with nobody's session, at the portal. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final Portal portal;
  private final WebDriver driver;

  private Browser(Portal portal, WebDriver driver) {
    this.portal = portal;
    this.driver = driver;
  }

  /** Opens one; where there is none, the test is skipped and says so. */
  static Browser open(Portal portal) {
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
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1400,900");
    return new Browser(
        portal,
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options));
  }

  WebDriver driver() {
    return driver;
  }

  /**
   * Waits until something is so, half a minute at most; what is replaced meanwhile is read anew.
   */
  WebDriverWait waiting() {
    WebDriverWait wait = new WebDriverWait(driver, Duration.ofSeconds(30));
    wait.ignoring(StaleElementReferenceException.class);
    return wait;
  }

  /**
   * Waits until an element is no longer shown, half a minute at most; between two pages the driver
   * has errors of several kinds for it.
   */
  void untilGone(WebElement element) {
    waiting().ignoring(WebDriverException.class).until(ExpectedConditions.stalenessOf(element));
  }

  /** Logs in at the home page. */
  Browser login(String name) {
    driver.get(portal.address());
    enter(name);
    waiting().until(ExpectedConditions.titleContains("My cases"));
    return this;
  }

  /** Fills in the login page that is shown. */
  void enter(String name) {
    driver.findElement(By.id("user")).sendKeys(name);
    driver.findElement(By.id("password")).sendKeys(portal.password(name));
    driver.findElement(By.id("consent")).click();
    driver.findElement(By.cssSelector("button[type=submit]")).click();
  }

  /** Opens a page of the portal. */
  void go(String address) {
    driver.get(portal.address() + address);
  }

  /** The input of a field of a record form. */
  WebElement field(String name) {
    return waiting()
        .until(
            ExpectedConditions.presenceOfElementLocated(
                By.cssSelector("[data-field=" + name + "]")));
  }

  /** Writes into a field of a record form what then stands there alone. */
  void type(String name, String text) {
    WebElement field = field(name);
    field.clear();
    field.sendKeys(text);
  }

  /** Saves a record form by the keyboard. */
  void save() {
    driver.switchTo().activeElement().sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
  }

  /**
   * No rule of WCAG 2.2 A and AA that axe-core knows is broken on the page as it stands. What its
   * frames show runs no script, so nothing could look into them.
   */
  void isAccessible() {
    assertThat(
            new AxeBuilder()
                .disableIframeTesting()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze(driver)
                .getViolations())
        .as(driver.getCurrentUrl())
        .isEmpty();
  }

  /** The console has nothing to say since it was asked last. */
  void isQuiet() {
    assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
        .as(driver.getCurrentUrl())
        .isEmpty();
  }

  /** Since it was asked last, the console told of answers of one status and of nothing else. */
  void toldOf(int status) {
    assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
        .as(driver.getCurrentUrl())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.getMessage()).contains("a status of " + status));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
