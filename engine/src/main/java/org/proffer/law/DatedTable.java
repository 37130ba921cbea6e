package org.proffer.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of law that changes with time: semicolons, a header line, and the columns {@code id},
 * {@code from}, {@code until}, {@code citation} and {@code confirmed} among others. {@code from} is
 * the first day, included; {@code until} the first day on which the row no longer holds, empty
 * while it holds. One id may have several rows, one a period. A table that tells what is known from
 * what is yet to be confirmed has the column {@code certainty} (a name of {@link Certainty}) in
 * place of {@code confirmed}.
 */
public final class DatedTable {
  private static final List<String> REQUIRED = List.of("id", "from", "until", "citation");

  private final String name;
  private final List<Row> rows;
  private final Map<String, List<Row>> byId = new LinkedHashMap<>();

  private DatedTable(String name, List<Row> rows) {
    this.name = name;
    this.rows = List.copyOf(rows);
    for (Row row : rows) {
      byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
    }
    byId.replaceAll((id, same) -> List.copyOf(same));
  }

  /**
   * One row.
   *
   * @param id what the row is about
   * @param from first day, included
   * @param until first day on which it no longer holds; null while it holds
   * @param citation source of law
   * @param certainty how sure the row is
   * @param cells every cell by the name of its column
   */
  public record Row(
      String id,
      LocalDate from,
      @Nullable LocalDate until,
      String citation,
      Certainty certainty,
      Map<String, String> cells) {
    public Row {
      cells = Map.copyOf(cells);
      if (until != null && !until.isAfter(from)) {
        throw new IllegalArgumentException(id + ": until " + until + " is not after " + from);
      }
    }

    /** Whether the row was confirmed in a source. */
    public boolean confirmed() {
      return certainty == Certainty.VERIFIED;
    }

    /** Whether the row holds on that day. */
    public boolean on(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /**
     * The text of a column.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public String cell(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalArgumentException(id + " has no column " + column);
      }
      return cell;
    }
  }

  /**
   * Reads the table that lies beside a class.
   *
   * @throws IllegalArgumentException if a line has another number of cells than the header, or a
   *     required column is missing
   */
  public static DatedTable read(Class<?> beside, String name) {
    InputStream found = beside.getResourceAsStream(name);
    if (found == null) {
      throw new IllegalArgumentException("no table " + name + " beside " + beside.getName());
    }
    try (InputStream in = found;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parse(name, reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #read}, from lines. */
  public static DatedTable parse(String name, List<String> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty");
    }
    List<String> columns = List.of(lines.get(0).split(";", -1));
    if (!columns.containsAll(REQUIRED)
        || columns.contains("confirmed") == columns.contains("certainty")) {
      throw new IllegalArgumentException(
          name + " lacks one of the columns " + REQUIRED + ", or either confirmed or certainty");
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(";", -1);
      if (cells.length != columns.size()) {
        throw new IllegalArgumentException(
            name + " line " + (i + 1) + ": " + cells.length + " cells, not " + columns.size());
      }
      Map<String, String> named = new LinkedHashMap<>();
      for (int c = 0; c < cells.length; c++) {
        named.put(columns.get(c), cells[c].strip());
      }
      rows.add(row(name + " line " + (i + 1), named));
    }
    return new DatedTable(name, rows);
  }

  private static Row row(String where, Map<String, String> cells) {
    String id = cells.getOrDefault("id", "");
    String until = cells.getOrDefault("until", "");
    if (id.isEmpty()) {
      throw new IllegalArgumentException(where + ": id is not filled in");
    }
    return new Row(
        id,
        LocalDate.parse(cells.getOrDefault("from", "")),
        until.isEmpty() ? null : LocalDate.parse(until),
        cells.getOrDefault("citation", ""),
        certainty(where, cells),
        cells);
  }

  private static Certainty certainty(String where, Map<String, String> cells) {
    String named = cells.get("certainty");
    if (named != null) {
      return Certainty.valueOf(named);
    }
    return switch (cells.getOrDefault("confirmed", "")) {
      case "true" -> Certainty.VERIFIED;
      case "false" -> Certainty.TO_BE_CONFIRMED;
      default -> throw new IllegalArgumentException(where + ": confirmed is not filled in");
    };
  }

  /** All rows in their order. */
  public List<Row> rows() {
    return rows;
  }

  /** The ids in the order of their first row. */
  public Set<String> ids() {
    return Collections.unmodifiableSet(byId.keySet());
  }

  /** The rows of one id; empty if the table does not know it. */
  public List<Row> rows(String id) {
    return byId.getOrDefault(id, List.of());
  }

  /** The row of an id on a day, if one holds then. */
  public Optional<Row> find(String id, LocalDate day) {
    for (Row row : rows(id)) {
      if (row.on(day)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /**
   * The row of an id on a day.
   *
   * @throws IllegalArgumentException if none holds then: a date outside the rows is an error, not a
   *     default
   */
  public Row at(String id, LocalDate day) {
    return find(id, day)
        .orElseThrow(() -> new IllegalArgumentException(name + " has no row " + id + " on " + day));
  }
}
