package org.proffer.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadVerifier;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.LogReading;
import org.proffer.ledger.LoggedCustody;
import org.proffer.ledger.TreeHash;

/**
 * Makes the custody log of a database anew from its events and compares it with its signed heads.
 */
final class CustodyCheck {
  private static final String ORIGIN = "proffer/custody";
  private static final String EVENTS =
      """
      select place, hash, item_id, sequence, kind, at, by_login, to_login, location, authority, result,
             detail, sha256_before, sha256, cast(to_jsonb(e) ->> 'happened_at' as timestamptz)
      from proffer.custody_event e where place is not null order by place""";

  private CustodyCheck() {}

  /**
   * Reads the log.
   *
   * @param ledger folder with the heads; none are there where no custody was ever recorded
   * @throws CannotStart if an event, a place or a root is not what was signed
   */
  static void read(Path ledger, Connection connection) throws IOException, SQLException {
    LogReading reading = new LogReading(heads(ledger));
    connection.setAutoCommit(false); // rows come in portions only inside a transaction
    try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
      select.setFetchSize(2_000);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reading.take(row.getLong(1), TreeHash.of(row.getBytes(2)), event(row).hash(), false);
        }
      }
    }
    reading.end();
    connection.rollback();
    connection.setAutoCommit(true);
    if (reading.wrong().isPresent()) {
      throw new CannotStart(
          "The custody log is not the one that was signed: " + reading.wrong().get());
    }
  }

  private static List<Head> heads(Path ledger) throws IOException {
    if (!Files.exists(ledger.resolve("custody.heads"))) {
      return List.of();
    }
    HeadVerifier verifier =
        new HeadVerifier(ORIGIN, HeadsFile.readKey(ledger.resolve("custody.pub")));
    return HeadsFile.read(ledger.resolve("custody.heads"), verifier).stream()
        .flatMap(note -> verifier.verify(note).stream())
        .toList();
  }

  /** A backup may be of before there was the column. */
  private static @Nullable Instant happened(ResultSet row) throws SQLException {
    OffsetDateTime said = row.getObject(15, OffsetDateTime.class);
    return said == null ? null : said.toInstant();
  }

  private static LoggedCustody event(ResultSet row) throws SQLException {
    return new LoggedCustody(
        row.getObject(3, UUID.class),
        row.getInt(4),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        happened(row),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getString(14));
  }
}
