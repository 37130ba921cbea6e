package org.proffer.generator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A sender of 2026 with its recipients, its mailings and its records: weekly mail for half a year,
 * requests to receive no more, lists of those to leave out, consents, transfers, and one mailing as
 * messages. Without faults it keeps every duty, to the last minute that the Act allows; each fault
 * that is planted is known with the requirement it breaks. The same seed gives the same bytes.
 *
 * <p>Business days are counted by a calendar of its own, written down from the days of 2026, so
 * that what is expected does not rest on the code that is tried with it.
 */
public final class SimulatedSender {
  /** Its name. */
  public static final String NAME = "Larkspur Garden Supply";

  /** Its line of business. */
  public static final String LINE = "Larkspur Bulbs";

  /** Who sends for it too. */
  public static final String AFFILIATE = "Trellis Mail Inc.";

  /** Where it is. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** Its address, as in its messages. */
  public static final String ADDRESS = "120 Larkspur Lane, Springfield, IL 62701";

  /** When the mailing that is kept as messages was sent. */
  public static final Instant SENT = Instant.parse("2026-03-16T21:00:00Z");

  /** How many messages it has. */
  public static final int MESSAGES = 24;

  private static final int RECIPIENTS = 300;
  private static final int OBJECTORS = 12;
  private static final int PLANTED = 3;

  /** Federal holidays of 2026 as they are observed; 4 July is a Saturday. */
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2026, 1, 19),
          LocalDate.of(2026, 2, 16),
          LocalDate.of(2026, 5, 25),
          LocalDate.of(2026, 6, 19),
          LocalDate.of(2026, 7, 3),
          LocalDate.of(2026, 9, 7),
          LocalDate.of(2026, 10, 12),
          LocalDate.of(2026, 11, 11),
          LocalDate.of(2026, 11, 26),
          LocalDate.of(2026, 12, 25));

  private final Draws draws;
  private final Set<Fault> faults;
  private final StringBuilder sends =
      new StringBuilder("recipient,sent_at,type,brand,sent_by,timezone\n");
  private final StringBuilder requests = new StringBuilder("email,received_at,scope,made to\n");
  private final StringBuilder left = new StringBuilder("email,since,affiliate\n");
  private final StringBuilder consents = new StringBuilder("email,given_at,to,express,text\n");
  private final StringBuilder transfers = new StringBuilder("email,date,to,purpose\n");
  private final List<String> expected = new ArrayList<>();
  private int objectors;

  /** What can be wrong with a sender. */
  public enum Fault {
    /** A send on the day after the tenth business day. */
    LATE_ON_DAY_ELEVEN,
    /**
     * The same, where the tenth business day lies behind a holiday that is observed on a Friday.
     */
    LATE_AFTER_A_HOLIDAY,
    /** A send after midnight here and before midnight there. */
    LATE_IN_ONE_ZONE,
    /** A send to somebody who only bought something after the request. */
    BOUGHT_ONLY,
    /** The line of business that was asked sends on. */
    LINE_IGNORED,
    /** An address is sold after the request. */
    TRANSFERRED,
    /** An address never came on the list of the affiliate. */
    NOT_AT_THE_AFFILIATE,
    /** The affiliate sends though its list has the address. */
    LATE_BY_THE_AFFILIATE,
    /** Messages without a postal address. */
    NO_ADDRESS,
    /** Messages whose header is false, as the logs show. */
    FORGED_HEADER,
    /** Messages whose subject misleads, which the sender knew. */
    MISLEADING_SUBJECT,
    /** The way to object is gone on day 29. */
    DEAD_ON_DAY_29,
    /** A password is asked of who objects. */
    LOGIN_WALL,
    /** A fee is asked of who objects. */
    FEE,
    /** A second page is to be confirmed. */
    SECOND_PAGE,
    /** Kinds of mail can be declined, all of it cannot. */
    MENU_WITHOUT_NONE
  }

  /** A sender with these faults. */
  public SimulatedSender(long seed, Set<Fault> faults) {
    this.draws = new Draws(seed);
    this.faults = Set.copyOf(faults);
    mailings();
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  // Recipients and their mail

  private void mailings() {
    for (int i = 0; i < RECIPIENTS; i++) {
      weekly(recipient(i), LocalDate.of(2026, 8, 13), zone());
    }
    for (int i = 0; i < OBJECTORS; i++) {
      new Objector().plain();
      new Objector().onTheLastEvening(ZONE);
      new Objector().onTheLastEvening(ZoneId.of("America/Los_Angeles"));
      new Objector().ofTheNewsletterAlone();
      new Objector().whoConsentsAgain();
      new Objector().toTheLine();
      new Objector().givenAwayToBeLeftOut();
      new Objector(LocalDate.of(2026, 6, 22)).onTheLastEvening(ZONE);
    }
    for (int i = 0; i < PLANTED; i++) {
      faults.stream().sorted().forEach(this::plant);
    }
    Collections.sort(expected);
  }

  private void plant(Fault fault) {
    switch (fault) {
      case LATE_ON_DAY_ELEVEN -> new Objector().late();
      case LATE_AFTER_A_HOLIDAY -> new Objector(LocalDate.of(2026, 6, 22)).late();
      case LATE_IN_ONE_ZONE -> new Objector().lateInOneZone();
      case BOUGHT_ONLY -> new Objector().whoOnlyBuys();
      case LINE_IGNORED -> new Objector().whomTheLineIgnores();
      case TRANSFERRED -> new Objector().sold();
      case NOT_AT_THE_AFFILIATE -> new Objector().notAtTheAffiliate();
      case LATE_BY_THE_AFFILIATE -> new Objector().lateByTheAffiliate();
      default -> {
        // a fault of the messages or of the way to object
      }
    }
  }

  private static String recipient(int number) {
    return "r" + number + "@home" + number % 7 + ".example";
  }

  private ZoneId zone() {
    return ZoneId.of(
        draws.of("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"));
  }

  /** Every Thursday at noon, to a day that is included. */
  private void weekly(String address, LocalDate until, ZoneId zone) {
    for (LocalDate day = LocalDate.of(2026, 2, 5); !day.isAfter(until); day = day.plusWeeks(1)) {
      send(address, day.atTime(12, 0), "", "", zone);
    }
  }

  private void send(String address, LocalDateTime at, String brand, String by, ZoneId zone) {
    sends
        .append(address)
        .append(',')
        .append(text(at))
        .append(",Offers,")
        .append(brand)
        .append(',')
        .append(by)
        .append(',')
        .append(zone)
        .append('\n');
  }

  private static String text(LocalDateTime at) {
    return at.atZone(ZONE).toOffsetDateTime().toString();
  }

  /** The tenth business day after a day. */
  private static LocalDate lastDay(LocalDate received) {
    LocalDate day = received;
    for (int counted = 0; counted < 10; ) {
      day = day.plusDays(1);
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      counted += weekend || HOLIDAYS.contains(day) ? 0 : 1;
    }
    return day;
  }

  /** Somebody who asked to receive no more. */
  private final class Objector {
    private final String address;
    private final LocalDateTime received;
    private final LocalDate lastDay;

    Objector() {
      this(LocalDate.of(2026, 2, 2).plusDays(draws.below(135)));
    }

    Objector(LocalDate day) {
      address = "o" + objectors + "@away" + objectors % 5 + ".example";
      objectors++;
      received = day.atTime(8 + draws.below(12), draws.below(60));
      lastDay = lastDay(day);
    }

    private void asks(String scope, String madeTo) {
      requests
          .append(address)
          .append(',')
          .append(text(received))
          .append(',')
          .append(scope)
          .append(',')
          .append(madeTo)
          .append('\n');
    }

    private void isLeftOut(boolean atTheAffiliate) {
      String since = text(received.plusDays(1 + draws.below(9)));
      left.append(address).append(',').append(since).append(",\n");
      if (atTheAffiliate) {
        left.append(address).append(',').append(since).append(',').append(AFFILIATE).append('\n');
      }
    }

    /** Asks, is left out, and gets what the Act still allows. */
    void plain() {
      asks("", "");
      isLeftOut(true);
      weekly(address, lastDay, zone());
    }

    void onTheLastEvening(ZoneId zone) {
      plain();
      send(address, lastDay.atTime(23, 30), "", "", zone);
    }

    void ofTheNewsletterAlone() {
      asks("Newsletter", "");
      isLeftOut(true);
      weekly(address, LocalDate.of(2026, 8, 13), zone());
    }

    void whoConsentsAgain() {
      plain();
      consents(true);
      send(address, received.plusDays(60), "", "", ZONE);
    }

    private void consents(boolean express) {
      consents
          .append(address)
          .append(',')
          .append(text(received.plusDays(30)))
          .append(',')
          .append(NAME)
          .append(express ? ",yes,Send me offers\n" : ",no,bought a spade\n");
    }

    void toTheLine() {
      asks("", LINE);
      isLeftOut(true);
      weekly(address, LocalDate.of(2026, 8, 13), zone());
      send(address, lastDay.atTime(20, 0), LINE, "", ZONE);
    }

    void givenAwayToBeLeftOut() {
      plain();
      givenTo(AFFILIATE, "suppression only");
    }

    private void givenTo(String whom, String purpose) {
      transfers
          .append(address)
          .append(',')
          .append(text(received.plusDays(1)))
          .append(',')
          .append(whom)
          .append(',')
          .append(purpose)
          .append('\n');
    }

    private void expect(String finding) {
      expected.add(finding + " " + address);
    }

    void late() {
      plain();
      send(address, lastDay.plusDays(1).atTime(8, 0), "", "", ZONE);
      expect("SUP-01 VIOLATED");
    }

    void lateInOneZone() {
      plain();
      send(address, lastDay.plusDays(1).atTime(1, 0), "", "", ZoneId.of("America/Los_Angeles"));
      expect("SUP-01 UNDETERMINED");
    }

    void whoOnlyBuys() {
      plain();
      consents(false);
      send(address, received.plusDays(60), "", "", ZONE);
      expect("SUP-01 VIOLATED");
    }

    void whomTheLineIgnores() {
      toTheLine();
      send(address, lastDay.plusDays(3).atTime(12, 0), LINE, "", ZONE);
      expect("SUP-01 VIOLATED");
    }

    void sold() {
      plain();
      givenTo("Hedgerow Lists LLC", "marketing");
      expect("SUP-04 VIOLATED");
    }

    void notAtTheAffiliate() {
      asks("", "");
      isLeftOut(false);
      weekly(address, lastDay, zone());
      expect("SUP-02 UNDETERMINED");
    }

    void lateByTheAffiliate() {
      plain();
      send(address, lastDay.plusDays(5).atTime(12, 0), "", AFFILIATE, ZONE);
      expect("SUP-01 VIOLATED");
      expect("SUP-02 VIOLATED");
    }
  }

  /** Its lists as CSV, by the names of {@link org.proffer.mailings.ListKind}. */
  public Map<String, String> lists() {
    return new TreeMap<>(
        Map.of(
            "SENDS", sends.toString(),
            "OPT_OUTS", requests.toString(),
            "SUPPRESSIONS", left.toString(),
            "CONSENTS", consents.toString(),
            "TRANSFERS", transfers.toString()));
  }

  /** What an audit of its lists has to find, sorted, as {@code SUP-01 VIOLATED a@b.example}. */
  public List<String> expected() {
    return List.copyOf(expected);
  }

  // The mailing that is kept as messages

  private boolean noAddress(int message) {
    return has(Fault.NO_ADDRESS) && message < 3;
  }

  private boolean forged(int message) {
    return has(Fault.FORGED_HEADER) && message >= 3 && message < 5;
  }

  private boolean misleading(int message) {
    return has(Fault.MISLEADING_SUBJECT) && message >= 5 && message < 9;
  }

  private static String messageId(int message) {
    return "<mailing-16." + message + "@larkspur.example>";
  }

  /** The messages as an mbox, each as it was delivered to one recipient. */
  public String mailbox() {
    StringBuilder mbox = new StringBuilder();
    for (int i = 0; i < MESSAGES; i++) {
      mbox.append("From news@larkspur.example ").append(Dates.asctime(SENT)).append('\n');
      mbox.append("Delivered-To: ").append(recipient(i)).append('\n');
      mbox.append("Message-ID: ").append(messageId(i)).append('\n');
      mbox.append("Date: ").append(Dates.rfc5322(SENT)).append('\n');
      mbox.append("From: ").append(NAME).append(" <news@larkspur.example>\n");
      mbox.append("To: ").append(recipient(i)).append('\n');
      mbox.append("Subject: ")
          .append(misleading(i) ? "Your invoice 4471" : "20 % off spring bulbs")
          .append('\n');
      mbox.append("MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n");
      mbox.append("Spring bulbs at 20 % off until Sunday. Tulips, daffodils and crocus.\n");
      mbox.append("Order now at https://larkspur.example/bulbs\n\n");
      mbox.append("This is an advertisement.\n\n");
      mbox.append("To unsubscribe from our offers visit https://larkspur.example/leave?u=")
          .append(i)
          .append("\n\n");
      if (!noAddress(i)) {
        mbox.append(NAME).append(", ").append(ADDRESS).append('\n');
      }
      mbox.append('\n');
    }
    return mbox.toString();
  }

  /** What is recorded of the messages beyond their bytes, as a facts file. */
  public String facts() {
    StringBuilder json =
        new StringBuilder(
            "{\"facts\":[" + headerTruth(false) + "," + misleads(false) + "],\n\"messages\":[");
    String between = "";
    for (int i = 0; i < MESSAGES; i++) {
      if (forged(i) || misleading(i)) {
        json.append(between)
            .append("{\"messageId\":\"")
            .append(messageId(i))
            .append("\",\"facts\":[");
        json.append(forged(i) ? headerTruth(true) : misleads(true) + "," + knew()).append("]}");
        between = ",\n";
      }
    }
    return json.append("]}").toString();
  }

  private static String headerTruth(boolean falsified) {
    return "{\"fact\":\"headerTruth\",\"falseOrMisleading\":"
        + falsified
        + ",\"impairs\":["
        + (falsified ? "\"RECIPIENT\"" : "")
        + "],\"source\":\"the outbound log of the mailing service\"}";
  }

  private static String misleads(boolean yes) {
    return "{\"fact\":\"judgement\",\"question\":\"SUBJECT_MISLEADS\",\"yes\":"
        + yes
        + ",\"by\":\"C. Olson\",\"source\":\"review of 20 March 2026\"}";
  }

  private static String knew() {
    return "{\"fact\":\"knowledge\",\"of\":\"SUBJECT_MISLEADS\",\"level\":\"ACTUAL\",\"who\":\""
        + NAME
        + "\",\"source\":\"memo: invoice wording doubles opens\"}";
  }

  /** How many messages violate each duty, as an audit of them has to count. */
  public Map<String, Integer> expectedInMessages() {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < MESSAGES; i++) {
      count(counts, "DIS-03", noAddress(i));
      count(counts, "HDR-01", forged(i));
      count(counts, "SUB-01", misleading(i));
      count(counts, "OPT-02", has(Fault.DEAD_ON_DAY_29));
      count(counts, "OPT-03", has(Fault.MENU_WITHOUT_NONE));
      count(counts, "OPT-05", has(Fault.LOGIN_WALL) || has(Fault.FEE) || has(Fault.SECOND_PAGE));
    }
    return counts;
  }

  private static void count(Map<String, Integer> counts, String duty, boolean violated) {
    if (violated) {
      counts.merge(duty, 1, Integer::sum);
    }
  }

  // The page where its recipients object

  /**
   * Whether the page answers on a day after the mailing.
   *
   * @param day from 1
   */
  public boolean answers(int day) {
    return !has(Fault.DEAD_ON_DAY_29) || day < 29;
  }

  /** Noon of a day after the mailing: 12 hours into it. */
  public static Instant noonOf(int day) {
    return SENT.plus(Duration.ofDays(day - 1L)).plus(Duration.ofHours(12));
  }

  /** The page as it is opened from a message. */
  public String page() {
    StringBuilder page =
        new StringBuilder(
            "<!DOCTYPE html><html lang=\"en\"><head><title>Leave</title></head><body>"
                + "<h1>Receive no more offers</h1><form method=\"post\">"
                + "<input type=\"email\" name=\"email\" value=\"you@home.example\">");
    if (has(Fault.LOGIN_WALL)) {
      page.append("<label>Password <input type=\"password\" name=\"password\"></label>");
    }
    if (has(Fault.FEE)) {
      page.append("<p>A fee of $4.95 is charged.</p><label>Card <input name=\"card\"></label>");
    }
    if (has(Fault.MENU_WITHOUT_NONE)) {
      for (String kind : List.of("Offers", "Newsletter", "Events", "Surveys", "Partners")) {
        page.append("<label><input type=\"checkbox\" name=\"kind\" value=\"")
            .append(kind)
            .append("\">")
            .append(kind)
            .append("</label>");
      }
    }
    return page.append("<button>Stop</button></form></body></html>").toString();
  }

  /** What follows when the form was sent. */
  public String answer() {
    return has(Fault.SECOND_PAGE)
        ? "<!DOCTYPE html><html lang=\"en\"><body><h1>Are you sure?</h1><form method=\"post\">"
            + "<button>Confirm</button></form></body></html>"
        : "<!DOCTYPE html><html lang=\"en\"><body><p>You receive no more.</p></body></html>";
  }
}
