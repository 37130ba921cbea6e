package org.proffer.mailings;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.proffer.law.canspam.recorded.Consent;

/** The consents of some addresses, as a list of consents has them. */
public final class ConsentList {
  private ConsentList() {}

  /**
   * Reads a list; rows that cannot be used are left out, the audit of the same list names them.
   *
   * @param timesWithoutOffset the zone of times that name none
   * @param sender to whom a consent was given where the row does not say
   * @param addresses in lower case; of others nothing is kept
   * @return by address
   * @throws ListRefused if it cannot be read as a whole
   */
  public static Map<String, List<Consent>> of(
      ListSource source, ZoneId timesWithoutOffset, String sender, Set<String> addresses)
      throws IOException {
    TimeText times = new TimeText(timesWithoutOffset);
    Map<String, List<Consent>> all = new HashMap<>();
    new CsvList(ListKind.CONSENTS, source, new Problems())
        .read(
            row -> {
              String address = row.address();
              if (addresses.contains(address)) {
                all.computeIfAbsent(address, same -> new ArrayList<>())
                    .add(consent(row, address, times, sender));
              }
            });
    return all;
  }

  private static Consent consent(CsvList.Row row, String address, TimeText times, String sender) {
    String to = row.text(2);
    String withdrawn = row.text(5);
    return new Consent(
        address,
        to.isEmpty() ? sender : to,
        Instant.ofEpochMilli(times.millis(row.text(1), false)),
        row.yes(3, false),
        row.yes(4, false),
        withdrawn.isEmpty() ? null : Instant.ofEpochMilli(times.millis(withdrawn, false)),
        row.text(6),
        row.text(7),
        "list of consents, line " + row.line());
  }
}
