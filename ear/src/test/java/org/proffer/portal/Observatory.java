package org.proffer.portal;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Grades the headers of one answer as the HTTP Observatory does, in our reading of its rules: from
 * 100 points, what is missing subtracts, and from 90 on what is better than needed adds. A+ is 100
 * and more.
 *
 * <p>The original grades a site by its first page; here every answer is graded as if it were that
 * page. What it asks of redirects from HTTP and of scripts from other hosts does not arise: the
 * portal answers other machines by TLS alone, and no page names another host.
 */
final class Observatory {
  private static final Set<String> CAREFUL_REFERRERS =
      Set.of("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin");
  private static final long SIX_MONTHS = 15_768_000;

  private Observatory() {}

  /** The points, by what they are for. */
  static Map<String, Integer> points(HttpHeaders answer) {
    Map<String, Integer> points = new LinkedHashMap<>();
    Map<String, List<String>> policy = policy(answer);
    points.put("content-security-policy", ofPolicy(policy, answer));
    points.put(
        "strict-transport-security", ofTransport(first(answer, "Strict-Transport-Security")));
    points.put(
        "x-content-type-options",
        first(answer, "X-Content-Type-Options").equals("nosniff") ? 0 : -5);
    points.put("framing", ofFraming(policy, first(answer, "X-Frame-Options")));
    points.put(
        "referrer-policy", CAREFUL_REFERRERS.contains(first(answer, "Referrer-Policy")) ? 5 : 0);
    points.put(
        "cross-origin-resource-policy",
        Set.of("same-origin", "same-site").contains(first(answer, "Cross-Origin-Resource-Policy"))
            ? 10
            : 0);
    points.put(
        "cross-origin-resource-sharing",
        first(answer, "Access-Control-Allow-Origin").isEmpty() ? 0 : -50);
    points.put("cookies", ofCookies(answer.allValues("Set-Cookie")));
    return points;
  }

  /** The score: what adds counts from 90 points on. */
  static int score(Map<String, Integer> points) {
    int without = 100 + points.values().stream().filter(p -> p < 0).mapToInt(p -> p).sum();
    int with = points.values().stream().filter(p -> p > 0).mapToInt(p -> p).sum();
    return without >= 90 ? without + with : without;
  }

  private static String first(HttpHeaders answer, String name) {
    return answer.firstValue(name).orElse("").toLowerCase(Locale.ROOT).strip();
  }

  private static Map<String, List<String>> policy(HttpHeaders answer) {
    return Arrays.stream(first(answer, "Content-Security-Policy").split(";"))
        .map(String::strip)
        .filter(directive -> !directive.isEmpty())
        .map(directive -> List.of(directive.split("\\s+")))
        .collect(
            Collectors.toMap(d -> d.get(0), d -> d.subList(1, d.size()), (first, second) -> first));
  }

  private static int ofPolicy(Map<String, List<String>> policy, HttpHeaders answer) {
    if (policy.isEmpty() || answer.allValues("Content-Security-Policy").size() != 1) {
      return -25;
    }
    List<String> otherwise = policy.getOrDefault("default-src", List.of("*"));
    List<String> scripts = policy.getOrDefault("script-src", otherwise);
    boolean nonce = scripts.stream().anyMatch(source -> source.startsWith("'nonce-"));
    if (scripts.contains("'unsafe-eval'")
        || scripts.contains("*")
        || scripts.contains("data:")
        || (scripts.contains("'unsafe-inline'") && !nonce)
        || policy.getOrDefault("object-src", otherwise).contains("*")) {
      return -20;
    }
    if (policy.getOrDefault("style-src", otherwise).contains("'unsafe-inline'")) {
      return 0;
    }
    return otherwise.equals(List.of("'none'")) ? 10 : 5;
  }

  private static int ofTransport(String value) {
    if (!value.matches("max-age=\\d{1,12}(;.*)?")) {
      return -20;
    }
    long seconds = Long.parseLong(value.replaceAll("max-age=(\\d+).*", "$1"));
    return seconds >= SIX_MONTHS ? 0 : -10;
  }

  private static int ofFraming(Map<String, List<String>> policy, String value) {
    List<String> ancestors = policy.getOrDefault("frame-ancestors", List.of("*"));
    if (ancestors.equals(List.of("'none'")) || ancestors.equals(List.of("'self'"))) {
      return 5;
    }
    return Set.of("deny", "sameorigin").contains(value) ? 0 : -20;
  }

  private static int ofCookies(List<String> cookies) {
    if (cookies.isEmpty()) {
      return 0;
    }
    List<String> low = cookies.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
    if (!low.stream().allMatch(c -> c.contains("; secure") || c.endsWith(";secure"))) {
      return -40;
    }
    if (!low.stream().allMatch(c -> c.contains("httponly"))) {
      return -30;
    }
    return low.stream().allMatch(c -> c.contains("samesite=")) ? 5 : 0;
  }
}
