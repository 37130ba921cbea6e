package org.proffer.access;

import java.util.Locale;

/**
 * Everything that can be asked of the compliance desk, and who may ask it of a client. Apart from
 * {@link Action}: what concerns a case is never decided by what somebody is to a client, nor the
 * other way round. Each has its rows in {@code docs/security/client-matrix.csv}.
 */
public enum ClientAction {
  /** List one's own clients. */
  LIST_CLIENTS(Need.ROLE),
  /** Take on an organisation under audit. */
  OPEN_CLIENT(Need.ROLE),
  /** See everything of a client. */
  VIEW_CLIENT(Need.SEE),
  /** Write senders, addresses, providers, mechanisms, programmes. */
  EDIT_CLIENT(Need.WORK),
  /** Check templates, audit mailings, watch mechanisms. */
  AUDIT_CLIENT(Need.WORK),
  /** Say who mends a finding, until when, and that it is mended. */
  REMEDIATE(Need.WORK),
  /** Produce a report of what is there. */
  REPORT_CLIENT(Need.PRODUCE),
  /** Have a report signed with the key of the office. */
  SIGN_REPORT(Need.LEAD),
  /** Hand out data of a client under recorded legal process. */
  RELEASE_CLIENT(Need.LEAD),
  /** Say who works for a client; close it, and open it again. */
  GOVERN_CLIENT(Need.LEAD);

  private final Need need;

  ClientAction(Need need) {
    this.need = need;
  }

  /** What somebody has to be. */
  enum Need {
    /** Of the role, whatever the client. */
    ROLE,
    /** Anybody who belongs to the client. */
    SEE,
    /** Somebody who works for it, whatever its state. */
    PRODUCE,
    /** Somebody who works for it, while it is open. */
    WORK,
    /** Who leads the work, whatever its state. */
    LEAD
  }

  Need need() {
    return need;
  }

  /** Whether it is asked of one client. */
  public boolean isOfClient() {
    return need != Need.ROLE;
  }

  /** In words. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
