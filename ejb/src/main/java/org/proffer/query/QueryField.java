package org.proffer.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a query can name before a colon. */
public enum QueryField {
  /** Anywhere in subject, sender, recipients and text; needs no name. */
  TEXT("text", "words anywhere: subject, sender, recipients, text", "text:invoice"),
  /** The subject. */
  SUBJECT("subject", "words of the subject", "subject:\"act now\""),
  /** Name or address of the sender. */
  FROM("from", "the sender's name, address or domain", "from:example.com"),
  /** Names or addresses of the recipients. */
  TO("to", "a recipient's name, address or domain (To, Cc, Bcc)", "to:ann@example.org"),
  /** Any domain. */
  DOMAIN("domain", "a domain of a sender, a recipient or a link", "domain:example.com"),
  /** A link. */
  URL("url", "a link: its host, or host and path", "url:example.com/buy*"),
  /** An IP address. */
  IP("ip", "an IP address of a hop or a link; a range ends in a star", "ip:192.0.2.*"),
  /** The name of an attachment. */
  ATTACHMENT("attachment", "the name of an attachment, or a word of it", "attachment:invoice*"),
  /** A SHA-256. */
  HASH(
      "hash",
      "SHA-256 of the message or of an attachment; its beginning with a star",
      "hash:9f86d0*"),
  /** The Message-ID. */
  ID("id", "the Message-ID", "id:20050302.1@example.com"),
  /** What a message has. */
  HAS("has", "attachment, link, comment, date, received", "has:attachment"),
  /** When it was sent. */
  DATE(
      "date",
      "a day, month or year sent, UTC; two joined by .. with both ends",
      "date:2005-03-01..2005-03-31"),
  /** When it was received. */
  RECEIVED(
      "received",
      "a day, month or year received, by the newest Received line, UTC; two joined by .. with both"
          + " ends",
      "received:2005-03-01..2005-03-31"),
  /** Sent before a day. */
  BEFORE("before", "sent before that day, UTC", "before:2005-03-01"),
  /** Sent after a day. */
  AFTER("after", "sent after that day, UTC", "after:2005-03-31"),
  /** The gravest finding. */
  VERDICT(
      "verdict",
      "the gravest finding: violated, undetermined, met, not_applicable",
      "verdict:violated"),
  /** A requirement that was reached. */
  REQUIREMENT(
      "requirement", "a requirement that is violated, undetermined or met", "requirement:DIS-03"),
  /** A violated requirement. */
  VIOLATED("violated", "a requirement that is violated", "violated:DIS-03"),
  /** An undetermined requirement. */
  UNDETERMINED("undetermined", "a requirement that is undetermined", "undetermined:HDR-01"),
  /** A met requirement. */
  MET("met", "a requirement that is met", "met:OPT-01"),
  /** The primary purpose. */
  PURPOSE("purpose", "the primary purpose", "purpose:commercial"),
  /** How reading ended. */
  OUTCOME("outcome", "parsed, parsed_with_defects, quarantined", "outcome:quarantined"),
  /** A defect of the bytes. */
  DEFECT("defect", "a named defect", "defect:MISSING_DATE"),
  /** A method that it shows. */
  METHOD(
      "method",
      "a method it shows: forged_header, end_user_line, look_alike, image_only, false_from",
      "method:forged_header"),
  /** A method of which it cannot be told. */
  UNTOLD("untold", "a method of which it cannot be told", "untold:end_user_line"),
  /** The network that handed it over. */
  NETWORK("network", "the network that handed it over", "network:192.0.2.0/24"),
  /** What it has in common with the messages of its campaign. */
  CAMPAIGN(
      "campaign",
      "the domain that most of its web addresses lead to; none: messages in no campaign",
      "campaign:shop.example"),
  /** A tag that a person set. */
  TAG("tag", "coded with that tag", "tag:\"Not relevant\""),
  /** Whether anybody coded it. */
  CODED("coded", "yes or no: whether it has a tag; or the login of who set one", "coded:no"),
  /** Whether the person who asks has opened it. */
  SEEN("seen", "yes or no: whether you have opened it", "seen:no"),
  /** A batch of the review. */
  BATCH("batch", "the number of a batch", "batch:3"),
  /** An evidence item. */
  ITEM("item", "the number of its evidence item", "item:1");

  private final String word;
  private final String meaning;
  private final String example;

  QueryField(String word, String meaning, String example) {
    this.word = word;
    this.meaning = meaning;
    this.example = example;
  }

  /** As it is typed, without the colon. */
  public String word() {
    return word;
  }

  /** What stands behind it. */
  public String meaning() {
    return meaning;
  }

  /** One use of it. */
  public String example() {
    return example;
  }

  static Optional<QueryField> named(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(field -> field.word.equals(lower)).findFirst();
  }

  static String allNames() {
    return Arrays.stream(values()).map(QueryField::word).collect(Collectors.joining(", "));
  }
}
