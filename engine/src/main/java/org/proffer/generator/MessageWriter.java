package org.proffer.generator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Writes one message of the mailbox. */
final class MessageWriter {
  private static final Instant START = Instant.parse("2004-01-01T00:00:00Z");
  private static final String COLLECTOR = "mx.collector.example";
  private static final String RECIPIENT = "trap@collector.example";

  private final Draws draws;
  private final long number;
  private final Campaign campaign;
  private final boolean ring;

  MessageWriter(Draws draws, long number) {
    this.draws = draws;
    this.number = number;
    this.campaign = Campaigns.at(draws.below(1_000));
    this.ring = campaign.kind() == Campaign.Kind.RING;
  }

  GeneratedMessage write() {
    Instant sentAt =
        START
            .plusSeconds(86_400L * (campaign.firstDay() + draws.below(campaign.days())))
            .plusSeconds(draws.below(86_400));
    boolean viaProxy = ring && !draws.oneIn(5);
    boolean forged = ring && !draws.oneIn(4);
    String origin = "192.0.2." + (1 + draws.below(20));
    String connecting =
        viaProxy ? draws.of("198.51.100.", "203.0.113.") + (1 + draws.below(254)) : origin;
    String domain = senderDomain();
    String sender = senderName() + "@" + domain;
    String subject = draws.of(campaign.subjects());
    String footer = footer(domain);
    String body = body() + footer;

    StringBuilder text = new StringBuilder();
    text.append("Return-Path: <").append(sender).append(">\n");
    received(text, sentAt, connecting, domain, forged);
    text.append("Message-ID: <")
        .append(draws.token(12))
        .append('.')
        .append(number)
        .append('@')
        .append(forged ? "mail.bank.example" : domain)
        .append(">\n");
    text.append("Date: ").append(Dates.rfc5322(sentAt)).append('\n');
    text.append("From: ").append(display()).append(" <").append(sender).append(">\n");
    text.append("To: <").append(RECIPIENT).append(">\n");
    text.append("Subject: ").append(subject).append('\n');
    if (campaign.name().equals("list")) {
      text.append("In-Reply-To: <").append(draws.token(10)).append("@gardeners.example>\n");
      text.append("List-Id: <gardeners.lists.example>\n");
    }
    content(text, body);
    return new GeneratedMessage(
        text.toString(), sender, sentAt, truth(footer, subject, forged, viaProxy, origin));
  }

  private GroundTruth truth(
      String footer, String subject, boolean forged, boolean viaProxy, String origin) {
    boolean optOut = footer.contains("unsubscribe") || footer.contains("removed");
    String postal =
        footer.contains("PMB")
            ? "PMB"
            : footer.contains("P.O. Box")
                ? "PO_BOX"
                : footer.contains("Street") ? "STREET" : "NONE";
    return new GroundTruth(
        campaign.name(),
        campaign.purpose(),
        optOut,
        optOut && !ring,
        optOut,
        postal,
        footer.contains("advertisement"),
        campaign.name().equals("adult"),
        subject.startsWith("SEXUALLY-EXPLICIT: "),
        forged,
        viaProxy,
        origin);
  }

  private String senderDomain() {
    return switch (campaign.kind()) {
      case RING ->
          draws.of("stocknews", "smallcaps", "profitwire", "medsdirect")
              + "-"
              + draws.token(4)
              + ".example";
      case HONEST -> campaign.name().equals("shop") ? "acmebulbs.example" : "homeloans.example";
      case ORDINARY ->
          campaign.name().equals("order")
              ? "acmebulbs.example"
              : draws.of("lists.example", "family.example", "office.example");
    };
  }

  private String senderName() {
    return switch (campaign.kind()) {
      case RING -> draws.token(7);
      case HONEST -> "news";
      case ORDINARY ->
          campaign.name().equals("order") ? "orders" : draws.of("robin", "jo", "chris", "kim");
    };
  }

  private String display() {
    return switch (campaign.kind()) {
      case RING -> draws.of("Market Watch", "J. Miller", "Anna Lee", "Investor Desk", "Dr. Kelly");
      case HONEST -> campaign.name().equals("shop") ? "Acme Bulbs" : "Example Home Loans";
      case ORDINARY ->
          campaign.name().equals("order")
              ? "Acme Bulbs Orders"
              : draws.of("Robin", "Jo", "Chris", "Kim");
    };
  }

  private void received(
      StringBuilder text, Instant sentAt, String connecting, String domain, boolean forged) {
    text.append("Received: from ")
        .append(forged ? "mail.bank.example" : "mail." + domain)
        .append(" (")
        .append(ring ? "dsl-" + connecting.replace('.', '-') + ".isp.example" : "mail." + domain)
        .append(" [")
        .append(connecting)
        .append("])\n\tby ")
        .append(COLLECTOR)
        .append(" with ESMTP id ")
        .append(draws.token(8))
        .append("\n\tfor <")
        .append(RECIPIENT)
        .append(">; ")
        .append(Dates.rfc5322(sentAt.plusSeconds(2 + draws.below(40))))
        .append('\n');
    if (forged) {
      text.append("Received: from workstation (10.0.0.")
          .append(1 + draws.below(250))
          .append(") by mail.bank.example with SMTP; ")
          .append(Dates.rfc5322(sentAt.plusSeconds(3_600)))
          .append('\n');
    }
  }

  private String body() {
    String body = draws.of(campaign.bodies());
    while (body.contains("%s")) {
      body = body.replaceFirst("%s", draws.token(6));
    }
    return body;
  }

  /** Opt-out, address and label: there, missing or broken, as the sender is. */
  private String footer(String domain) {
    return switch (campaign.kind()) {
      case ORDINARY -> "";
      case HONEST ->
          "\nThis is an advertisement.\nTo unsubscribe visit http://www."
              + domain
              + "/unsubscribe?id="
              + draws.token(8)
              + "\n"
              + (campaign.name().equals("shop")
                  ? "Acme Bulbs, 123 Main Street, Springfield, IL 62701\n"
                  : "Example Home Loans, 500 Market Street PMB 214, Wilmington, DE 19801\n");
      case RING -> {
        StringBuilder footer = new StringBuilder();
        if (draws.oneIn(3)) {
          footer
              .append("\nTo be removed from our list go to http://")
              .append(draws.token(9))
              .append(".example/remove\n");
        }
        if (draws.oneIn(6)) {
          footer
              .append("P.O. Box ")
              .append(100 + draws.below(900))
              .append(", Southfield, MI 48034\n");
        }
        yield footer.toString();
      }
    };
  }

  private void content(StringBuilder text, String body) {
    text.append("MIME-Version: 1.0\n");
    int form = draws.below(10);
    if (form < 5 || campaign.kind() == Campaign.Kind.ORDINARY) {
      text.append("Content-Type: text/plain; charset=us-ascii\n\n").append(body);
    } else if (form < 7) {
      String boundary = "=_" + draws.token(16);
      text.append("Content-Type: multipart/alternative; boundary=\"")
          .append(boundary)
          .append("\"\n\n--")
          .append(boundary)
          .append("\nContent-Type: text/plain; charset=us-ascii\n\n")
          .append(body)
          .append("\n--")
          .append(boundary)
          .append("\nContent-Type: text/html; charset=us-ascii\n\n")
          .append(html(body))
          .append("\n--")
          .append(boundary);
      // One in eight of them is not closed, as mailers of the time left it.
      text.append(draws.oneIn(8) ? "\n" : "--\n");
    } else if (form < 9) {
      text.append("Content-Type: text/html; charset=us-ascii\n\n").append(html(body)).append('\n');
    } else {
      text.append(
              "Content-Type: text/html; charset=us-ascii\nContent-Transfer-Encoding: base64\n\n")
          .append(
              Base64.getMimeEncoder(76, new byte[] {'\n'})
                  .encodeToString(html(body).getBytes(StandardCharsets.US_ASCII)))
          .append('\n');
    }
  }

  private static String html(String body) {
    String escaped = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<html><body><p>"
        + escaped.replaceAll("(http://\\S+)", "<a href=\"$1\">$1</a>").replace("\n", "<br>\n")
        + "</p></body></html>";
  }
}
