package org.proffer.evidence;

/**
 * A mailbox on a mail server, and who opens it. The password is kept nowhere.
 *
 * @param host name of the server
 * @param port 993 with TLS from the start, as a rule
 * @param tls whether the connection is encrypted from the start; without it only this machine is
 *     asked
 * @param login of the mailbox
 * @param password of the mailbox
 * @param folder for example INBOX
 */
public record MailboxLogin(
    String host, int port, boolean tls, String login, String password, String folder) {
  @Override
  public String toString() {
    return login + " at " + host + ":" + port + ", " + folder;
  }
}
