package org.proffer.compliance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.Places;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Receives mail for seed mailboxes (RFC 5321), where the administrator named a place to listen. It
 * takes mail for listed addresses alone, passes nothing on, answers nothing by mail, and says that
 * it has a message only once its check is kept.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SeedReceiver {
  private static final int CONNECTIONS = 10;
  private static final int RECIPIENTS = 20;
  private static final int IDLE_SECONDS = 60;
  private static final int CHECK_SECONDS = 120;

  @Resource private ManagedExecutorService executor;
  @Inject private Places places;
  @Inject private SeedArrivals arrivals;

  private @Nullable SMTPServer server;

  @PostConstruct
  void listen() {
    Optional<InetSocketAddress> place = places.seedReceiver();
    if (place.isPresent()) {
      InetSocketAddress at = place.get();
      SMTPServer listening =
          new SMTPServer.Builder()
              .bindAddress(at.getAddress())
              .port(at.getPort())
              .softwareName("Proffer seed mailboxes")
              .messageHandlerFactory(context -> new Delivery())
              .maxConnections(CONNECTIONS)
              .maxRecipients(RECIPIENTS)
              .maxMessageSize(TemplateChecks.MOST)
              .connectionTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
              .insertReceivedHeaders(false)
              .hideTLS()
              .build();
      try {
        listening.start();
        server = listening;
        ComplianceLog.LOG.seedsReceive(at.getHostString(), at.getPort());
      } catch (RuntimeException e) {
        // The portal works without it.
        ComplianceLog.LOG.seedsDoNotReceive(at.getHostString(), at.getPort(), e);
      }
    }
  }

  @PreDestroy
  void stop() {
    SMTPServer listening = server;
    if (listening != null) {
      listening.stop();
    }
  }

  /** Work in a thread of the server, which knows who it is. */
  private <T> T asked(Callable<T> work) throws RejectException {
    try {
      return executor.submit(work).get(CHECK_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      ComplianceLog.LOG.seedNotTaken(e);
      throw new RejectException(451, "4.3.0 Not taken; try again later");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectException(421, "4.3.2 The receiver stops");
    }
  }

  /** One transaction of RFC 5321. */
  private final class Delivery implements MessageHandler {
    private final List<String> addresses = new ArrayList<>();

    @Override
    public void from(String address) {
      // Whoever sends: what a programme sends is what is looked at.
    }

    @Override
    public void recipient(String address) throws RejectException {
      if (!asked(() -> arrivals.accepts(address))) {
        throw new RejectException(550, "5.1.1 No seed mailbox; nothing is relayed");
      }
      addresses.add(address);
    }

    @Override
    public @Nullable String data(InputStream in) throws RejectException, IOException {
      byte[] message = in.readNBytes(TemplateChecks.MOST + 1);
      if (message.length > TemplateChecks.MOST) {
        throw new RejectException(552, "5.3.4 The message has more than 32 MiB");
      }
      for (String address : addresses) {
        asked(
            () -> {
              arrivals.receive(address, message);
              return true;
            });
      }
      return null;
    }

    @Override
    public void done() {
      addresses.clear();
    }
  }
}
