package org.proffer.portal.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the pages of a case file and the search take on a portal that {@link FilledDatabase} has
 * filled, as a browser on the same machine sees it: median and 95th percentile of 40 calls after
 * ten that warm up.
 *
 * <p>Arguments: address of the portal with a slash at its end, login, password.
 */
public final class CaseFileFigures {
  private static final int WARMING = 10;
  private static final int MEASURED = 40;

  /** {@code md5('case 1')} as the id that {@link FilledDatabase} gives the large case. */
  private static final String LARGE_CASE = "1f956ac6-84f5-d80f-46bd-f81540d9edde";

  /** {@code md5('case 2')}: 50 defendants, 40 counts, 100,000 facts. */
  private static final String PROVED_CASE = "8c0cb928-820c-2c7e-1c32-6ec16673dd27";

  private CaseFileFigures() {}

  /** Measures, and prints a row of a table for each address. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String portal = arguments[0];
    HttpResponse<String> login =
        http.send(
            HttpRequest.newBuilder(URI.create(portal + "api/v1/session"))
                .header("X-Requested-With", "benchmark")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"login\":\"%s\",\"password\":\"%s\"}"
                            .formatted(arguments[1], arguments[2])))
                .build(),
            BodyHandlers.ofString());
    if (login.statusCode() != 200) {
      throw new IllegalStateException(login.statusCode() + " " + login.body());
    }
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("My cases", "index.xhtml");
    pages.put("My cases, filtered", "index.xhtml?q=12345");
    pages.put("Overview", "cases/case.xhtml?id=" + LARGE_CASE);
    pages.put("People", "cases/people.xhtml?case=" + LARGE_CASE);
    pages.put("Timeline", "timeline/timeline.xhtml?case=" + LARGE_CASE);
    pages.put("Calendar", "calendar/calendar.xhtml?month=2008-01");
    pages.put("Search: a rare word", "api/v1/search?q=exhibit%204710");
    pages.put("Search: a frequent word", "api/v1/search?q=forged%20");
    pages.put("Search: two frequent words", "api/v1/search?q=forged%20proxy%20");
    pages.put("Search: a phrase", "api/v1/search?q=%22Hong%20Kong%22");
    pages.put("Search: a beginning", "api/v1/search?q=led");
    pages.put("Search: nothing", "api/v1/search?q=zzyzx%20");
    pages.put("Proof board", "proof/board.xhtml?case=" + PROVED_CASE);
    for (Map.Entry<String, String> page : pages.entrySet()) {
      measure(http, portal, page.getKey(), page.getValue());
    }
  }

  private static void measure(HttpClient http, String portal, String name, String address)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(portal + address)).build();
    double[] millis = new double[MEASURED];
    for (int i = -WARMING; i < MEASURED; i++) {
      long start = System.nanoTime();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(address + ": " + answer.statusCode());
      }
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "| %s | %.0f | %.0f |%n", name, millis[MEASURED / 2], millis[MEASURED * 95 / 100]);
  }
}
