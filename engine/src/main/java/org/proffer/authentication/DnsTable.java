package org.proffer.authentication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the table described at {@link DnsSnapshot#read}. */
final class DnsTable {
  private static final int COLUMNS = 7;

  private record Key(
      Instant first, Instant last, String source, DnsLookup lookup, DnsStatus status) {}

  private DnsTable() {}

  static List<DnsAnswer> read(Reader table) throws IOException {
    Map<Key, List<String>> rows = new LinkedHashMap<>();
    BufferedReader lines = new BufferedReader(table);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          row(line, rows);
        } catch (IllegalArgumentException | DateTimeException e) {
          throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
      }
    }
    List<DnsAnswer> answers = new ArrayList<>();
    rows.forEach(
        (key, values) ->
            answers.add(
                new DnsAnswer(
                    key.lookup(), key.status(), values, key.first(), key.last(), key.source())));
    return answers;
  }

  private static void row(String line, Map<Key, List<String>> rows) {
    String[] columns = line.split("\t", COLUMNS);
    if (columns.length < COLUMNS - 1) {
      throw new IllegalArgumentException(columns.length + " columns");
    }
    Instant first = Instant.parse(columns[0]);
    Instant last = columns[1].isEmpty() ? first : Instant.parse(columns[1]);
    DnsType type = DnsType.valueOf(columns[4].toUpperCase(Locale.ROOT));
    DnsStatus status = DnsStatus.valueOf(columns[5].toUpperCase(Locale.ROOT).replace('-', '_'));
    String data = columns.length < COLUMNS ? "" : columns[6].strip();
    if ((status == DnsStatus.DATA) == data.isEmpty()) {
      throw new IllegalArgumentException(
          status + (data.isEmpty() ? " without" : " with") + " data");
    }
    Key key = new Key(first, last, columns[2], new DnsLookup(name(columns[3]), type), status);
    List<String> values = rows.computeIfAbsent(key, k -> new ArrayList<>());
    if (status == DnsStatus.DATA) {
      values.add(value(type, data));
    }
  }

  private static String name(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("no name");
    }
    return name.strip();
  }

  private static String value(DnsType type, String data) {
    return switch (type) {
      case TXT -> text(data);
      case MX -> {
        if (!data.matches("\\d{1,5}\\s+\\S+")) {
          throw new IllegalArgumentException("not an MX record: " + data);
        }
        yield data.replaceAll("\\s+", " ");
      }
      case A, AAAA -> {
        if (IpAddress.parse(data).filter(ip -> ip.isV4() == (type == DnsType.A)).isEmpty()) {
          throw new IllegalArgumentException("not an address: " + data);
        }
        yield data;
      }
      case PTR, CNAME -> data;
    };
  }

  /** Joins the character strings of RFC 1035 section 5.1: quoted or bare, with \X and \DDD. */
  private static String text(String data) {
    StringBuilder joined = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && isDecimal(data, i + 1)) {
        joined.append((char) Integer.parseInt(data.substring(i + 1, i + 4)));
        i += 3;
      } else if (c == '\\' && i + 1 < data.length()) {
        joined.append(data.charAt(++i));
      } else if (quoted || !Character.isWhitespace(c)) {
        joined.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quoted string without an end");
    }
    return joined.toString();
  }

  private static boolean isDecimal(String data, int at) {
    return at + 3 <= data.length()
        && data.substring(at, at + 3).matches("[01][0-9][0-9]|2[0-4][0-9]|25[0-5]");
  }
}
