package org.proffer.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPSSLStore;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * Fetches a folder of a mailbox, message by message in the order of their UIDs. Where the
 * connection is cut it goes on with the first message that has not come as a whole, provided that
 * the server still counts them the same way (UIDVALIDITY, RFC 3501 2.3.1.1).
 */
@ApplicationScoped
class MailboxFetch {
  private static final int AT_ONCE = 200;
  private static final String MILLIS = "60000";

  /** Cuts in a row, without a message between, after which it is given up. */
  private static final int MOST_CUTS = 6;

  private static final long FIRST_WAIT_MILLIS = 250;

  @Inject private Vault vault;
  @Inject private MailServerTrust trust;

  /** The connection ended, or the server did not answer in time. */
  private static final class Cut extends Exception {
    private static final long serialVersionUID = 1L;

    Cut(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** How far a fetch has come. */
  private static final class Progress {
    private long validity = -1;
    private long next;
    private int announced;
    private long firstUid;
    private long lastUid;
    private int messages;
    private long bytes;
    private int removed;
    private int cuts;
  }

  /**
   * Fetches a folder into a TAR.
   *
   * @param name of what is received, for messages to people
   * @return where it came from, in a sentence for custody
   * @throws SourceRefused if the server does not give it
   * @throws VaultFull if the messages cannot be stored
   */
  String fetch(MailboxLogin mailbox, String name, Vault.Arrival copy) throws IOException {
    Progress progress = new Progress();
    try {
      TarArchiveOutputStream tar = new TarArchiveOutputStream(new Open(copy));
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      int inARow = 0;
      int before = 0;
      while (true) {
        try {
          connected(mailbox, tar, progress);
          break;
        } catch (Cut cut) {
          inARow = progress.messages > before ? 1 : inARow + 1;
          before = progress.messages;
          progress.cuts++;
          if (inARow == MOST_CUTS) {
            throw gone(mailbox, progress, cut);
          }
          pause(mailbox, progress, inARow);
        }
      }
      tar.finish();
      refuseGap(mailbox, progress);
    } catch (AuthenticationFailedException e) {
      throw new SourceRefused(
          "The mail server " + mailbox.host() + " does not accept this login.",
          "Check login and password of the mailbox.",
          e);
    } catch (MessagingException e) {
      throw new SourceRefused(
          "The mail server "
              + mailbox.host()
              + " did not give the folder “"
              + mailbox.folder()
              + "”: "
              + e.getMessage(),
          "Check the folder's name and the server, then ask again.",
          e);
    } catch (IOException e) {
      throw vault.full(name, copy.length(), e);
    }
    return words(mailbox, progress);
  }

  /**
   * After a cut, messages that are not there any more may have been deleted, or numbered anew by a
   * server that does not say so: which of them came cannot be told then.
   */
  private static void refuseGap(MailboxLogin mailbox, Progress progress) {
    int missing = progress.announced - progress.messages - progress.removed;
    if (progress.cuts > 0 && missing > 0) {
      throw new SourceRefused(
          "Since the connection was cut, "
              + missing
              + " of the "
              + progress.announced
              + " messages of “"
              + mailbox.folder()
              + "” are not there any more: deleted, or numbered anew. Nothing was kept of them.",
          "Ask again, when nobody works on the mailbox.");
    }
  }

  private static SourceRefused gone(MailboxLogin mailbox, Progress progress, Cut cut) {
    return new SourceRefused(
        "The connection to the mail server "
            + mailbox.host()
            + " was cut "
            + progress.cuts
            + " times ("
            + cut.getMessage()
            + "); "
            + progress.messages
            + " of "
            + progress.announced
            + " messages had come. Nothing was kept of them.",
        "Check the connection, then ask again.",
        cut);
  }

  private static void pause(MailboxLogin mailbox, Progress progress, int inARow) {
    try {
      Thread.sleep(FIRST_WAIT_MILLIS << inARow);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw gone(mailbox, progress, new Cut(e));
    }
  }

  /** One connection: from the first message that has not come to the last. */
  private void connected(MailboxLogin mailbox, TarArchiveOutputStream tar, Progress progress)
      throws MessagingException, IOException, Cut {
    Session session = Session.getInstance(settings(mailbox));
    try (IMAPStore store =
        mailbox.tls() ? new IMAPSSLStore(session, null) : new IMAPStore(session, null)) {
      try {
        store.connect(mailbox.host(), mailbox.port(), mailbox.login(), mailbox.password());
      } catch (AuthenticationFailedException e) {
        throw e;
      } catch (MessagingException e) {
        if (progress.validity < 0) {
          throw e; // it never answered
        }
        throw new Cut(e);
      }
      try (IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder())) {
        folder.open(Folder.READ_ONLY);
        compare(mailbox, folder, progress);
        rest(folder, tar, progress);
      } catch (FolderNotFoundException e) {
        throw e;
      } catch (FolderClosedException | StoreClosedException e) {
        throw new Cut(e);
      } catch (MessagingException e) {
        if (e.getCause() instanceof IOException) {
          throw new Cut(e);
        }
        throw e;
      }
    }
  }

  private Properties settings(MailboxLogin mailbox) throws MessagingException {
    Properties settings = new Properties();
    String protocol = mailbox.tls() ? "imaps" : "imap";
    for (String time : List.of("connectiontimeout", "timeout", "writetimeout")) {
      settings.setProperty("mail." + protocol + "." + time, MILLIS);
    }
    settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
    settings.setProperty("mail." + protocol + ".peek", "true");
    settings.setProperty("mail." + protocol + ".fetchsize", "1048576");
    if (mailbox.tls()) {
      try {
        trust.sockets().ifPresent(sockets -> settings.put("mail.imaps.ssl.socketFactory", sockets));
      } catch (IOException e) {
        throw new MessagingException(e.getMessage(), e);
      }
    }
    return settings;
  }

  /** At first takes note of the folder; afterwards it has to be the same one. */
  private static void compare(MailboxLogin mailbox, IMAPFolder folder, Progress progress)
      throws MessagingException {
    long validity = folder.getUIDValidity();
    if (progress.validity < 0) {
      progress.validity = validity;
      progress.next = folder.getUIDNext();
      progress.announced = folder.getMessageCount();
      if (progress.announced == 0) {
        throw new SourceRefused(
            "The folder “" + mailbox.folder() + "” is empty.", "Choose another folder.");
      }
    } else if (progress.validity != validity) {
      throw new SourceRefused(
          "The mail server numbers the messages of “"
              + mailbox.folder()
              + "” anew since the connection was cut (UIDVALIDITY "
              + progress.validity
              + " became "
              + validity
              + "): which of them had come can no longer be told. Nothing was kept of them.",
          "Ask again, when nobody works on the mailbox.");
    }
  }

  private void rest(IMAPFolder folder, TarArchiveOutputStream tar, Progress progress)
      throws MessagingException, IOException, Cut {
    for (int from = 1; from <= folder.getMessageCount(); from += AT_ONCE) {
      Message[] messages =
          folder.getMessages(from, Math.min(folder.getMessageCount(), from + AT_ONCE - 1));
      FetchProfile known = new FetchProfile();
      known.add(UIDFolder.FetchProfileItem.UID);
      folder.fetch(messages, known);
      long last = folder.getUID(messages[messages.length - 1]);
      if (last <= progress.lastUid) {
        continue; // these came before the connection was cut
      }
      known.add(FetchProfile.Item.ENVELOPE); // with the date of receipt
      folder.fetch(messages, known);
      for (Message message : messages) {
        long uid = folder.getUID(message);
        // What came to the folder since is not of this fetch.
        if (uid > progress.lastUid && (progress.next < 0 || uid < progress.next)) {
          one(folder, (IMAPMessage) message, uid, tar, progress);
        }
        ((IMAPMessage) message).invalidateHeaders();
      }
    }
  }

  /** The length of a member stands before it, and what a server says of it need not be true. */
  private void one(
      IMAPFolder folder,
      IMAPMessage message,
      long uid,
      TarArchiveOutputStream tar,
      Progress progress)
      throws MessagingException, IOException, Cut {
    message.setPeek(true);
    try (Vault.Arrival one = vault.arrive()) {
      if (!copied(message, one)) {
        progress.removed++; // deleted on the server meanwhile
        return;
      }
      TarArchiveEntry entry =
          new TarArchiveEntry(
              folder.getFullName().replaceAll("[/\\\\]+", "_") + "/" + uid + ".eml");
      entry.setSize(one.length());
      entry.setModTime(received(message));
      tar.putArchiveEntry(entry);
      try (InputStream in = Files.newInputStream(one.file())) {
        in.transferTo(tar);
      }
      tar.closeArchiveEntry();
      progress.messages++;
      progress.bytes += one.length();
      progress.firstUid = progress.firstUid == 0 ? uid : progress.firstUid;
      progress.lastUid = uid;
    }
  }

  /**
   * Copies the bytes of a message.
   *
   * @return false if it is no longer there
   * @throws IOException if the vault does not take them
   */
  private static boolean copied(IMAPMessage message, Vault.Arrival one)
      throws MessagingException, IOException, Cut {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = message.getMimeStream()) {
      for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
        one.write(buffer, 0, n);
      }
      return true;
    } catch (MessageRemovedException e) {
      return false;
    }
  }

  private static int read(InputStream in, byte[] buffer) throws MessageRemovedException, Cut {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      if (e.getCause() instanceof MessageRemovedException removed) {
        throw removed;
      }
      throw new Cut(e);
    }
  }

  /** The server's date of receipt, INTERNALDATE; the epoch where it gives none. */
  @SuppressWarnings("JavaUtilDate") // as the library gives it
  private static FileTime received(IMAPMessage message) throws MessagingException {
    Date received = message.getReceivedDate();
    return FileTime.from(received == null ? Instant.EPOCH : received.toInstant());
  }

  private static String words(MailboxLogin mailbox, Progress progress) {
    int gone = progress.removed;
    return "Fetched for reading only (EXAMINE, BODY.PEEK) from the mail server "
        + mailbox.host()
        + ":"
        + mailbox.port()
        + (mailbox.tls() ? " (TLS)" : " (no TLS, this machine)")
        + ", login “"
        + mailbox.login()
        + "”, folder “"
        + mailbox.folder()
        + "”, UIDVALIDITY "
        + progress.validity
        + ": "
        + progress.messages
        + " messages, UID "
        + progress.firstUid
        + " to "
        + progress.lastUid
        + ", "
        + progress.bytes
        + " bytes."
        + (progress.cuts == 0
            ? ""
            : " The connection was cut "
                + progress.cuts
                + (progress.cuts == 1 ? " time" : " times")
                + " and resumed; no message came twice.")
        + (gone <= 0
            ? ""
            : " Of the "
                + progress.announced
                + " messages at the beginning "
                + gone
                + " were deleted on the server meanwhile.");
  }

  /** Passes on, and stays open. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() {
      // the arrival is read afterwards
    }
  }
}
