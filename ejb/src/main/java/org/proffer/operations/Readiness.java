package org.proffer.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.proffer.audit.AuditAlarm;
import org.proffer.platform.Places;

/** Tries whether the portal can work. What was tried is valid for two seconds. */
@ApplicationScoped
public class Readiness {
  /** Bytes below which evidence is not received safely any more. */
  static final long LEAST_FREE = 512L << 20;

  private static final long VALID_NANOS = 2_000_000_000L;

  @Resource(lookup = "java:jboss/datasources/PortalDS")
  private DataSource database;

  @Inject private AuditAlarm alarm;
  @Inject private Places places;

  private List<Check> tried = List.of();
  private long triedAt;

  /** What is tried. */
  public enum Subject {
    /** A connection of the pool answers. */
    DATABASE,
    /** What must be recorded can be recorded. */
    AUDIT,
    /** A file can be written where evidence arrives. */
    VAULT,
    /** There is room for evidence. */
    DISK,
    /** A file can be written to the temporary folder. */
    TEMPORARY
  }

  /** Whether something is as it must be. */
  public record Check(Subject subject, boolean up) {}

  /** Everything that is tried, in the order in which a reason is named. */
  public synchronized List<Check> checks() {
    if (tried.isEmpty() || System.nanoTime() - triedAt > VALID_NANOS) {
      List<Check> now = new ArrayList<>();
      now.add(new Check(Subject.DATABASE, databaseAnswers()));
      now.add(
          new Check(Subject.AUDIT, !alarm.troubles().containsKey(AuditAlarm.Trouble.UNWRITABLE)));
      now.add(new Check(Subject.VAULT, vaultIsWritable()));
      now.add(new Check(Subject.DISK, free() >= LEAST_FREE));
      now.add(new Check(Subject.TEMPORARY, isWritable(places.passing())));
      tried = List.copyOf(now);
      triedAt = System.nanoTime();
    }
    return tried;
  }

  private boolean databaseAnswers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(5);
    } catch (SQLException unreachable) {
      return false;
    }
  }

  private boolean vaultIsWritable() {
    try {
      return isWritable(Files.createDirectories(places.vault().resolve("arriving")));
    } catch (IOException notWritable) {
      return false;
    }
  }

  private static boolean isWritable(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "ready", ".part");
      try {
        Files.write(file, new byte[] {1});
      } finally {
        Files.delete(file);
      }
      return true;
    } catch (IOException notWritable) {
      return false;
    }
  }

  /** Bytes that can still be written to the vault; 0 if that cannot be told. */
  long free() {
    try {
      return Files.getFileStore(places.vault()).getUsableSpace();
    } catch (IOException unknown) {
      return 0;
    }
  }

  /** Size of the vault's disk in bytes; 0 if that cannot be told. */
  long size() {
    try {
      return Files.getFileStore(places.vault()).getTotalSpace();
    } catch (IOException unknown) {
      return 0;
    }
  }
}
