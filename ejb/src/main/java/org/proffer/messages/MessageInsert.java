package org.proffer.messages;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * Writes many messages with one statement: one array a column, unfolded by the database. Row-level
 * security forbids COPY into the table itself.
 */
final class MessageInsert {
  /**
   * A column of the table.
   *
   * @param name in the table
   * @param type of the elements of its array
   * @param taken how the element becomes the value; {@code $} stands for the element
   * @param value the element of a message
   */
  record Column(
      String name, String type, String taken, Function<StoredMessage, @Nullable Object> value) {}

  /** All columns that are written when a message comes in. */
  static final List<Column> COLUMNS =
      List.of(
          column("id", "uuid", m -> m.id),
          column("case_id", "uuid", m -> m.caseId),
          column("item_id", "uuid", m -> m.itemId),
          column("number", "int8", m -> m.number),
          column("member", "int4", m -> m.member),
          column("path", "text", m -> m.path),
          column("object_sha256", "text", m -> m.objectSha256),
          column("object_offset", "int8", m -> m.objectOffset),
          column("byte_offset", "int8", m -> m.byteOffset),
          column("length", "int8", m -> m.length),
          column("sha256", "text", m -> m.sha256),
          column("outcome", "text", m -> m.outcome.name()),
          column("quarantine", "text", m -> m.quarantine),
          // The date of a message has no fractions of a second.
          new Column(
              "sent_at",
              "int8",
              "to_timestamp($)",
              m -> m.sentAt == null ? null : m.sentAt.getEpochSecond()),
          column("from_name", "text", m -> m.fromName),
          column("from_address", "text", m -> m.fromAddress),
          column("subject", "text", m -> m.subject),
          column("message_id", "text", m -> m.messageId),
          column("purpose", "text", m -> m.purpose.name()),
          new Column("law_as_of", "text", "$::date", m -> m.lawAsOf.toString()),
          column("rule_version", "text", m -> m.ruleVersion),
          column("verdict", "text", m -> m.verdict.name()),
          codes("violated", m -> m.violated),
          codes("undetermined", m -> m.undetermined),
          codes("met", m -> m.met),
          codes("defects", m -> m.defects),
          column("methods", "int4", m -> m.methods),
          column("network", "text", m -> m.network),
          column("campaign", "text", m -> m.campaign),
          // Nor has a Received line.
          new Column(
              "received_at",
              "int8",
              "to_timestamp($)",
              m -> m.receivedAt == null ? null : m.receivedAt.getEpochSecond()),
          new Column("assessment", "text", "$::jsonb", m -> m.unpackedAssessment),
          column("packed_assessment", "bytea", m -> m.packedAssessment),
          new Column("search", "text", searched(), m -> m.searchText),
          column("content_sha256", "bytea", m -> bytes(m.contentSha256)),
          column("mih", "bytea", m -> bytes(m.mih)));

  private static final String STATEMENT =
      "insert into proffer.message ("
          + COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "))
          + ") select "
          + COLUMNS.stream()
              .map(c -> c.taken().replace("$", "a." + c.name()))
              .collect(Collectors.joining(", "))
          + " from unnest("
          + COLUMNS.stream().map(c -> "?::" + c.type() + "[]").collect(Collectors.joining(", "))
          + ") as a ("
          + COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "))
          + ")";

  private MessageInsert() {}

  private static Column column(
      String name, String type, Function<StoredMessage, @Nullable Object> value) {
    return new Column(name, type, "$", value);
  }

  private static byte @Nullable [] bytes(@Nullable String hexadecimal) {
    return hexadecimal == null ? null : HexFormat.of().parseHex(hexadecimal);
  }

  /**
   * Arrays by which the driver sends text, numbers and bytes as they are; an array of objects it
   * would write out as one text, each quotation mark escaped, for the database to read again.
   */
  private static IntFunction<@Nullable Object[]> arrays(String type) {
    return switch (type) {
      case "text" -> String[]::new;
      case "int4" -> Integer[]::new;
      case "int8" -> Long[]::new;
      case "bytea" -> byte[][]::new;
      default -> Object[]::new;
    };
  }

  /** How text becomes what is searched, as the entity says it. */
  private static String searched() {
    try {
      return StoredMessage.class
          .getDeclaredField("searchText")
          .getAnnotation(ColumnTransformer.class)
          .write()
          .replace("?", "$");
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A column of codes, which hold no spaces. */
  private static Column codes(String name, Function<StoredMessage, String[]> value) {
    return new Column(
        name, "text", "string_to_array($, ' ')", m -> String.join(" ", value.apply(m)));
  }

  static void all(Connection connection, List<StoredMessage> messages) throws SQLException {
    if (messages.isEmpty()) {
      return;
    }
    List<Array> arrays = new ArrayList<>();
    try (PreparedStatement insert = connection.prepareStatement(STATEMENT)) {
      for (Column column : COLUMNS) {
        Array array =
            connection.createArrayOf(
                column.type(),
                messages.stream().map(column.value()).toArray(arrays(column.type())));
        arrays.add(array);
        insert.setArray(arrays.size(), array);
      }
      insert.executeUpdate();
    } finally {
      for (Array array : arrays) {
        array.free();
      }
    }
  }
}
