package org.proffer.messages;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.proffer.mail.ParsedMessage;

/** The parts of an item in the database. */
final class ImportParts {
  private static final int TAKEN_AT_ONCE = 200;

  private ImportParts() {}

  static void insert(Connection connection, UUID itemId, List<ImportPart> parts)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into proffer.import_part (item_id, position, member, byte_offset, first_number, entries, messages, bytes)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
      for (ImportPart part : parts) {
        insert.setObject(1, itemId);
        insert.setInt(2, part.position());
        insert.setInt(3, part.member());
        insert.setLong(4, part.offset());
        insert.setLong(5, part.firstNumber());
        insert.setInt(6, part.entries());
        insert.setInt(7, part.messages());
        insert.setLong(8, part.bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static List<ImportPart> open(Connection connection, UUID itemId, int from) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select position, member, byte_offset, first_number, entries, messages, bytes from proffer.import_part"
                + " where item_id = ? and position >= ? and done_at is null order by position limit "
                + TAKEN_AT_ONCE)) {
      query.setObject(1, itemId);
      query.setInt(2, from);
      List<ImportPart> parts = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          parts.add(
              new ImportPart(
                  rows.getInt(1),
                  rows.getInt(2),
                  rows.getLong(3),
                  rows.getLong(4),
                  rows.getInt(5),
                  rows.getInt(6),
                  rows.getLong(7)));
        }
      }
      return parts;
    }
  }

  /** Marks a part done in this transaction; false if it was done before. */
  static boolean claim(Connection connection, UUID itemId, ImportPart part) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update proffer.import_part set done_at = now()"
                + " where item_id = ? and position = ? and done_at is null")) {
      update.setObject(1, itemId);
      update.setInt(2, part.position());
      return update.executeUpdate() == 1;
    }
  }

  /** Adds what was stored to the counts of an import that is being read; false if it is not. */
  static boolean count(
      Connection connection,
      ImportId id,
      ImportPart part,
      List<StoredMessage> messages,
      int problems)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update proffer.import_run set parsed = parsed + ?, with_defects = with_defects + ?, quarantined = quarantined + ?,"
                + " problems = problems + ?, done_bytes = done_bytes + ?, trouble = null, version = version + 1"
                + " where id = ? and state = 'READING'")) {
      update.setLong(1, ended(messages, ParsedMessage.Outcome.PARSED));
      update.setLong(2, ended(messages, ParsedMessage.Outcome.PARSED_WITH_DEFECTS));
      update.setLong(3, ended(messages, ParsedMessage.Outcome.QUARANTINED));
      update.setInt(4, problems);
      update.setLong(5, part.bytes());
      update.setObject(6, id.value());
      return update.executeUpdate() == 1;
    }
  }

  private static long ended(List<StoredMessage> messages, ParsedMessage.Outcome outcome) {
    return messages.stream().filter(message -> message.outcome == outcome).count();
  }
}
