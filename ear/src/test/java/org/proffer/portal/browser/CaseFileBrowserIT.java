package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/** The case file as a prosecutor works in it, in headless Chromium. */
class CaseFileBrowserIT {
  private static final Path PAGES = Path.of("..", "web", "src", "main", "webapp");

  private final Portal portal = Portal.running();
  private final Api rest = new Api(portal, "prosecutor");
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    browser = Browser.open(portal);
    rest.logIn();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** The demonstration case, once its mailbox is in. */
  private String demonstration() throws Exception {
    browser
        .waiting()
        .until(
            any -> {
              try {
                return rest.read("/cases").getJsonArray("cases").stream()
                    .map(JsonValue::asJsonObject)
                    .anyMatch(
                        c ->
                            c.getString("title").contains("Ralsky")
                                && c.getInt("messages") >= 2_000);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    return rest.read("/cases").getJsonArray("cases").stream()
        .map(JsonValue::asJsonObject)
        .filter(c -> c.getString("title").contains("Ralsky"))
        .map(c -> c.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  private String first(String path, String list) throws Exception {
    return rest.read(path).getJsonArray(list).getJsonObject(0).getString("id");
  }

  /** Where each page is, with the demonstration case on it. */
  private Map<String, String> addresses() throws Exception {
    String id = demonstration();
    String message = first("/cases/" + id + "/messages?verdict=VIOLATED", "messages");
    String party = first("/cases/" + id + "/parties", "parties");
    String count = first("/cases/" + id + "/counts", "counts");
    String run = first("/cases/" + id + "/imports", "imports");
    String item = first("/cases/" + id + "/evidence", "evidence");
    HttpResponse<String> recheck = rest.post("/cases/" + id + "/rechecks", "{}");
    Map<String, String> pages = new TreeMap<>();
    pages.put("index.xhtml", "index.xhtml");
    // For the auditor, and the administrator, alone.
    pages.put("audit/log.xhtml", "");
    pages.put("operations/operations.xhtml", "");
    pages.put("logins/logins.xhtml", "");
    pages.put("logins/password.xhtml", "logins/password.xhtml");
    pages.put("calendar/calendar.xhtml", "calendar/calendar.xhtml?month=2009-11");
    pages.put("calendar/feed.xhtml", "calendar/feed.xhtml");
    pages.put("cases/case.xhtml", "cases/case.xhtml?id=" + id);
    pages.put("cases/members.xhtml", "cases/members.xhtml?case=" + id);
    pages.put("cases/open.xhtml", "cases/open.xhtml");
    pages.put("cases/people.xhtml", "cases/people.xhtml?case=" + id);
    pages.put("cases/records.xhtml", "cases/records.xhtml?case=" + id + "&tab=NOTES");
    pages.put("charges/charges.xhtml", "charges/charges.xhtml?case=" + id);
    pages.put("charges/count.xhtml", "charges/count.xhtml?id=" + count);
    pages.put("evidence/item.xhtml", "evidence/item.xhtml?id=" + item);
    for (String page : List.of("register", "labels", "stock", "sources")) {
      pages.put("evidence/" + page + ".xhtml", "evidence/" + page + ".xhtml?case=" + id);
    }
    pages.put("documents/bundle.xhtml", "documents/bundle.xhtml?case=" + id);
    pages.put("documents/documents.xhtml", "documents/documents.xhtml?case=" + id);
    pages.put(
        "documents/document.xhtml",
        "documents/document.xhtml?id="
            + Api.json(
                    rest.post("/cases/" + id + "/documents", "{\"template\":\"case-summary\"}")
                        .body())
                .getString("id"));
    pages.put("documents/templates.xhtml", "documents/templates.xhtml");
    pages.put("documents/template.xhtml", "documents/template.xhtml?kind=judgment");
    pages.put("imports/import.xhtml", "imports/import.xhtml?id=" + run);
    pages.put("messages/list.xhtml", "messages/list.xhtml?case=" + id);
    pages.put("messages/review.xhtml", "messages/review.xhtml?case=" + id);
    pages.put("messages/figures.xhtml", "messages/figures.xhtml?case=" + id);
    pages.put("messages/coding.xhtml", "messages/coding.xhtml?case=" + id);
    pages.put("messages/comments.xhtml", "messages/comments.xhtml?case=" + id);
    pages.put("messages/message.xhtml", "messages/message.xhtml?id=" + message);
    pages.put("messages/more.xhtml", "messages/more.xhtml?of=custody&id=" + message);
    pages.put("outcomes/defendants.xhtml", "outcomes/defendants.xhtml?case=" + id);
    pages.put("outcomes/outcomes.xhtml", "outcomes/outcomes.xhtml");
    pages.put("proof/board.xhtml", "proof/board.xhtml?case=" + id);
    pages.put("proof/send.xhtml", "proof/send.xhtml?case=" + id + "&message=" + message);
    pages.put("records/edit.xhtml", "records/edit.xhtml?case=" + id + "&kind=sentence");
    pages.put("records/record.xhtml", "records/record.xhtml?id=" + party);
    pages.put("restrictions/marks.xhtml", "restrictions/marks.xhtml?case=" + id);
    pages.put("restrictions/walls.xhtml", "restrictions/walls.xhtml?case=" + id);
    pages.put("restrictions/glass.xhtml", "restrictions/glass.xhtml");
    pages.put("rules/rules.xhtml", "rules/rules.xhtml");
    pages.put("rules/rule.xhtml", "rules/rule.xhtml?id=DIS-03");
    pages.put("search/search.xhtml", "search/search.xhtml?q=ralsky");
    pages.put("timeline/timeline.xhtml", "timeline/timeline.xhtml?case=" + id);
    pages.put("trends/trends.xhtml", "trends/trends.xhtml?case=" + id + "&event=2005-03-01");
    assertThat(item).isNotEmpty();
    if (recheck.statusCode() == 201) {
      pages.put(
          "rules/recheck.xhtml",
          "rules/recheck.xhtml?id=" + Api.json(recheck.body()).getString("id"));
    } else {
      // Nothing is checked under other rules: there is no re-check to look at.
      pages.put("rules/recheck.xhtml", "");
    }
    // The desk is apart from cases: ComplianceBrowserIT looks at its pages, CrawlBrowserIT at all.
    pagesThatExist().stream()
        .filter(page -> page.startsWith("compliance/"))
        .forEach(page -> pages.put(page, ""));
    return pages;
  }

  private static Set<String> pagesThatExist() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files
          .map(file -> PAGES.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".xhtml"))
          .filter(name -> !name.matches("(WEB-INF|resources|error)/.*|login.xhtml"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void everyPageIsAccessibleAndItsConsoleIsQuiet() throws Exception {
    Map<String, String> addresses = addresses();
    assertThat(addresses.keySet()).isEqualTo(pagesThatExist());
    browser.login("prosecutor");
    for (String address : addresses.values()) {
      if (!address.isEmpty()) {
        browser.go(address);
        browser
            .waiting()
            .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("main h1, main h2")));
        browser.isAccessible();
        browser.isQuiet();
      }
    }
  }

  @Test
  void theAuditorsLogIsAccessible() {
    browser.login("auditor");
    browser.go("audit/log.xhtml");
    browser
        .waiting()
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("main table")));
    browser.isAccessible();
    browser.isQuiet();
  }

  @Test
  void theAdministratorsPageIsAccessible() {
    browser.login("admin");
    for (String page : List.of("operations/operations.xhtml", "logins/logins.xhtml")) {
      browser.go(page);
      browser
          .waiting()
          .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("main h1")));
      browser.isAccessible();
      browser.isQuiet();
    }
  }

  @Test
  void theDemonstrationEndsWith51And40And51And32Months() throws Exception {
    String id = demonstration();
    browser.login("prosecutor");
    browser.go("outcomes/defendants.xhtml?case=" + id);
    assertThat(browser.driver().findElements(By.cssSelector("table.outcomes tbody tr")))
        .extracting(row -> row.findElement(By.cssSelector("td:nth-of-type(4) p")).getText())
        .startsWith(
            "51 months on 2009-11-23",
            "40 months on 2009-11-23",
            "51 months on 2009-11-23",
            "32 months on 2009-11-23")
        .hasSize(11);
    assertThat(browser.driver().findElement(By.cssSelector("table.outcomes tbody tr")).getText())
        .contains("1 not allowed");
  }

  @Test
  void aSentenceAboveTheMaximumIsWarnedOfAsItIsTypedAndNeedsAReason() throws Exception {
    String id = rest.openCase("United States v. Above");
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
    browser.login("prosecutor");
    browser.go("records/edit.xhtml?case=" + id + "&kind=sentence&f.defendant=" + defendant);
    browser.field("imposedOn").sendKeys("11232009");
    browser.field("months").sendKeys("61");

    browser
        .waiting()
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("[data-objections]"), "Not allowed"));
    assertThat(browser.driver().findElement(By.cssSelector("[data-objections]")).getText())
        .contains("18 U.S.C. 371")
        .contains("60 months");
    browser.isAccessible();
    browser.save();
    browser
        .waiting()
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("main"), "Recorded despite objections"));
    assertThat(browser.driver().getCurrentUrl()).contains("edit.xhtml");

    browser.type("reasonDespite", "As the judgment has it.");
    browser.save();
    browser.waiting().until(ExpectedConditions.urlContains("outcomes"));
    assertThat(browser.driver().findElement(By.cssSelector("main")).getText())
        .contains("61 months")
        .contains("1 not allowed");
    browser.isQuiet();
  }

  private String add(String caseId, String plural, String content) throws Exception {
    HttpResponse<String> answer =
        rest.post("/cases/" + caseId + "/" + plural, content.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.json(answer.body()).getString("id");
  }

  private void press(CharSequence... keys) {
    browser.driver().switchTo().activeElement().sendKeys(keys);
  }

  private void shown(String selector) {
    browser
        .waiting()
        .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
  }

  private void isFine() {
    browser.isAccessible();
    browser.isQuiet();
  }

  @Test
  void theBoxAndTheDialogsOfEveryPageAreAccessible() throws Exception {
    browser.login("prosecutor");
    browser.go("cases/people.xhtml?case=" + demonstration());
    press(Keys.chord(Keys.CONTROL, "k"));
    press("add");
    shown("#found .option");
    isFine();
    press(Keys.chord(Keys.CONTROL, "a"), "ralsky");
    shown("#found-party");
    isFine();
    press(Keys.ESCAPE);
    browser.driver().findElement(By.id("keys-open")).click();
    shown("dialog#keys[open]");
    isFine();
    press(Keys.ESCAPE);
    press(Keys.chord(Keys.CONTROL, Keys.SHIFT, "l"));
    shown("dialog#lock[open]");
    isFine();
    press("a wrong password", Keys.ENTER);
    shown("dialog#lock [data-problem]");
    browser.isAccessible();
  }

  @Test
  void whatIsFoldedIsAccessibleWhenItIsOpen() throws Exception {
    String id = demonstration();
    browser.login("prosecutor");
    String message = first("/cases/" + id + "/messages?verdict=VIOLATED", "messages");
    for (String page :
        List.of(
            "messages/message.xhtml?id=" + message,
            "outcomes/defendants.xhtml?case=" + id,
            "outcomes/outcomes.xhtml")) {
      browser.go(page);
      browser
          .waiting()
          .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("main details")));
      ((JavascriptExecutor) browser.driver())
          .executeScript("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
      isFine();
    }
  }

  @Test
  void theBoardIsAccessibleWithACellOpenAndSomethingLeftOut() throws Exception {
    String id = demonstration();
    browser.login("prosecutor");
    browser.go("proof/board.xhtml?case=" + id);
    String count =
        rest.read("/cases/" + id + "/counts").getJsonArray("counts").stream()
            .map(JsonValue::asJsonObject)
            .filter(c -> c.getJsonObject("content").getString("statute").equals("18-1343"))
            .map(c -> c.getString("id"))
            .findFirst()
            .orElseThrow();
    String defendant = first("/cases/" + id + "/parties", "parties");
    browser.go(
        "proof/board.xhtml?case="
            + id
            + "&count="
            + count
            + "&element=18-1343.scheme&defendant="
            + defendant);
    shown("#cell");
    assertThat(browser.driver().findElement(By.id("cell")).getText())
        .contains(
            "The gain was about 3 million dollars in the summer of 2005.",
            "Competes with: The gain was about 3 million dollars over eighteen months. (Reported)");
    assertThat(browser.driver().findElements(By.cssSelector("#cell article.fact li")))
        .as("every source opens")
        .isNotEmpty()
        .allSatisfy(source -> assertThat(source.findElements(By.tagName("a"))).hasSize(1));
    isFine();
    browser.driver().findElement(By.cssSelector("ul.choices input[name=out]")).click();
    browser.driver().findElement(By.xpath("//button[normalize-space()='Leave these out']")).click();
    browser
        .waiting()
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("main"), "counts fall."));
    isFine();
  }

  @Test
  void aFormIsAccessibleWhenItIsRefusedAndWhenADraftIsBack() throws Exception {
    String id = demonstration();
    browser.login("prosecutor");
    browser.go("records/edit.xhtml?case=" + id + "&kind=event");
    browser.field("title").sendKeys("A draft");
    browser.save();
    shown(".notice.bad");
    isFine();
    browser.go("records/edit.xhtml?case=" + id + "&kind=event");
    shown("[data-restored]");
    isFine();
    browser.driver().findElement(By.cssSelector("[data-restored] button")).click();
    String count = first("/cases/" + id + "/counts", "counts");
    browser.go("records/edit.xhtml?id=" + count);
    browser.type("place", "Detroit");
    browser.save();
    shown(".notice.bad");
    assertThat(browser.driver().findElement(By.cssSelector("main")).getText())
        .as("the indictment was filed")
        .contains("Say why it is changed");
    isFine();
    browser.go("records/record.xhtml?id=" + count);
    shown(".notice");
    isFine();
  }

  @Test
  void anEmptyCaseIsAccessibleOnEveryTab() throws Exception {
    String id = rest.openCase("United States v. Nobody Yet");
    browser.login("prosecutor");
    for (String page :
        List.of(
            "cases/case.xhtml?id=",
            "cases/people.xhtml?case=",
            "charges/charges.xhtml?case=",
            "proof/board.xhtml?case=",
            "messages/list.xhtml?case=",
            "timeline/timeline.xhtml?case=",
            "outcomes/defendants.xhtml?case=")) {
      browser.go(page + id);
      isFine();
    }
    browser.go("search/search.xhtml?q=nowhere-to-be-found");
    isFine();
    browser.go("cases/case.xhtml?id=" + java.util.UUID.randomUUID());
    browser.isAccessible();
  }
}
