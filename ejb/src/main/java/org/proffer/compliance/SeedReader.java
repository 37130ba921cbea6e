package org.proffer.compliance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.proffer.access.RowIdentity;
import org.proffer.platform.Places;

/**
 * Reads the seed mailboxes that are on, where the administrator named a folder with their passwords
 * and the mail servers that may be asked. What hinders it is said with the mailbox.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SeedReader {
  private static final int WITH_TLS = 993;

  @Resource private TimerService timers;
  @Inject private Places places;
  @Inject private SeedRows rows;
  @Inject private SeedArrivals arrivals;
  @Inject private Clock clock;

  private final ReentrantLock one = new ReentrantLock();

  @PostConstruct
  void begin() {
    if (places.seedPasswords().isPresent()) {
      long every = places.seedSeconds() * 1_000;
      timers.createIntervalTimer(every, every, new TimerConfig("seed mailboxes", false));
    }
  }

  @Timeout
  void round() {
    if (one.tryLock()) {
      try {
        RowIdentity.asPortal(rows::read).forEach(this::read);
      } finally {
        one.unlock();
      }
    }
  }

  private void read(SeedRows.Seed seed) {
    String problem = "";
    try {
      SeedImap.Reached reached =
          server(seed)
              .read(
                  seed.login().strip(),
                  password(seed),
                  seed.folder().isBlank() ? "INBOX" : seed.folder().strip(),
                  new SeedImap.Reached(seed.validity(), seed.lastUid()),
                  message -> arrivals.take(seed, message));
      RowIdentity.asPortal(
          () -> {
            rows.reached(seed, reached.validity(), reached.lastUid());
            return true;
          });
    } catch (MessagingException | IOException | RuntimeException e) {
      problem = String.valueOf(e.getMessage());
      ComplianceLog.LOG.seedNotRead(seed.id(), e);
    }
    String said = problem.length() > 500 ? problem.substring(0, 500) : problem;
    RowIdentity.asPortal(
        () -> {
          rows.looked(seed, clock.instant(), said);
          return true;
        });
  }

  private SeedImap server(SeedRows.Seed seed) throws MessagingException {
    List<String> named = places.mailServers();
    if (!named.contains(seed.server())) {
      throw new MessagingException(
          seed.server() + " is no mail server that the administrator named (PROFFER_IMAP)");
    }
    int colon = seed.server().lastIndexOf(':');
    String host = seed.server().substring(0, colon);
    int port = Integer.parseInt(seed.server().substring(colon + 1));
    boolean tls = port == WITH_TLS || !isThisMachine(host);
    return new SeedImap(host, port, tls);
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The first line of the file that is named as the address. */
  private String password(SeedRows.Seed seed) throws MessagingException, IOException {
    Path folder = places.seedPasswords().orElseThrow();
    Path file = folder.resolve(seed.address()).normalize();
    if (!folder.normalize().equals(file.getParent()) || !Files.isReadable(file)) {
      throw new MessagingException(
          "the administrator left no password of " + seed.address() + " for the portal");
    }
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty() ? "" : lines.get(0);
  }
}
