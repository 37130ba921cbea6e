package org.proffer.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/**
 * Mail that attacks whoever reads it: in every header, file name and kind of body part there is
 * something that would open a dialog, write on the page or ask a server outside. A server outside
 * listens; it must hear nothing.
 */
class HostileMailBrowserIT {
  private static final String MARK = "OWNED-BY-MAIL";

  private final Portal portal = Portal.running();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private HttpServer outside;
  private Browser opened;
  private WebDriver browser;

  @BeforeEach
  void listen() throws IOException {
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          heard.add(exchange.getRequestURI().toString());
          exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    outside.start();
    opened = Browser.open(portal);
    browser = opened.driver();
  }

  @AfterEach
  void close() {
    outside.stop(0);
    if (opened != null) {
      opened.close();
    }
  }

  /** What runs if anything runs. */
  private String deed(String where) {
    return "try{top.document.title='"
        + MARK
        + "'}catch(e){}document.title='"
        + MARK
        + "';fetch('"
        + canary(where)
        + "');alert('"
        + MARK
        + "')";
  }

  private String canary(String where) {
    return "http://127.0.0.1:"
        + outside.getAddress().getPort()
        + "/"
        + where.replaceAll("[^A-Za-z0-9]", "-");
  }

  /** Ways out of text, of an attribute, of a script, of a template. */
  private List<String> payloads(String where) {
    String deed = deed(where);
    return List.of(
        "<script>" + deed + "</script>",
        "\"><img src=x onerror=\"" + deed + "\">",
        "' autofocus onfocus='" + deed.replace("'", "&#39;") + "' x='",
        "</title></textarea></style></script><svg onload=\"" + deed + "\">",
        "#{facesContext.externalContext.redirect('" + canary(where) + "')}${7*191}",
        "javascript:" + deed,
        "<a href=\"javascript:" + deed + "\" id=\"lure\">read me</a>");
  }

  private String html(String where) {
    String deed = deed(where);
    String canary = canary(where);
    return "<html><head><base href=\""
        + canary
        + "/\"><title>x</title>"
        + "<meta http-equiv=refresh content=\"0;url="
        + canary
        + "\">"
        + "<link rel=stylesheet href=\""
        + canary
        + "/a.css\"><link rel=prefetch href=\""
        + canary
        + "/b\">"
        + "<link rel=dns-prefetch href=\""
        + canary
        + "\"><link rel=preload as=image href=\""
        + canary
        + "/p\">"
        + "<style>@import url("
        + canary
        + "/c.css);body{background:url("
        + canary
        + "/d)}"
        + "@font-face{font-family:f;src:url("
        + canary
        + "/f)}*{font-family:f;list-style-image:url("
        + canary
        + "/l)}</style>"
        + "<script>"
        + deed
        + "</script><script src=\""
        + canary
        + "/s.js\"></script></head>"
        + "<body onload=\""
        + deed
        + "\" background=\""
        + canary
        + "/bg\">"
        + "<img src=\""
        + canary
        + "/pixel\" srcset=\""
        + canary
        + "/set 2x\" onerror=\""
        + deed
        + "\">"
        + "<video poster=\""
        + canary
        + "/poster\" src=\""
        + canary
        + "/v\" autoplay onerror=\""
        + deed
        + "\"></video>"
        + "<audio src=\""
        + canary
        + "/audio\" autoplay></audio><object data=\""
        + canary
        + "/o\"></object>"
        + "<embed src=\""
        + canary
        + "/e\"><iframe src=\""
        + canary
        + "/i\"></iframe>"
        + "<iframe srcdoc=\"&lt;script&gt;"
        + deed.replace("'", "&#39;")
        + "&lt;/script&gt;\"></iframe>"
        + "<iframe src=\"javascript:"
        + deed
        + "\"></iframe>"
        + "<iframe src=\"data:text/html,<script>"
        + deed
        + "</script>\"></iframe>"
        + "<form action=\""
        + canary
        + "/form\"><input name=a autofocus onfocus=\""
        + deed
        + "\"><input type=image src=\""
        + canary
        + "/im\"></form>"
        + "<svg><script>"
        + deed
        + "</script><animate onbegin=\""
        + deed
        + "\" attributeName=x dur=1s></animate><image href=\""
        + canary
        + "/svg\"/>"
        + "<use href=\""
        + canary
        + "/use#x\"/><foreignObject><img src=x onerror=\""
        + deed
        + "\"></foreignObject></svg>"
        + "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror="
        + deed
        + "&gt;\"></mglyph></table></mtext></math>"
        + "<noscript><p title=\"</noscript><img src=x onerror="
        + deed
        + ">\"></noscript>"
        + "<div style=\"background-image:url("
        + canary
        + "/style);width:expression("
        + deed
        + ")\">x</div>"
        + "<table background=\""
        + canary
        + "/table\"><tr><td>x</td></tr></table>"
        + "<details open ontoggle=\""
        + deed
        + "\">x</details><marquee onstart=\""
        + deed
        + "\">x</marquee>"
        + "<a href=\"javascript:"
        + deed
        + "\">one</a><a href=\""
        + canary
        + "/ping\" ping=\""
        + canary
        + "/ping\">two</a>"
        + "<xml id=x><x><![CDATA[<img src=x onerror="
        + deed
        + ">]]></x></xml>"
        + "<template><img src=x onerror=\""
        + deed
        + "\"></template>"
        + "<!--[if true]><script>"
        + deed
        + "</script><![endif]--></body></html>";
  }

  private static String word(String text) {
    return "=?utf-8?B?"
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "?=";
  }

  /** A message with one payload everywhere but in the bodies, which have them all. */
  private String message(int number, String payload) {
    String text = word(payload);
    return String.join(
        "\r\n",
        "Return-Path: <" + payload + ">",
        "Received: from "
            + payload
            + " ("
            + payload
            + " [192.0.2.1]) by "
            + payload
            + " with "
            + payload
            + "; Mon, 2 Jan 2006 10:00:0"
            + number % 10
            + " +0000",
        "From: \"" + text + "\" <a\"" + payload.replace("\"", "") + "\"@sender.example>",
        "From: " + text + " <shop@sender.example>",
        "Sender: " + payload,
        "Reply-To: " + payload,
        "To: " + text + " <you@example.com>",
        "Subject: " + text + " " + payload,
        "Message-ID: <" + number + payload.replaceAll("[<>\\s]", "") + "@sender.example>",
        "Date: Mon, 2 Jan 2006 10:00:00 +0000 (" + payload + ")",
        "List-Unsubscribe: <" + payload + ">, <javascript:" + payload + ">",
        "X-Mailer: " + payload,
        "X-" + number + "<script>: " + payload,
        "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=\"b" + number + "\"",
        "",
        "--b" + number,
        "Content-Type: text/html; charset=utf-8",
        "",
        html("html-" + number),
        "--b" + number,
        "Content-Type: text/plain; charset=\"" + payload.replace("\"", "") + "\"",
        "",
        payload,
        "buy now http://127.0.0.1/x " + payload,
        "--b" + number,
        "Content-Type: image/svg+xml; name=\"" + text + "\"",
        "Content-Disposition: attachment; filename=\"" + payload.replace("\"", "") + ".svg\"",
        "",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"" + deed("svg-part") + "\"/>",
        "--b" + number,
        "Content-Type: text/html",
        "Content-Disposition: attachment; filename=\"" + text + "\"",
        "",
        html("attached-" + number),
        "--b" + number,
        "Content-Type: "
            + payload.replaceAll("[\"\\s]", "")
            + "/x; name*=utf-8''"
            + URLEncoder.encode(payload, StandardCharsets.UTF_8),
        "",
        payload,
        "--b" + number + "--",
        "");
  }

  @Test
  void mailThatAttacksItsReaderDoesNothingAndAsksNobody() throws Exception {
    Api paralegal = new Api(portal, "paralegal").logIn();
    String caseId = paralegal.openCase("United States v. Hostile <script>alert(1)</script>");
    List<String> payloads = payloads("header");
    ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
    for (int i = 0; i < payloads.size(); i++) {
      mailbox.writeBytes(
          ("From x Mon Jan  2 10:00:00 2006\r\n" + message(i, payloads.get(i)) + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    String fileName = "<img src=x onerror=alert(1)>\"'#{7*191}.mbox";
    JsonObject ended = paralegal.imported(caseId, fileName, mailbox.toByteArray());
    assertThat(ended.getInt("messages")).as(ended.toString()).isEqualTo(payloads.size());

    opened.login("paralegal");
    List<String> visited = new ArrayList<>();
    visit("messages/list.xhtml?case=" + caseId, visited);
    List<String> messages =
        browser.findElements(By.cssSelector("tbody tr td a")).stream()
            .map(link -> link.getAttribute("href"))
            .filter(address -> address.contains("message.xhtml"))
            .distinct()
            .toList();
    assertThat(messages).hasSize(payloads.size());
    for (String address : messages) {
      visit(address.substring(portal.address().length()), visited);
      opened
          .waiting()
          .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("iframe.rendered")));
      for (WebElement tab : browser.findElements(By.cssSelector("[role=tab]"))) {
        tab.click();
        browser.findElements(By.cssSelector("details:not([open]) > summary")).stream()
            .filter(WebElement::isDisplayed)
            .forEach(WebElement::click);
        quietly(address);
      }
      assertThat(browser.findElements(By.cssSelector("details:not([open])"))).isEmpty();
      String id = address.substring(address.indexOf("id=") + 3);
      visit("api/v1/messages/" + id + "/rendered", visited);
      browser.findElements(By.tagName("a")).stream()
          .limit(3)
          .forEach(link -> quietly(link.getTagName()));
    }
    for (String page :
        List.of(
            "cases/case.xhtml?id=" + caseId,
            "imports/import.xhtml?id=" + ended.getString("id"),
            "search/search.xhtml?q=" + URLEncoder.encode("script alert", StandardCharsets.UTF_8),
            "search/search.xhtml?q="
                + URLEncoder.encode(
                    "\"><script>" + deed("query") + "</script>", StandardCharsets.UTF_8),
            "messages/list.xhtml?case="
                + caseId
                + "&text="
                + URLEncoder.encode("'\"><svg onload=alert(1)>", StandardCharsets.UTF_8),
            "index.xhtml")) {
      visit(page, visited);
    }

    assertThat(heard).as("requests outside").isEmpty();
    assertThat(visited).hasSizeGreaterThan(2 * payloads.size());
  }

  /** The same parts, shown as they are: if these did nothing, the test above would show nothing. */
  @Test
  void theSamePartsActWhereNothingStopsThem() {
    String page = html("control");
    outside.createContext(
        "/control.html",
        exchange -> {
          byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    boolean dialog = false;
    try {
      browser.get("http://127.0.0.1:" + outside.getAddress().getPort() + "/control.html");
      opened.waiting().until(shown -> shown.getTitle().equals(MARK));
    } catch (UnhandledAlertException opens) {
      dialog = true;
    }

    assertThat(dialog || MARK.equals(browser.getTitle())).isTrue();
    assertThat(heard).anyMatch(asked -> asked.startsWith("/control"));
  }

  private void visit(String page, List<String> visited) {
    opened.go(page);
    visited.add(page);
    quietly(page);
  }

  /** No dialog, nothing written by the mail, no script that was let through. */
  private void quietly(String where) {
    try {
      throw new AssertionError(where + " opened: " + browser.switchTo().alert().getText());
    } catch (NoAlertPresentException asItMustBe) {
      assertThat(browser.getTitle()).as(where).isNotEqualTo(MARK);
    }
    assertThat(browser.getPageSource()).as(where).doesNotContain("1337");
    for (LogEntry entry : browser.manage().logs().get(LogType.BROWSER).getAll()) {
      assertThat(entry.getMessage().toLowerCase(Locale.ROOT)).as(where).doesNotContain("uncaught");
    }
  }

  @Test
  void whatIsHandedOutIsNeverRunByABrowser() throws Exception {
    Api paralegal = new Api(portal, "paralegal").logIn();
    String caseId = paralegal.openCase("United States v. Inert");
    JsonObject ended =
        paralegal.imported(
            caseId, "x.eml", message(1, payloads("inert").get(0)).getBytes(StandardCharsets.UTF_8));
    String message =
        paralegal
            .read("/cases/" + caseId + "/messages")
            .getJsonArray("messages")
            .getJsonObject(0)
            .getString("id");
    assertThat(ended.getBoolean("ended")).isTrue();
    for (String path :
        List.of("/messages/" + message + "/raw", "/messages/" + message + "/rendered")) {
      var answer = paralegal.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("sandbox")
          .contains("default-src 'none'");
      assertThat(answer.headers().firstValue("X-Content-Type-Options"))
          .as(path)
          .hasValue("nosniff");
    }
    assertThat(
            paralegal
                .get("/messages/" + message + "/raw")
                .headers()
                .firstValue("Content-Disposition")
                .orElse(""))
        .startsWith("attachment");
  }
}
