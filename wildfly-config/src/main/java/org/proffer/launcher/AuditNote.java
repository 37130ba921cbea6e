package org.proffer.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** An entry of the audit log about the portal as a whole, which the portal gives its place. */
final class AuditNote {
  private AuditNote() {}

  /** Writes an entry. */
  static void write(Connection superuser, String action, String outcome, String detail)
      throws SQLException {
    try (PreparedStatement insert =
        superuser.prepareStatement(
            "insert into proffer.audit_entry (at, actor, action, object_type, object_id, outcome, detail)"
                + " values (clock_timestamp(), 'system', ?, 'portal', 'backup', ?, ?)")) {
      insert.setString(1, action);
      insert.setString(2, outcome);
      insert.setString(3, detail);
      insert.executeUpdate();
    }
  }
}
