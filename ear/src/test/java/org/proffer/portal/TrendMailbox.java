package org.proffer.portal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A mailbox with a change in it: six messages a day for fifty days and on the day of the event,
 * then two; three days before the event are missing.
 */
public final class TrendMailbox {
  /** The day of the change. */
  public static final LocalDate EVENT = LocalDate.of(2008, 1, 3);

  /** Days on each side. */
  public static final int DAYS = 50;

  /** Messages a day until the event. */
  public static final int BEFORE = 6;

  /** Messages a day after it. */
  public static final int AFTER = 2;

  private TrendMailbox() {}

  /** The mailbox. */
  public static byte[] bytes() {
    StringBuilder mailbox = new StringBuilder();
    for (int day = -DAYS; day <= DAYS; day++) {
      int messages = day <= 0 ? BEFORE : AFTER;
      for (int i = 0; i < messages && !isMissing(day); i++) {
        mailbox.append(message(EVENT.plusDays(day), i));
      }
    }
    return mailbox.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isMissing(int day) {
    return day >= -30 && day <= -28;
  }

  private static String message(LocalDate day, int i) {
    String at =
        DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .format(day.atTime(9, i).atOffset(ZoneOffset.UTC));
    boolean line = i % 2 == 0;
    return "From a "
        + DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH)
            .format(day.atTime(9, i))
        + "\nReceived: from x ("
        + (line ? "dsl-198-51-100-7.isp.example [198.51.100.7]" : "mail.shop.example [203.0.113.9]")
        + ") by mx.trap.example; "
        + at
        + "\nFrom: Roses <roses@shop.example>\nTo: trap@trap.example\n"
        + (i == 1 ? "" : "Date: " + at + "\n")
        + "Subject: Roses "
        + i
        + "\nMessage-ID: <"
        + day
        + "."
        + i
        + "@shop.example>\n\nBuy our roses"
        + (line ? " at http://www.roses.example/" + i : ".")
        + "\n\n";
  }
}
