package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.List;
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
  @Inject private Access access;
  @Inject private Places places;
  @Inject private EvidenceItems items;
  @Inject private Vault vault;
  @Inject private MailboxFetch mailboxes;
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
   * @throws VaultFull if the messages cannot be stored
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
      String words = mailboxes.fetch(mailbox, name, copy);
      try (InputStream in = Files.newInputStream(copy.file())) {
        EvidenceView item = items.receive(caseId, name, in, copy.length());
        provenance.say(item, words);
        return item;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The vault cannot be written", e);
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
}
