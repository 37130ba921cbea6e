package org.proffer.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Whether restored data is whole: each vault object, each table, each reference into the vault. */
final class RestoredData {
  /** Every place of the database that names an object of the vault. */
  private static final String NAMED_OBJECTS =
      """
      select sha256 from proffer.evidence_item where sha256 is not null and destroyed_at is null
      union select d.sha256 from proffer.derivative d join proffer.evidence_item e on e.id = d.item_id
            where e.destroyed_at is null
      union select p.sha256 from proffer.item_photo p join proffer.evidence_item e on e.id = p.item_id
            where e.destroyed_at is null
      union select object_sha256 from proffer.message
      union select sha256 from proffer.document
      union select sha256 from proffer.document_version
      union select sha256 from proffer.bundle
      union select sha256 from proffer.template_check
      union select sha256 from proffer.mailing_audit_list
      union select all_findings from proffer.mailing_audit where all_findings is not null
      union select sha256 from proffer.mailing_audit_messages
      union select facts_sha256 from proffer.mailing_audit_messages where facts_sha256 is not null
      union select sha256 from proffer.desk_report
      union select sha256 from proffer.desk_report_signature
      union select content ->> 'sha256' from proffer.case_record
            where kind = 'paper' and content ? 'sha256'""";

  private final Path vault;

  RestoredData(Path vault) {
    this.vault = vault;
  }

  /**
   * Hashes every object of the vault as it stands on the disk.
   *
   * @return how many there are
   */
  long hashVault() throws IOException {
    Path objects = vault.resolve("sha256");
    if (!Files.exists(objects)) {
      return 0;
    }
    long count = 0;
    try (Stream<Path> files = Files.walk(objects)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (!hash(file).equals(file.getFileName().toString())) {
          throw new CannotStart("The vault object " + file.getFileName() + " is not its hash.");
        }
        count++;
      }
    }
    return count;
  }

  private static String hash(Path file) throws IOException {
    DigestInputStream in = new DigestInputStream(Files.newInputStream(file), BackupFile.sha256());
    try (in) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(in.getMessageDigest().digest());
  }

  /** Reads every row of every table: PostgreSQL checks the checksum of each page it reads. */
  void readTables(Connection superuser) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select oid::regclass::text from pg_class where relkind = 'r'"
                    + " and relnamespace::regnamespace::text in ('proffer', 'jobs', 'pg_catalog')")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    try (Statement statement = superuser.createStatement()) {
      for (String table : tables) {
        statement.execute("copy " + table + " to '/dev/null'");
      }
    }
  }

  /** Every object that the database names is in the vault; custody has no gap. */
  void matchVault(Connection superuser) throws SQLException {
    superuser.setAutoCommit(false); // rows come in portions only inside a transaction
    try (Statement statement = superuser.createStatement()) {
      statement.setFetchSize(2_000);
      try (ResultSet rows = statement.executeQuery(NAMED_OBJECTS)) {
        while (rows.next()) {
          String name = rows.getString(1);
          Path object =
              vault
                  .resolve("sha256")
                  .resolve(name.substring(0, 2))
                  .resolve(name.substring(2, 4))
                  .resolve(name);
          if (!Files.exists(object)) {
            throw new CannotStart("The vault object " + name + " is missing.");
          }
        }
      }
      try (ResultSet gaps =
          statement.executeQuery(
              "select item_id from proffer.custody_event group by item_id"
                  + " having min(sequence) <> 1 or max(sequence) <> count(*)")) {
        if (gaps.next()) {
          throw new CannotStart("The custody of item " + gaps.getString(1) + " has a gap.");
        }
      }
    }
    superuser.rollback();
    superuser.setAutoCommit(true);
  }
}
