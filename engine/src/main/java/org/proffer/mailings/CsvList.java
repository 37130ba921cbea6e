package org.proffer.mailings;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Reads one list, a row at a time. */
final class CsvList {
  private static final int HEAD = 1 << 16;
  private static final String SEPARATORS = ",;\t|";

  private final ListKind kind;
  private final ListSource source;
  private final Problems problems;

  /** Takes a row; what it throws as {@link Unreadable} is the problem of the row. */
  interface Rows {
    void take(Row row);
  }

  /** A row, reused for the next. */
  static final class Row {
    private final int[] positions;
    private CsvRecord record;
    private int column;

    private Row(int[] positions, CsvRecord first) {
      this.positions = positions.clone();
      this.record = first;
    }

    long line() {
      return record.getStartingLineNumber();
    }

    /** What stands in a column of the list, without white space around; empty if nothing does. */
    String text(int index) {
      column = index;
      int position = positions[index];
      return position < 0 || position >= record.getFieldCount()
          ? ""
          : record.getField(position).strip();
    }

    /** An electronic mail address, in lower case. */
    String address() {
      String text = text(0);
      int at = text.lastIndexOf('@');
      if (at < 1 || at == text.length() - 1 || text.indexOf(' ') >= 0 || text.indexOf('<') >= 0) {
        throw new Unreadable(
            text.isEmpty() ? "it is empty" : "“" + text + "” is no electronic mail address",
            "Write the address alone, as name@example.org.");
      }
      return text.toLowerCase(Locale.ROOT);
    }

    /** Yes or no. */
    boolean yes(int index, boolean ifEmpty) {
      String text = text(index).toLowerCase(Locale.ROOT);
      return switch (text) {
        case "" -> ifEmpty;
        case "yes", "true", "1", "y", "t" -> true;
        case "no", "false", "0", "n", "f" -> false;
        default -> throw new Unreadable("“" + text + "” is neither yes nor no", "Write yes or no.");
      };
    }
  }

  CsvList(ListKind kind, ListSource source, Problems problems) {
    this.kind = kind;
    this.source = source;
    this.problems = problems;
  }

  /** The headings of a file. */
  static List<String> header(ListKind kind, ListSource source) throws IOException {
    try (InputStream in = source.open();
        CsvReader<CsvRecord> reader = reader(in)) {
      return header(kind, reader.iterator());
    } catch (CsvParseException e) {
      throw refused(kind, 1, e);
    }
  }

  /** Every row; gives how many there are. */
  long read(Rows rows) throws IOException {
    try (InputStream in = source.open();
        CsvReader<CsvRecord> reader = reader(in)) {
      Iterator<CsvRecord> all = reader.iterator();
      List<String> header = header(kind, all);
      int[] positions = source.mapping().positions(kind, header);
      long count = 0;
      long line = 1;
      try {
        if (!all.hasNext()) {
          return 0;
        }
        CsvRecord first = all.next();
        Row row = new Row(positions, first);
        for (CsvRecord next = first; ; next = all.next()) {
          row.record = next;
          line = row.line();
          count++;
          take(rows, row);
          if (!all.hasNext()) {
            return count;
          }
        }
      } catch (CsvParseException e) {
        throw refused(kind, line + 1, e);
      }
    }
  }

  private void take(Rows rows, Row row) {
    try {
      rows.take(row);
    } catch (Unreadable e) {
      problems.add(
          new RowProblem(
              kind, row.line(), kind.columns().get(row.column).label(), e.what(), e.next()));
    }
  }

  private static ListRefused refused(ListKind kind, long line, CsvParseException e) {
    ListRefused refused =
        new ListRefused(
            kind,
            line,
            "it is no CSV from there on: " + e.getMessage(),
            "Look for a quotation mark that is not closed.");
    refused.initCause(e);
    return refused;
  }

  private static List<String> header(ListKind kind, Iterator<CsvRecord> all) {
    if (!all.hasNext()) {
      throw new ListRefused(
          kind, 1, "it is empty", "Send a CSV file whose first line names its columns.");
    }
    return all.next().getFields().stream().map(String::strip).toList();
  }

  private static CsvReader<CsvRecord> reader(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, HEAD);
    return CsvReader.builder()
        .fieldSeparator(separator(buffered))
        .detectBomHeader(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(buffered, StandardCharsets.UTF_8);
  }

  /** What stands most often in the first line, of what separates columns. */
  private static char separator(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD - 1);
    in.reset();
    String text = new String(head, StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    char[] candidates = SEPARATORS.toCharArray();
    char best = ',';
    long most = 0;
    for (char candidate : candidates) {
      long found = first.chars().filter(c -> c == candidate).count();
      if (found > most) {
        most = found;
        best = candidate;
      }
    }
    return best;
  }
}
