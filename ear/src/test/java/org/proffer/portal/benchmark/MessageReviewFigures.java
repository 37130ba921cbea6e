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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
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

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String portal;
  private final String caseId;

  private MessageReviewFigures(String portal, String caseId) {
    this.portal = portal;
    this.caseId = caseId;
  }

  /** Measures, and prints a row of a table for each kind of call. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, IntFunction<String>> searches = new LinkedHashMap<>();
    searches.put("a sender", "from:%d@nowhere.example OR id:%1$d@nowhere.example"::formatted);
    searches.put("a link", "url:shop.example/%d"::formatted);
    searches.put("an IP address", "ip:10.%d.3.7"::formatted);
    searches.put("a frequent word", n -> "forged");
    searches.put("two frequent words", n -> "forged proxy");
    searches.put("a frequent word and a day", "forged date:2005-02-%02d"::formatted);
    searches.put("a phrase", "\"Hong Kong\" -forged%d"::formatted);
    searches.put("words near each other", n -> "forged w/5 proxy");
    searches.put("the beginning of a word", n -> "tel*");
    searches.put("a word of the subject", n -> "subject:warrant");
    searches.put("a verdict and a word", n -> "verdict:violated broker");
    searches.put("a requirement", n -> "violated:DIS-03");
    searches.put("not coded, a domain", n -> "coded:no domain:example");
    searches.put("a word that is nowhere", "zzyzx%d"::formatted);
    measure(arguments[0], arguments[1], arguments[2], arguments[3], searches, "broker");
  }

  /**
   * Measures, and prints a row of a table for each kind of call and for all searches, lists and
   * messages.
   *
   * @param searches for each kind of search the query of the n-th call, n from 1 to 28
   * @param word a word that many messages have
   */
  public static void measure(
      String portal,
      String login,
      String password,
      String caseId,
      Map<String, IntFunction<String>> searches,
      String word)
      throws IOException, InterruptedException {
    MessageReviewFigures figures = new MessageReviewFigures(portal, caseId);
    figures.logIn(login, password);
    figures.measure(searches, word);
  }

  private void logIn(String name, String password) throws IOException, InterruptedException {
    HttpResponse<String> login =
        http.send(
            HttpRequest.newBuilder(URI.create(portal + "api/v1/session"))
                .header("X-Requested-With", "benchmark")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(name, password)))
                .build(),
            BodyHandlers.ofString());
    if (login.statusCode() != 200) {
      throw new IllegalStateException(login.statusCode() + " " + login.body());
    }
  }

  private void measure(Map<String, IntFunction<String>> searches, String word)
      throws IOException, InterruptedException {
    String list = portal + "messages/list.xhtml?case=" + caseId;
    String review = portal + "api/v1/cases/" + caseId + "/review?limit=50";
    System.out.println("| 40 calls after ten | median, ms | 95th percentile, ms |\n|---|---|---|");
    List<Double> all = new ArrayList<>();
    for (Map.Entry<String, IntFunction<String>> search : searches.entrySet()) {
      all.addAll(
          measure(
              "search: " + search.getKey(),
              n ->
                  review
                      + "&query="
                      + URLEncoder.encode(
                          search.getValue().apply(1 + n % 28), StandardCharsets.UTF_8)));
    }
    print("all searches", all);
    all =
        new ArrayList<>(measure("list of the review, 50 rows", n -> review + "&cursor=" + 50 * n));
    all.addAll(measure("list page", n -> list + "&page=" + n));
    all.addAll(measure("list page, violated", n -> list + "&verdict=VIOLATED&page=" + n));
    all.addAll(measure("list page, a word", n -> list + "&q=" + word + "&page=" + n));
    all.addAll(measure("list page, by sender", n -> list + "&sort=SENDER&page=" + n));
    all.addAll(measure("list page, page 10,000 and on", n -> list + "&page=" + (10_000 + n)));
    print("all lists", all);
    List<String> ids =
        ID.matcher(get(review)).results().map(found -> found.group(1)).distinct().toList();
    IntFunction<String> id = n -> ids.get(n % Math.min(50, ids.size()));
    String message = portal + "messages/message.xhtml?ahead=1&id=";
    measure("next message, as the review fetches it", n -> message + id.apply(n));
    measure("the same, with the words of a search", n -> message + id.apply(n) + "&q=" + word);
    measure("its body", n -> portal + "api/v1/messages/" + id.apply(n) + "/rendered");
    measure("a message over REST", n -> portal + "api/v1/messages/" + id.apply(n));
  }

  private String get(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          request.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private List<Double> measure(String name, IntFunction<String> address)
      throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = -WARMING; i < MEASURED; i++) {
      long start = System.nanoTime();
      get(address.apply(i + WARMING));
      if (i >= 0) {
        millis.add((System.nanoTime() - start) / 1e6);
      }
    }
    print(name, millis);
    return millis;
  }

  private static void print(String name, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f |%n",
        name,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100));
  }
}
