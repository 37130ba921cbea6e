package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
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
    pages.put("imports/import.xhtml", "imports/import.xhtml?id=" + run);
    pages.put("messages/list.xhtml", "messages/list.xhtml?case=" + id);
    pages.put("messages/review.xhtml", "messages/review.xhtml?case=" + id);
    pages.put("messages/figures.xhtml", "messages/figures.xhtml?case=" + id);
    pages.put("messages/coding.xhtml", "messages/coding.xhtml?case=" + id);
    pages.put("messages/comments.xhtml", "messages/comments.xhtml?case=" + id);
    pages.put("messages/message.xhtml", "messages/message.xhtml?id=" + message);
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
    assertThat(item).isNotEmpty();
    if (recheck.statusCode() == 201) {
      pages.put(
          "rules/recheck.xhtml",
          "rules/recheck.xhtml?id=" + Api.json(recheck.body()).getString("id"));
    } else {
      // Nothing is checked under other rules: there is no re-check to look at.
      pages.put("rules/recheck.xhtml", "");
    }
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

  @Test
  void whoeverSavesSecondChoosesWhateverTheKindOfRecord() throws Exception {
    String id = demonstration();
    browser.login("prosecutor");
    List<String> tried = new ArrayList<>();
    for (JsonValue each : rest.read("/kinds").getJsonArray("kinds")) {
      JsonObject kind = each.asJsonObject();
      JsonObject page = rest.read("/cases/" + id + "/" + kind.getString("plural") + "?limit=1");
      String text = someText(kind.getJsonObject("schema").getJsonObject("properties"));
      if (page.getInt("total") > 0 && !text.isEmpty()) {
        secondSeesBoth(
            page.getJsonArray(kind.getString("plural")).getJsonObject(0).getString("id"), text);
        tried.add(kind.getString("name"));
      }
    }
    assertThat(tried)
        .contains("case", "party", "count", "fact", "source", "sentence", "forfeiture", "event")
        .hasSizeGreaterThanOrEqualTo(13);
  }

  /** The last free text of a kind; empty for a kind without one. */
  private static String someText(JsonObject properties) {
    String found = "";
    for (Map.Entry<String, JsonValue> property : properties.entrySet()) {
      JsonObject schema = property.getValue().asJsonObject();
      if (schema.getString("type", "").equals("string")
          && !schema.containsKey("enum")
          && !schema.containsKey("format")) {
        found = property.getKey();
      }
    }
    return found;
  }

  private void secondSeesBoth(String record, String text) throws Exception {
    browser.go("records/edit.xhtml?id=" + record);
    browser.type(text, "mine");
    JsonObject read = rest.read("/records/" + record);
    HttpResponse<String> written =
        rest.send(
            rest.request("/records/" + record)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + read.getInt("version") + "\"")
                .PUT(
                    BodyPublishers.ofString(
                        Json.createObjectBuilder(read.getJsonObject("content"))
                            .add(text, "theirs")
                            .build()
                            .toString())));
    assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    browser.field(text).sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    WebElement conflict =
        browser
            .waiting()
            .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".conflict")));
    assertThat(conflict.getText()).contains("mine").contains("theirs");
    assertThat(rest.read("/records/" + record).getJsonObject("content").getString(text))
        .isEqualTo("theirs");
  }
}
