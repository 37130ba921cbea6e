package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/**
 * Every page of the table of ways in, and every page that the pages of the demonstration case link
 * to, in a browser: no policy is violated, no script fails, nothing is missing. A page that comes
 * new is in the table, and so is visited here.
 */
class CrawlBrowserIT {
  private static final Portal PORTAL = Portal.running();
  private static final Path TABLE = Path.of("..", "docs", "security", "surface.csv");

  private static final Map<String, String> PARAMETERS = new HashMap<>();
  private static String demonstration;

  @BeforeAll
  static void whatPagesAskFor() throws Exception {
    Api prosecutor = new Api(PORTAL, "prosecutor").logIn();
    demonstration = demonstration(prosecutor);
    String of = "/cases/" + demonstration;
    String item = first(prosecutor, of + "/evidence", "evidence");
    String message = first(prosecutor, of + "/messages", "messages");
    PARAMETERS.put("cases/case.xhtml", "id=" + demonstration);
    PARAMETERS.put("cases/records.xhtml", "tab=NOTES&case=" + demonstration);
    PARAMETERS.put("evidence/item.xhtml", "id=" + item);
    PARAMETERS.put("imports/import.xhtml", "id=" + first(prosecutor, of + "/imports", "imports"));
    PARAMETERS.put("messages/message.xhtml", "id=" + message);
    PARAMETERS.put("messages/more.xhtml", "of=source&id=" + message);
    PARAMETERS.put("proof/send.xhtml", "message=" + message);
    PARAMETERS.put("records/edit.xhtml", "kind=note&case=" + demonstration);
    PARAMETERS.put("records/record.xhtml", "id=" + demonstration);
    PARAMETERS.put("rules/rule.xhtml", "id=DIS-03");
    PARAMETERS.put("search/search.xhtml", "q=discount");
  }

  /** The demonstration case, which is loaded after the portal has started. */
  private static String demonstration(Api api) throws Exception {
    for (int i = 0; i < 240; i++) {
      for (JsonValue each : api.read("/cases").getJsonArray("cases")) {
        JsonObject found = each.asJsonObject();
        String id = found.getString("id");
        if (found.getBoolean("demonstration", false)
            && !api.read("/cases/" + id + "/messages").getJsonArray("messages").isEmpty()) {
          return id;
        }
      }
      LockSupport.parkNanos(500_000_000);
    }
    throw new AssertionError("the demonstration case is not loaded");
  }

  private static String first(Api api, String path, String list) throws Exception {
    return api.read(path).getJsonArray(list).getJsonObject(0).getString("id");
  }

  private static List<String> pages() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("page,"))
        .map(line -> line.split(",")[1])
        .filter(page -> !page.equals("login.xhtml"))
        .toList();
  }

  @Test
  void noPageViolatesThePolicyOrFailsInTheConsole() throws Exception {
    Map<String, String> wrong = new HashMap<>();
    Set<String> visited = new TreeSet<>();
    try (Browser browser = Browser.open(PORTAL)) {
      browser.login("prosecutor");
      Set<String> linked = new LinkedHashSet<>();
      for (String page : pages()) {
        visit(
            browser,
            page + "?" + PARAMETERS.getOrDefault(page, "case=" + demonstration),
            wrong,
            visited,
            linked);
      }
      // One of each page that is linked with parameters of its own.
      Map<String, String> oneOfEach = new HashMap<>();
      linked.forEach(address -> oneOfEach.putIfAbsent(kind(address), address));
      for (String address : oneOfEach.values()) {
        visit(browser, address, wrong, visited, new LinkedHashSet<>());
      }
    }
    for (String login : List.of("auditor", "admin")) {
      try (Browser browser = Browser.open(PORTAL)) {
        browser.login(login);
        for (String page :
            List.of(
                "index.xhtml",
                "audit/log.xhtml",
                "logins/logins.xhtml",
                "operations/operations.xhtml")) {
          visit(browser, page, wrong, visited, new LinkedHashSet<>());
        }
      }
    }
    System.out.printf("Crawled %d addresses of %d pages%n", visited.size(), pages().size());
    assertThat(wrong).isEmpty();
    assertThat(visited).hasSizeGreaterThan(pages().size());
  }

  /** A page with the names of its parameters, the kind and the tab among them. */
  private static String kind(String address) {
    return address
        .replaceAll("=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "=ID")
        .replaceAll("(f[.][a-z]+|words|offset|length|part|month|from|until|q|page)=[^&]*", "$1=X")
        .replaceAll("#.*", "");
  }

  private static void visit(
      Browser browser,
      String address,
      Map<String, String> wrong,
      Set<String> visited,
      Set<String> linked) {
    browser.driver().manage().logs().get(LogType.BROWSER);
    browser.go(address);
    visited.add(kind(address));
    List<String> said = new ArrayList<>();
    for (LogEntry entry : browser.driver().manage().logs().get(LogType.BROWSER).getAll()) {
      // That a page is not there, or not for this person, is an answer.
      if (!entry
          .getMessage()
          .matches("(?s).*the server responded with a status of (403|404|409).*")) {
        said.add(entry.getMessage());
      }
    }
    if (!said.isEmpty() || browser.driver().getPageSource().contains("number of the incident")) {
      wrong.put(address, said.toString());
    }
    for (WebElement link :
        browser.driver().findElements(By.cssSelector("main a[href*='.xhtml']"))) {
      String to = link.getDomProperty("href");
      if (to != null && to.startsWith(PORTAL.address())) {
        linked.add(to.substring(PORTAL.address().length()));
      }
    }
  }
}
