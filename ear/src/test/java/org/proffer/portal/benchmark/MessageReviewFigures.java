package org.proffer.portal.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How long search, list and message take on a case that {@link FilledMessages} has filled, as a
 * browser on the same machine sees it: median and 95th percentile of 40 calls after ten that warm
 * up. Each call of a search has another value where the query has a place for one, so that no call
 * repeats the one before.
 *
 * <p>Arguments: address of the portal with a slash at its end, login, password, id of the case.
 */
public final class MessageReviewFigures {
  private static final int WARMING = 10;
  private static final int MEASURED = 40;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private MessageReviewFigures() {}

  /** Measures, and prints a row of a table for each kind of call. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String portal = arguments[0];
    String caseId = arguments[3];
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
    String list = portal + "messages/list.xhtml?case=" + caseId;
    Map<String, String> searches = new LinkedHashMap<>();
    searches.put("a sender", "from:%d@nowhere.example OR id:%1$d@nowhere.example");
    searches.put("a link", "url:shop.example/%d");
    searches.put("an IP address", "ip:10.%d.3.7");
    searches.put("a frequent word", "forged");
    searches.put("two frequent words", "forged proxy");
    searches.put("a frequent word and a day", "forged date:2005-02-%02d");
    searches.put("a phrase", "\"Hong Kong\" -forged%d");
    searches.put("words near each other", "forged w/5 proxy");
    searches.put("the beginning of a word", "tel*");
    searches.put("a word of the subject", "subject:warrant");
    searches.put("a verdict and a word", "verdict:violated broker");
    searches.put("a requirement", "violated:DIS-03");
    searches.put("not coded, a domain", "coded:no domain:example");
    searches.put("a word that is nowhere", "zzyzx%d");
    for (Map.Entry<String, String> search : searches.entrySet()) {
      measure(
          http,
          "search: " + search.getKey(),
          n ->
              portal
                  + "api/v1/cases/"
                  + caseId
                  + "/review?limit=50&query="
                  + URLEncoder.encode(
                      search.getValue().contains("%")
                          ? search.getValue().formatted(1 + n % 28)
                          : search.getValue(),
                      StandardCharsets.UTF_8));
    }
    measure(http, "list page", n -> list + "&page=" + n);
    measure(http, "list page, violated", n -> list + "&verdict=VIOLATED&page=" + n);
    measure(http, "list page, a word", n -> list + "&q=broker&page=" + n);
    String page =
        http.send(
                HttpRequest.newBuilder(
                        URI.create(portal + "api/v1/cases/" + caseId + "/review?limit=50"))
                    .build(),
                BodyHandlers.ofString())
            .body();
    List<String> ids = ID.matcher(page).results().map(found -> found.group(1)).toList();
    measure(
        http,
        "next message, as the review fetches it",
        n ->
            portal
                + "messages/message.xhtml?ahead=1&q=broker&id="
                + ids.get(n % Math.min(50, ids.size())));
    measure(
        http,
        "its body",
        n -> portal + "api/v1/messages/" + ids.get(n % Math.min(50, ids.size())) + "/rendered");
  }

  /** The address of the n-th call. */
  private interface Address {
    String of(int n);
  }

  private static void measure(HttpClient http, String name, Address address)
      throws IOException, InterruptedException {
    double[] millis = new double[MEASURED];
    for (int i = -WARMING; i < MEASURED; i++) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address.of(i + WARMING))).build();
      long start = System.nanoTime();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            request.uri() + ": " + answer.statusCode() + " " + answer.body());
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
