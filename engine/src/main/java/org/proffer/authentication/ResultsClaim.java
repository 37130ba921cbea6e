package org.proffer.authentication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an Authentication-Results field says (RFC 8601), which is a claim of whoever wrote it.
 *
 * @param authservId who claims it, in lower case; empty if the field cannot be read
 * @param trusted whether the caller named that server as trusted
 * @param claims the results in order; none if the field says {@code none} or cannot be read
 * @param field where the field stands
 */
public record ResultsClaim(
    String authservId, boolean trusted, List<Claim> claims, FieldSpan field) {
  private static final Pattern METHOD =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9_-]*)(?:\\s*/\\s*[0-9]+)?\\s*=\\s*([A-Za-z]+)(.*)", Pattern.DOTALL);
  private static final Pattern PROPERTY =
      Pattern.compile("([A-Za-z][A-Za-z0-9._-]{0,99})\\s{0,99}=\\s{0,99}(\"[^\"]*\"|[^\\s\"]+)");

  public ResultsClaim {
    claims = List.copyOf(claims);
  }

  /**
   * One claimed result.
   *
   * @param method for example {@code spf}, in lower case
   * @param result for example {@code pass}, in lower case
   * @param properties values by {@code ptype.property}, and the {@code reason} if one is given
   */
  public record Claim(String method, String result, Map<String, String> properties) {
    public Claim {
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
  }

  static ResultsClaim read(RawField field, List<String> trustedServers) {
    List<String> statements = statements(field.value());
    String head = statements.get(0).strip();
    String server = unquoted(head.split("\\s+", 2)[0]).toLowerCase(Locale.ROOT);
    boolean plausible = !server.isEmpty() && server.indexOf('=') < 0;
    List<Claim> claims = new ArrayList<>();
    if (plausible) {
      for (String statement : statements.subList(1, statements.size())) {
        claim(statement.strip()).ifPresent(claims::add);
      }
    }
    boolean trusted = plausible && trustedServers.stream().anyMatch(server::equalsIgnoreCase);
    return new ResultsClaim(plausible ? server : "", trusted, claims, field.span());
  }

  private static Optional<Claim> claim(String statement) {
    Matcher method = METHOD.matcher(statement);
    if (!method.matches()) {
      return Optional.empty();
    }
    Map<String, String> properties = new LinkedHashMap<>();
    Matcher property = PROPERTY.matcher(method.group(3));
    while (property.find()) {
      properties.putIfAbsent(
          property.group(1).toLowerCase(Locale.ROOT), unquoted(property.group(2)));
    }
    return Optional.of(
        new Claim(
            method.group(1).toLowerCase(Locale.ROOT),
            method.group(2).toLowerCase(Locale.ROOT),
            properties));
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** Splits at semicolons outside quotes and leaves out comments, which may be nested. */
  private static List<String> statements(String value) {
    List<String> statements = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && (quoted || depth > 0) && i + 1 < value.length()) {
        i++;
        if (depth == 0) {
          current.append(value.charAt(i));
        }
      } else if (c == '"' && depth == 0) {
        quoted = !quoted;
        current.append(c);
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && depth > 0) {
        depth--;
        current.append(' ');
      } else if (!quoted && depth == 0 && c == ';') {
        statements.add(current.toString());
        current.setLength(0);
      } else if (depth == 0) {
        current.append(c);
      }
    }
    statements.add(current.toString());
    return statements;
  }
}
