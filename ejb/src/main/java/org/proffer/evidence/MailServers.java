package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
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
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.platform.Places;

/**
 * Mail servers (IMAP, RFC 3501) from which a mailbox may be taken. The folder is opened for reading
 * only (EXAMINE) and messages are fetched without being marked as read (BODY.PEEK): nothing on the
 * server changes. What comes is one TAR, a member a message, bit for bit as the server sends it,
 * named by its UID and with the server's date of receipt.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailServers {
  private static final int AT_ONCE = 200;
  private static final String MILLIS = "60000";

  @Inject private Access access;
  @Inject private Places places;
  @Inject private EvidenceItems items;
  @Inject private Vault vault;
  @Inject private Provenance provenance;

  /** The servers, as {@code host:port}; the administrator names them. */
  public List<String> servers() {
    access.require(Action.RECEIVE_EVIDENCE);
    return places.mailServers();
  }

  /**
   * Takes a folder of a mailbox into the evidence of a case; custody says where from.
   *
   * @throws SourceRefused if the server is not one of {@link #servers}, or does not give the folder
   */
  public EvidenceView receive(CaseId caseId, MailboxLogin mailbox) {
    access.require(Action.RECEIVE_EVIDENCE, caseId.value());
    refuseOther(mailbox);
    String name =
        Vault.baseName(
            (mailbox.login() + "-" + mailbox.host() + "-" + mailbox.folder())
                    .replaceAll("[^\\w.@-]+", "_")
                + ".tar");
    try (Vault.Arrival copy = vault.arrive()) {
      String words = fetch(mailbox, copy);
      try (InputStream in = Files.newInputStream(copy.file())) {
        EvidenceView item = items.receive(caseId, name, in, copy.length());
        provenance.say(item, words);
        return item;
      }
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
      throw new SourceRefused(
          "The mailbox could not be taken as a whole (" + e.getMessage() + ").",
          "Check the connection and the space of the vault, then ask again.",
          e);
    }
  }

  private void refuseOther(MailboxLogin mailbox) {
    if (!places.mailServers().contains(mailbox.host() + ":" + mailbox.port())) {
      throw new SourceRefused(
          "“"
              + mailbox.host()
              + ":"
              + mailbox.port()
              + "” is no mail server from which mailboxes may be taken.",
          "Ask the administrator to name it (PROFFER_IMAP).");
    }
    if (!mailbox.tls() && !isThisMachine(mailbox.host())) {
      throw new SourceRefused(
          "Without TLS the password would go over the network in the clear.", "Ask with TLS.");
    }
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (java.net.UnknownHostException e) {
      return false;
    }
  }

  private String fetch(MailboxLogin mailbox, Vault.Arrival copy)
      throws MessagingException, IOException {
    Properties settings = new Properties();
    String protocol = mailbox.tls() ? "imaps" : "imap";
    for (String time : List.of("connectiontimeout", "timeout", "writetimeout")) {
      settings.setProperty("mail." + protocol + "." + time, MILLIS);
    }
    settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
    settings.setProperty("mail." + protocol + ".peek", "true");
    settings.setProperty("mail." + protocol + ".fetchsize", "1048576");
    Session session = Session.getInstance(settings);
    try (IMAPStore store =
        mailbox.tls() ? new IMAPSSLStore(session, null) : new IMAPStore(session, null)) {
      store.connect(mailbox.host(), mailbox.port(), mailbox.login(), mailbox.password());
      try (IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder())) {
        folder.open(Folder.READ_ONLY);
        return fetch(mailbox, folder, copy);
      }
    }
  }

  private String fetch(MailboxLogin mailbox, IMAPFolder folder, Vault.Arrival copy)
      throws MessagingException, IOException {
    int count = folder.getMessageCount();
    if (count == 0) {
      throw new SourceRefused(
          "The folder “" + mailbox.folder() + "” is empty.", "Choose another folder.");
    }
    long bytes = 0;
    TarArchiveOutputStream tar = new TarArchiveOutputStream(new Open(copy));
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    for (int from = 1; from <= count; from += AT_ONCE) {
      Message[] messages = folder.getMessages(from, Math.min(count, from + AT_ONCE - 1));
      FetchProfile known = new FetchProfile();
      known.add(UIDFolder.FetchProfileItem.UID);
      known.add(FetchProfile.Item.ENVELOPE);
      folder.fetch(messages, known);
      for (Message message : messages) {
        bytes += put(tar, folder, (IMAPMessage) message);
        ((IMAPMessage) message).invalidateHeaders();
      }
    }
    tar.finish();
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
        + folder.getUIDValidity()
        + ": "
        + count
        + " messages, "
        + bytes
        + " bytes.";
  }

  /** The length of a member stands before it, and what a server says of it need not be true. */
  private long put(TarArchiveOutputStream tar, IMAPFolder folder, IMAPMessage message)
      throws MessagingException, IOException {
    message.setPeek(true);
    try (Vault.Arrival one = vault.arrive()) {
      try (InputStream in = message.getMimeStream()) {
        in.transferTo(one);
      }
      TarArchiveEntry entry =
          new TarArchiveEntry(
              folder.getFullName().replaceAll("[/\\\\]+", "_")
                  + "/"
                  + folder.getUID(message)
                  + ".eml");
      entry.setSize(one.length());
      entry.setModTime(received(message));
      tar.putArchiveEntry(entry);
      try (InputStream in = Files.newInputStream(one.file())) {
        in.transferTo(tar);
      }
      tar.closeArchiveEntry();
      return one.length();
    }
  }

  /** The server's date of receipt, INTERNALDATE; the epoch where it gives none. */
  @SuppressWarnings("JavaUtilDate") // as the library gives it
  private static FileTime received(IMAPMessage message) throws MessagingException {
    Date received = message.getReceivedDate();
    return FileTime.from(received == null ? Instant.EPOCH : received.toInstant());
  }

  /** Passes on, and stays open. */
  private static final class Open extends java.io.FilterOutputStream {
    Open(java.io.OutputStream out) {
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
