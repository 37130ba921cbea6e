package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;
import org.proffer.portal.TrendMailbox;

/** Trends of a case and of a client, in headless Chromium. */
class TrendsBrowserIT {
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

  private WebElement seen(String css) {
    return opened
        .waiting()
        .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
  }

  @Test
  void aNumberOfACaseOpensAsManyMessagesAndAnEventIsCompared() throws Exception {
    Api paralegal = new Api(portal, "paralegal").logIn();
    String caseId = paralegal.openCase("Trends to look at");
    paralegal.imported(caseId, "trap.mbox", TrendMailbox.bytes());
    opened.login("paralegal");
    opened.go("cases/case.xhtml?id=" + caseId);
    browser.findElement(By.linkText("Trends")).click();

    assertThat(seen("#method-title").getText()).isEqualTo("Method");
    assertThat(browser.findElement(By.id("main")).getText())
        .contains("388 messages of the case")
        .contains("From an end user")
        .contains("194 of 388 (50.0 %)")
        .contains("198.51.100.0/24")
        .contains("2007-12-04")
        .contains("No message, where more would be expected");
    assertThat(browser.findElements(By.cssSelector("svg.trend rect.gap"))).isNotEmpty();
    opened.isAccessible();
    opened.isQuiet();

    browser.findElement(By.id("on")).sendKeys("01032008");
    browser.findElement(By.cssSelector("form[action='trends.xhtml#event'] button")).click();
    WebElement told = seen("#event tbody tr");
    assertThat(told.getText()).contains("252", "98", "0.33 (", "Fewer a day than before");
    opened.isAccessible();

    told.findElement(By.linkText("98")).click();
    opened.waiting().until(ExpectedConditions.titleContains("Review"));
    opened
        .waiting()
        .until(ExpectedConditions.textToBePresentInElementLocated(By.id("main"), "98 "));
    opened.isQuiet();
  }

  @Test
  void aDayWithoutCollectionCannotBeTold() throws Exception {
    Api paralegal = new Api(portal, "paralegal").logIn();
    String caseId = paralegal.openCase("Trends to doubt");
    paralegal.imported(caseId, "trap.mbox", TrendMailbox.bytes());
    opened.login("paralegal");
    opened.go("trends/trends.xhtml?case=" + caseId + "&event=" + TrendMailbox.EVENT.minusDays(29));

    assertThat(seen("#event tbody tr").getText())
        .contains("Cannot be told", "at the event itself", "say from when until when");
  }

  @Test
  void aNumberOfAClientOpensAsManyChecks() throws Exception {
    Api officer = new Api(portal, "compliance").logIn();
    String client =
        Api.json(officer.post("/clients", "{\"name\":\"Trends Corp.\"}").body()).getString("id");
    for (String subject : List.of("Roses", "Tulips")) {
      officer.post(
          "/clients/" + client + "/checks",
          Json.createObjectBuilder()
              .add("from", "News <news@trends.example>")
              .add("subject", subject)
              .add(
                  "html",
                  "<p>Buy our flowers now at <a href='http://shop.trends.example/'>the shop</a>.</p>")
              .build()
              .toString());
    }
    opened.login("compliance");
    opened.go("compliance/client.xhtml?client=" + client);
    browser.findElement(By.linkText("Trends")).click();
    assertThat(seen("#method-title").getText()).isEqualTo("Method");
    assertThat(browser.findElement(By.id("main")).getText())
        .contains("2 checks of messages")
        .contains("trends.example");
    opened.isAccessible();
    opened.isQuiet();

    browser.findElement(By.xpath("//tr[th[normalize-space()='trends.example']]/td/a")).click();
    assertThat(seen("p.covers [role=status]").getText()).startsWith("2 messages:");
    assertThat(browser.findElements(By.cssSelector("tbody tr"))).hasSize(2);
    opened.isAccessible();
    opened.isQuiet();
  }
}
