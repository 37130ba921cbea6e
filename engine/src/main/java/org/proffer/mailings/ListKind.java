package org.proffer.mailings;

import java.util.List;

/** The lists that an audit reads, each with what its columns hold. */
public enum ListKind {
  /** What was sent: a line a copy. */
  SENDS(
      "Send log",
      "send log",
      List.of(
          new Column(
              "address", "Address", true, "email", "recipient", "rcpt", "to", "emailaddress"),
          new Column("sentAt", "Sent at", true, "sent", "time", "timestamp", "date", "senddate"),
          new Column(
              "kind", "Kind of mail", false, "type", "list", "category", "stream", "campaign"),
          new Column("sender", "Sender or line of business", false, "brand", "business", "from"),
          new Column("sentBy", "Sent by", false, "provider", "affiliate", "esp", "vendor"),
          new Column(
              "zone", "Time zone of the recipient", false, "timezone", "recipientzone", "tz"),
          new Column("messageId", "Message id", false, "messageid", "id", "msgid"))),
  /** Who asked to receive no more. */
  OPT_OUTS(
      "Opt-out log",
      "opt-out log",
      List.of(
          new Column("address", "Address", true, "email", "recipient", "emailaddress"),
          new Column(
              "receivedAt",
              "Received at",
              true,
              "received",
              "time",
              "timestamp",
              "date",
              "optoutat",
              "unsubscribedat"),
          new Column(
              "kinds", "Kinds declined (empty: all)", false, "scope", "lists", "type", "kind"),
          new Column("receivedBy", "Made to", false, "sender", "brand", "business"),
          new Column("channel", "Channel", false, "method", "source"))),
  /** Which addresses are left out, on whose list, since when. */
  SUPPRESSIONS(
      "Suppression list",
      "suppression list",
      List.of(
          new Column("address", "Address", true, "email", "recipient", "emailaddress"),
          new Column(
              "suppressedAt",
              "On the list since",
              true,
              "suppressed",
              "time",
              "timestamp",
              "date",
              "addedat"),
          new Column("list", "Whose list", false, "affiliate", "provider", "esp", "sentby"))),
  /** Who consented, to whom, when. */
  CONSENTS(
      "Consents",
      "list of consents",
      List.of(
          new Column("address", "Address", true, "email", "recipient", "emailaddress"),
          new Column("at", "Given at", true, "consentedat", "time", "timestamp", "date", "givenat"),
          new Column("to", "Given to", false, "sender", "party", "brand"),
          new Column("express", "Express (yes or no)", false, "expressconsent", "ticked"),
          new Column("passedOn", "Notice of passing on (yes or no)", false, "transfernotice"),
          new Column("withdrawnAt", "Withdrawn at", false, "withdrawn"),
          new Column("words", "Text shown", false, "text", "request"),
          new Column("channel", "Channel", false, "method", "source"))),
  /** To whom addresses were given. */
  TRANSFERS(
      "Transfers",
      "list of transfers",
      List.of(
          new Column("address", "Address", true, "email", "recipient", "emailaddress"),
          new Column("at", "Given away at", true, "transferredat", "time", "timestamp", "date"),
          new Column("to", "Given to", true, "recipientparty", "buyer", "party"),
          new Column("by", "Given by", false, "seller", "giver"),
          new Column("purpose", "Purpose (suppression, or another)", false, "reason", "use")));

  private final String label;
  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Column> columns;

  ListKind(String label, String words, List<Column> columns) {
    this.label = label;
    this.words = words;
    this.columns = List.copyOf(columns);
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }

  /** Within a sentence. */
  String words() {
    return words;
  }

  /** What it can hold. */
  public List<Column> columns() {
    return columns;
  }

  /** Where a column stands among them. */
  int index(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(this + " has no column " + name);
  }
}
