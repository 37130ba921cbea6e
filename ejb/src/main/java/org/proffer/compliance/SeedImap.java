package org.proffer.compliance;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPSSLStore;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * Reads what is new in a folder of a mail server (RFC 3501): opened for reading only (EXAMINE), and
 * fetched without being marked as read (BODY.PEEK), so that nothing on the server changes.
 */
final class SeedImap {
  private static final String MILLIS = "30000";
  private static final int AT_ONCE = 200;

  private final String host;
  private final int port;
  private final boolean tls;

  /** A mail server; encrypted from the start unless it is on this machine and not at 993. */
  SeedImap(String host, int port, boolean tls) {
    this.host = host;
    this.port = port;
    this.tls = tls;
  }

  /** Takes messages in the order of their UIDs. */
  @FunctionalInterface
  interface Sink {
    void message(byte[] bytes) throws IOException;
  }

  /**
   * How far a folder was read.
   *
   * @param validity by which the server numbers its messages (UIDVALIDITY)
   */
  record Reached(long validity, long lastUid) {}

  /**
   * Reads the messages after one, at most two hundred.
   *
   * @param from how far the folder was read before; where the server numbers anew, all are read
   * @throws MessagingException if the server does not give them
   */
  Reached read(String login, String password, String folderName, Reached from, Sink sink)
      throws MessagingException, IOException {
    Session session = Session.getInstance(settings());
    try (IMAPStore store = tls ? new IMAPSSLStore(session, null) : new IMAPStore(session, null)) {
      store.connect(host, port, login, password);
      try (IMAPFolder folder = (IMAPFolder) store.getFolder(folderName)) {
        folder.open(Folder.READ_ONLY);
        long validity = folder.getUIDValidity();
        long last = validity == from.validity() ? from.lastUid() : 0;
        int taken = 0;
        for (Message message : folder.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
          long uid = folder.getUID(message);
          // A server answers with its last message where none is after it.
          if (uid > last && taken < AT_ONCE) {
            one((IMAPMessage) message, sink);
            taken++;
            last = uid;
          }
        }
        return new Reached(validity, last);
      }
    }
  }

  private static void one(IMAPMessage message, Sink sink) throws MessagingException, IOException {
    message.setPeek(true);
    try (InputStream in = message.getMimeStream()) {
      byte[] bytes = in.readNBytes(TemplateChecks.MOST + 1);
      if (bytes.length <= TemplateChecks.MOST && bytes.length > 0) {
        sink.message(bytes);
      }
    } catch (MessageRemovedException e) {
      // deleted on the server meanwhile: there is nothing to check
    }
  }

  private Properties settings() {
    Properties settings = new Properties();
    String protocol = tls ? "imaps" : "imap";
    for (String time : List.of("connectiontimeout", "timeout", "writetimeout")) {
      settings.setProperty("mail." + protocol + "." + time, MILLIS);
    }
    settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
    settings.setProperty("mail." + protocol + ".peek", "true");
    return settings;
  }
}
