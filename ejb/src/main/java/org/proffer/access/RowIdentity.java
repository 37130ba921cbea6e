package org.proffer.access;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells the database for whom a transaction works, so that row-level security can decide by itself.
 * A transaction of somebody who is not logged in says nothing and sees no row.
 */
public final class RowIdentity {
  /** The portal itself, at work that no person asked for just now. No login can be this. */
  static final String PORTAL = "*";

  private static final String BOUND = RowIdentity.class.getName();
  private static final ThreadLocal<@Nullable String> SPEAKING = new ThreadLocal<>();

  private RowIdentity() {}

  /** Does work of the portal itself: a job, or finding out whose address somebody shows. */
  public static <T> T asPortal(Callable<T> work) {
    return as(PORTAL, work);
  }

  /** Does work in the name of a person who is not here now, and who was made out before. */
  public static <T> T as(String login, Callable<T> work) {
    String before = SPEAKING.get();
    SPEAKING.set(login);
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("work in the name of " + login + " failed", e);
    } finally {
      SPEAKING.set(before);
    }
  }

  /** Binds the transaction that the connection is part of to the one who speaks now. */
  static void bind(Connection connection) throws SQLException {
    TransactionSynchronizationRegistry transactions = Transactions.OF_THE_SERVER;
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return;
    }
    String login = speaking();
    if (login.equals(Caller.NOBODY) || login.equals(transactions.getResource(BOUND))) {
      return;
    }
    long now = System.currentTimeMillis();
    try (PreparedStatement statement =
        connection.prepareStatement("select proffer.bind_identity(?, ?, ?)")) {
      statement.setString(1, login);
      statement.setLong(2, now);
      statement.setBytes(3, mac("bind|" + login + "|" + now));
      statement.execute();
    }
    transactions.putResource(BOUND, login);
  }

  private static String speaking() {
    String said = SPEAKING.get();
    return said == null ? CDI.current().select(Caller.class).get().login() : said;
  }

  private static byte[] mac(String message) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(Key.OF_IDENTITIES);
      byte[] inner = sha256.digest(message.getBytes(StandardCharsets.UTF_8));
      sha256.update(Key.OF_IDENTITIES);
      return sha256.digest(inner);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @SuppressWarnings("BanJNDI") // constant names, no input
  private static Object named(String name) {
    try {
      return new InitialContext().lookup(name);
    } catch (NamingException e) {
      throw new IllegalStateException("the server has no " + name, e);
    }
  }

  /** Found when the first connection is asked for. */
  private static final class Transactions {
    static final TransactionSynchronizationRegistry OF_THE_SERVER =
        (TransactionSynchronizationRegistry) named("java:jboss/TransactionSynchronizationRegistry");
  }

  /** Read when the first identity is told, after the schema was brought up to date. */
  private static final class Key {
    static final byte[] OF_IDENTITIES = read();

    private static byte[] read() {
      DataSource owner = (DataSource) named("java:jboss/datasources/OwnerDS");
      try (Connection connection = owner.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select key from proffer.identity_key")) {
        row.next();
        return row.getBytes(1);
      } catch (SQLException e) {
        throw new IllegalStateException("the key of identities cannot be read", e);
      }
    }
  }
}
