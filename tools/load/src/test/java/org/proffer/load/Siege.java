package org.proffer.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sends every file of a folder, and hostile mail, to case after case until the time is over, and has
 * all of it imported, four at once; then says how each ended. {@code Siege ADDRESS LOGINS FOLDER
 * SECONDS}.
 */
public final class Siege {
  private static final int AT_ONCE = 4;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Deque<String> running = new ArrayDeque<>();
  private int mailboxes;

  private Siege(String address) {
    this.address = address;
  }

  /** Ends with 1 if something was left without an outcome, or the portal failed. */
  public static void main(String[] arguments) throws Exception {
    Siege siege = new Siege(arguments[0]);
    siege.logIn(Path.of(arguments[1]));
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(arguments[2]))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    long until = System.nanoTime() + Duration.ofSeconds(Long.parseLong(arguments[3])).toNanos();
    int rounds = 0;
    while (System.nanoTime() < until) {
      rounds++;
      siege.round(files, until);
    }
    while (!siege.running.isEmpty()) {
      siege.awaitOne();
    }
    System.out.println(files.size() + " files, " + rounds + " rounds begun");
    siege.outcomes.forEach((outcome, count) -> System.out.println("  " + count + " " + outcome));
    System.exit(
        siege.outcomes.keySet().stream()
                .anyMatch(each -> each.contains("no end") || each.matches(".* 5\\d\\d.*"))
            ? 1
            : 0);
  }

  private void round(List<Path> files, long until) throws Exception {
    String caseId =
        id(
            post(
                "/cases",
                "application/json",
                BodyPublishers.ofString(
                    "{\"court\":\"mied\",\"title\":\"Siege\",\"status\":\"INVESTIGATION\"}")));
    for (Path file : files) {
      if (System.nanoTime() > until) {
        return;
      }
      send(caseId, file.getFileName().toString(), BodyPublishers.ofFile(file));
    }
    byte[] mail = HostileMail.mailbox(++mailboxes);
    send(caseId, "hostile.mbox", BodyPublishers.ofByteArray(mail));
  }

  private void send(String caseId, String name, BodyPublisher bytes) throws Exception {
    while (running.size() >= AT_ONCE) {
      awaitOne();
    }
    HttpResponse<String> item =
        post(
            "/cases/"
                + caseId
                + "/evidence?fileName="
                + URLEncoder.encode(name, StandardCharsets.UTF_8),
            "application/octet-stream",
            bytes);
    if (item.statusCode() != 201) {
      count("not received, " + item.statusCode());
      return;
    }
    HttpResponse<String> started =
        post(
            "/cases/" + caseId + "/imports",
            "application/json",
            BodyPublishers.ofString("{\"evidenceId\":\"" + id(item) + "\"}"));
    if (started.statusCode() == 201) {
      running.add(id(started));
    } else {
      count("import not begun, " + started.statusCode());
    }
  }

  private void awaitOne() throws Exception {
    String importId = running.remove();
    long until = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < until) {
      HttpResponse<String> now =
          http.send(
              request("/imports/" + importId).build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (now.statusCode() == 200 && now.body().contains("\"ended\":true")) {
        count("import " + field(now.body(), "state"));
        return;
      }
      Thread.sleep(200);
    }
    count("import with no end within " + LONGEST.toMinutes() + " minutes");
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private void logIn(Path logins) throws Exception {
    for (String line : Files.readAllLines(logins)) {
      String[] words = line.strip().split("\\s+");
      if (words[0].equals("paralegal")) {
        post(
            "/session",
            "application/json",
            BodyPublishers.ofString(
                "{\"login\":\"" + words[0] + "\",\"password\":\"" + words[1] + "\"}"));
        return;
      }
    }
    throw new IOException("no paralegal in " + logins);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
        .timeout(LONGEST)
        .header("X-Requested-With", "load");
  }

  private HttpResponse<String> post(String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return http.send(
        request(path).header("Content-Type", type).POST(body).build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String id(HttpResponse<String> made) throws IOException {
    if (made.statusCode() != 201) {
      throw new IOException(made.statusCode() + " " + made.body());
    }
    return field(made.body(), "id");
  }

  private static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    return found.find() ? found.group(1) : "?";
  }
}
