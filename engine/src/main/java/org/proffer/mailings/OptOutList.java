package org.proffer.mailings;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The requests of an opt-out log, a row at a time. */
public final class OptOutList {
  private OptOutList() {}

  /**
   * A request.
   *
   * @param line in the file, from 1
   * @param address in lower case
   * @param kinds the kinds declined, with semicolons between them; empty for all
   * @param madeTo empty where nobody was named
   */
  public record Request(
      long line, String address, Instant receivedAt, String kinds, String madeTo, String channel) {}

  /** Takes requests in the order of the file; gives why one cannot be used, empty if it can. */
  @FunctionalInterface
  public interface Sink {
    String take(Request request);
  }

  /**
   * What came of a list.
   *
   * @param rows all of them
   * @param notRead rows that could not be used
   * @param problems the first of these
   */
  public record Read(long rows, long notRead, List<RowProblem> problems) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a log.
   *
   * @param timesWithoutOffset the zone of times that name none
   * @throws ListRefused if it cannot be read as a whole
   */
  public static Read of(ListSource source, ZoneId timesWithoutOffset, Sink sink)
      throws IOException {
    TimeText times = new TimeText(timesWithoutOffset);
    Problems problems = new Problems();
    long rows =
        new CsvList(ListKind.OPT_OUTS, source, problems)
            .read(
                row -> {
                  String address = row.address();
                  String channel = row.text(4);
                  String madeTo = row.text(3);
                  String kinds = row.text(2).equalsIgnoreCase("all") ? "" : row.text(2);
                  Instant at = Instant.ofEpochMilli(times.millis(row.text(1), true));
                  String refused =
                      sink.take(new Request(row.line(), address, at, kinds, madeTo, channel));
                  if (!refused.isEmpty()) {
                    throw new Unreadable(refused, "Correct the row and give the list again.");
                  }
                });
    return new Read(rows, problems.count(ListKind.OPT_OUTS), problems.kept());
  }
}
