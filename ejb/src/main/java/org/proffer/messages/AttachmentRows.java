package org.proffer.messages;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was found in attachments, in the database. */
final class AttachmentRows {
  private AttachmentRows() {}

  /** Writes what was found in the attachments of messages that are new. */
  static void insert(Connection connection, List<StoredMessage> messages) throws SQLException {
    if (messages.stream().allMatch(message -> message.opened.isEmpty())) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into proffer.attachment_opening (message_id, section, tool, members, problems)"
                + " values (?, ?, ?, ?::jsonb, ?::jsonb)")) {
      for (StoredMessage message : messages) {
        for (OpenedAttachment opened : message.opened) {
          insert.setObject(1, message.id);
          insert.setString(2, opened.section());
          insert.setString(3, opened.tool());
          insert.setString(4, members(opened));
          insert.setString(5, problems(opened));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /** Puts what was found in the place of what had been found before. */
  static void replace(Connection connection, UUID message, List<OpenedAttachment> opened)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from proffer.attachment_opening where message_id = ?")) {
      delete.setObject(1, message);
      delete.executeUpdate();
    }
    StoredMessage row = new StoredMessage(message);
    row.opened = opened;
    insert(connection, List.of(row));
  }

  /** What was found in the attachments of a message, by section. */
  static Map<String, OpenedAttachment> of(Connection connection, UUID message) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select section, tool, members::text, problems::text from proffer.attachment_opening"
                + " where message_id = ? order by section")) {
      query.setObject(1, message);
      Map<String, OpenedAttachment> found = new LinkedHashMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.put(
              rows.getString(1),
              new OpenedAttachment(
                  rows.getString(1),
                  rows.getString(2),
                  objects(rows.getString(3)).stream().map(AttachmentRows::member).toList(),
                  objects(rows.getString(4)).stream().map(AttachmentRows::problem).toList()));
        }
      }
      return found;
    }
  }

  private static String members(OpenedAttachment opened) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (AttachmentMember member : opened.members()) {
      array.add(
          Json.createObjectBuilder()
              .add("path", member.path())
              .add("kind", member.kind())
              .add("length", member.length())
              .add("sha256", member.sha256()));
    }
    return array.build().toString();
  }

  private static String problems(OpenedAttachment opened) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (ImportProblemView problem : opened.problems()) {
      array.add(
          Json.createObjectBuilder()
              .add("path", problem.path())
              .add("code", problem.kind())
              .add("detail", problem.detail()));
    }
    return array.build().toString();
  }

  private static List<Placed> objects(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      List<JsonObject> all = reader.readArray().getValuesAs(JsonObject.class);
      return java.util.stream.IntStream.range(0, all.size())
          .mapToObj(i -> new Placed(i, all.get(i)))
          .toList();
    }
  }

  /** An object and its place in the list. */
  private record Placed(int position, JsonObject json) {}

  private static AttachmentMember member(Placed one) {
    return new AttachmentMember(
        one.position(),
        one.json().getString("path"),
        one.json().getString("kind"),
        one.json().getJsonNumber("length").longValue(),
        one.json().getString("sha256"));
  }

  private static ImportProblemView problem(Placed one) {
    return new ImportProblemView(
        one.json().getString("path"), one.json().getString("code"), one.json().getString("detail"));
  }
}
