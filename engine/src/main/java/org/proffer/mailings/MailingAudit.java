package org.proffer.mailings;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Consent;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.Knowledge;
import org.proffer.law.canspam.recorded.MessageKind;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Participant;
import org.proffer.law.canspam.recorded.Recipient;
import org.proffer.law.canspam.recorded.Transfer;
import org.proffer.law.canspam.recorded.Transmission;

/**
 * Finds, among the sends of a mailing, those to addresses that had asked to receive no more: 15
 * U.S.C. 7704(a)(4)(A)(i) and (ii), with consent after the request (B), transfers (iv), and
 * addresses that never reached the list of somebody who sends for the sender.
 *
 * <p>The requests are held in memory by address, at most {@value #MOST} at a time; the sends pass
 * by as a stream, once for each such portion. Each send after a request is decided by the rule of
 * the law itself ({@link CanSpamRules#evaluateSend}); what comes no later than the tenth business
 * day in any zone is in time, whatever the request covers. Counted in days of the sender's zone and
 * of the recipient's; late is what is late in both.
 *
 * <p>Not decided here: whether a message was commercial (a send log does not say; the mailing is
 * audited as commercial), and what an agent knew beyond the list it had.
 */
public final class MailingAudit {
  /** Addresses held at a time: some 200 bytes each. */
  public static final int MOST = 2_000_000;

  private static final int ASK_EVERY = 1 << 16;

  private final AuditSettings settings;
  private final Map<ListKind, ListSource> lists;
  private final AuditHit.Sink sink;
  private final BooleanSupplier stopped;
  private final int most;
  private final AuditTally tally = new AuditTally();
  private final TimeText times;
  private final int grace;
  private final Map<String, ZoneId> zones = new HashMap<>();
  private final Set<String> agents = new TreeSet<>();
  private Map<String, Known> known = new HashMap<>();
  private int portion;
  private int portions = 1;

  private MailingAudit(
      AuditSettings settings,
      Map<ListKind, ListSource> lists,
      AuditHit.Sink sink,
      BooleanSupplier stopped,
      int most) {
    this.settings = settings;
    this.lists = Map.copyOf(lists);
    this.sink = sink;
    this.stopped = stopped;
    this.most = most;
    this.times = new TimeText(settings.timesWithoutOffset());
    this.grace = CanSpamRules.optOutGrace(settings.asOf());
  }

  /** The work was asked to stop. */
  public static final class Stopped extends RuntimeException {
    Stopped() {
      super("the audit was stopped", null, false, false);
    }
  }

  /**
   * Audits a mailing.
   *
   * @param lists the send log and the opt-out log at least
   * @param sink takes what is found
   * @param stopped whether to give up; asked now and then
   * @throws ListRefused if a list cannot be read as a whole
   * @throws Stopped if it gave up
   * @throws IOException if the bytes of a list cannot be read
   */
  public static AuditTally of(
      AuditSettings settings,
      Map<ListKind, ListSource> lists,
      AuditHit.Sink sink,
      BooleanSupplier stopped)
      throws IOException {
    return of(settings, lists, sink, stopped, MOST);
  }

  static AuditTally of(
      AuditSettings settings,
      Map<ListKind, ListSource> lists,
      AuditHit.Sink sink,
      BooleanSupplier stopped,
      int most)
      throws IOException {
    for (ListKind needed : List.of(ListKind.SENDS, ListKind.OPT_OUTS)) {
      if (!lists.containsKey(needed)) {
        throw new ListRefused(needed, 1, "it was not sent", "Send it with the others.");
      }
    }
    return new MailingAudit(settings, lists, sink, stopped, most).run();
  }

  private AuditTally run() throws IOException {
    long requests = count(ListKind.OPT_OUTS);
    portions = (int) Math.max(1, (requests + most - 1) / most);
    for (portion = 0; portion < portions; portion++) {
      known = new HashMap<>();
      read(ListKind.OPT_OUTS, this::request);
      read(ListKind.CONSENTS, this::consent);
      read(ListKind.SUPPRESSIONS, this::suppression);
      read(ListKind.SENDS, this::send);
      read(ListKind.TRANSFERS, this::transfer);
      known.forEach(this::leftOut);
    }
    return tally;
  }

  private long count(ListKind kind) throws IOException {
    // Problems of rows are found when the list is read for use.
    return new CsvList(kind, source(kind), new Problems()).read(row -> {});
  }

  private ListSource source(ListKind kind) {
    return java.util.Objects.requireNonNull(lists.get(kind));
  }

  private void read(ListKind kind, CsvList.Rows rows) throws IOException {
    if (lists.containsKey(kind)) {
      Problems problems = portion == 0 ? tally.problems() : new Problems();
      long[] count = {0};
      tally.rows(
          kind,
          new CsvList(kind, source(kind), problems)
              .read(
                  row -> {
                    if (++count[0] % ASK_EVERY == 0 && stopped.getAsBoolean()) {
                      throw new Stopped();
                    }
                    rows.take(row);
                  }));
    }
  }

  private boolean isOfPortion(String address) {
    return portions == 1 || Math.floorMod(address.hashCode(), portions) == portion;
  }

  private void request(CsvList.Row row) {
    String address = row.address();
    long at = times.millis(row.text(1), true);
    if (isOfPortion(address)) {
      Known of = known.get(address);
      if (of == null) {
        of = new Known();
        known.put(address, of);
        tally.objector();
      }
      of.add(new Known.Request(at, row.line(), shared(row.text(2)), shared(row.text(3))));
    }
  }

  private final Map<String, String> shared = new HashMap<>();

  /** Names that stand in millions of rows are held once. */
  private String shared(String text) {
    if (text.isEmpty()) {
      return "";
    }
    return shared.size() < 10_000
        ? shared.computeIfAbsent(text, same -> same)
        : shared.getOrDefault(text, text);
  }

  private void consent(CsvList.Row row) {
    String address = row.address();
    long at = times.millis(row.text(1), false);
    boolean express = row.yes(3, false);
    boolean passedOn = row.yes(4, false);
    String withdrawn = row.text(5);
    Long withdrawnAt = withdrawn.isEmpty() ? null : times.millis(withdrawn, false);
    Known of = known.get(address);
    if (of != null) {
      of.add(
          new Known.Given(
              at,
              row.line(),
              row.text(2).isEmpty() ? settings.sender() : shared(row.text(2)),
              express,
              passedOn,
              withdrawnAt,
              shared(row.text(6)),
              shared(row.text(7))));
    }
  }

  private void suppression(CsvList.Row row) {
    String address = row.address();
    long at = times.millis(row.text(1), true);
    String list = row.text(2).equals(settings.sender()) ? "" : shared(row.text(2));
    if (!list.isEmpty()) {
      agents.add(list);
    }
    Known of = known.get(address);
    if (of != null) {
      of.add(new Known.Left(list, at, row.line()));
    }
  }

  private void send(CsvList.Row row) {
    String address = row.address();
    long at = times.millis(row.text(1), false);
    ZoneId zone = zone(row);
    if (portion == 0) {
      tally.sent(at);
    }
    Known of = known.get(address);
    if (of == null) {
      return;
    }
    Known.Request earliest = earliestBefore(of, at);
    if (earliest == null) {
      return;
    }
    tally.sentToObjector();
    // Late in no zone: from UTC-12 to UTC+14 the same moment lies on at most three days.
    if (Days.of(at) < earliest.lastDay(grace) - 2) {
      tally.inTime();
      return;
    }
    new Send(row, address, at, zone, of).decide();
  }

  /** The request before a moment whose period ends first. */
  private Known.@Nullable Request earliestBefore(Known of, long at) {
    Known.Request earliest = null;
    for (Known.Request request : of.requests) {
      if (request.at < at && (earliest == null || request.at < earliest.at)) {
        earliest = request;
      }
    }
    return earliest;
  }

  private @Nullable ZoneId zone(CsvList.Row row) {
    String text = row.text(5);
    if (text.isEmpty()) {
      return null;
    }
    ZoneId zone = zones.get(text);
    if (zone == null) {
      try {
        zone = ZoneId.of(text);
      } catch (java.time.DateTimeException e) {
        throw noZone(text);
      }
      zones.put(text, zone);
    }
    return zone;
  }

  private static Unreadable noZone(String text) {
    return new Unreadable(
        "“" + text + "” is no time zone", "Write it as America/Detroit, or leave it empty.");
  }

  /** One send after a request, before the rule. */
  private final class Send {
    private final String address;
    private final long at;
    private final long line;
    private final @Nullable ZoneId zone;
    private final Known of;
    private final String kind;
    private final String sender;
    private final String by;

    Send(CsvList.Row row, String address, long at, @Nullable ZoneId zone, Known of) {
      this.address = address;
      this.at = at;
      this.line = row.line();
      this.zone = zone;
      this.of = of;
      this.kind = row.text(2).isEmpty() ? settings.kind() : row.text(2);
      this.sender = row.text(3).isEmpty() ? settings.sender() : row.text(3);
      this.by = row.text(4);
    }

    void decide() {
      LocalDate day = LocalDate.ofEpochDay(Days.of(at));
      RecordedFacts facts = new RecordedFacts(facts());
      Finding late = CanSpamRules.evaluateSend("SUP-01", facts, day);
      switch (late.verdict()) {
        case VIOLATED, UNDETERMINED -> {
          if (late.verdict() == Verdict.VIOLATED && !of.counted) {
            of.counted = true;
            tally.lateAddress();
          }
          tally.foundOfSend(late.verdict());
          hand(late);
          if (acts()) {
            Finding agents = CanSpamRules.evaluateSend("SUP-02", facts, day);
            if (agents.verdict() == Verdict.VIOLATED || agents.verdict() == Verdict.UNDETERMINED) {
              hand(agents);
            }
          }
        }
        case MET, NOT_APPLICABLE -> met(late, facts, day);
      }
    }

    private void met(Finding late, RecordedFacts facts, LocalDate day) {
      if (CanSpamRules.evaluateSend("SUP-05", facts, day).verdict() == Verdict.MET) {
        tally.lifted();
      } else if (late.reason().contains("the tenth business day is")) {
        tally.inTime();
      } else {
        tally.otherwiseMet();
      }
    }

    private boolean acts() {
      return !by.isEmpty() && !by.equals(sender) && !by.equals(settings.sender());
    }

    private List<Fact> facts() {
      String source = "send log, line " + line;
      List<Fact> facts = new ArrayList<>();
      facts.add(new Transmission(Instant.ofEpochMilli(at), settings.senderZone(), source));
      facts.add(new Recipient(address, zone, source));
      if (!kind.isEmpty()) {
        facts.add(new MessageKind(kind, source));
      }
      facts.add(
          new Participant(
              sender, Set.of(Participant.Role.PROCURED, Participant.Role.ADVERTISED), source));
      if (acts()) {
        facts.add(new Participant(by, Set.of(Participant.Role.TRANSMITTED), source));
        Known.Left had = of.since(by);
        if (had != null && had.at() < at) {
          facts.add(
              new Knowledge(
                  Knowledge.Subject.WITHIN_OBJECTION,
                  Knowledge.Level.ACTUAL,
                  by,
                  "suppression list, line " + had.line()));
        }
      }
      for (Known.Request request : of.requests) {
        facts.add(MailingAudit.this.request(address, request, sender));
      }
      for (Known.Given consent : of.consents) {
        facts.add(MailingAudit.this.consent(address, consent));
      }
      complete(facts);
      return facts;
    }

    private void hand(Finding finding) {
      Known.Request governing = governing();
      tally.found(finding.requirement(), finding.verdict());
      sink.take(
          new AuditHit(
              finding.requirement(),
              finding.verdict(),
              address,
              Instant.ofEpochMilli(at),
              line,
              Instant.ofEpochMilli(governing.at),
              governing.line,
              lastDay(governing),
              finding.reason(),
              finding.missing(),
              kind,
              by));
    }

    /** The first request that covers the send: whose day counts. */
    private Known.Request governing() {
      Known.Request first = null;
      for (Known.Request request : of.requests) {
        boolean covers =
            request.at < at
                && (request.kinds.isEmpty()
                    || kind.isEmpty()
                    || kinds(request.kinds).contains(kind))
                && madeTo(request, sender).contains(sender);
        if (covers && (first == null || request.at < first.at)) {
          first = request;
        }
      }
      return first == null ? java.util.Objects.requireNonNull(earliestBefore(of, at)) : first;
    }
  }

  private LocalDate lastDay(Known.Request request) {
    ZoneId zone = settings.senderZone();
    return Days.last(request.at, zone == null ? ZoneOffset.UTC : zone, grace);
  }

  private OptOutRequest request(String address, Known.Request request, String sender) {
    return new OptOutRequest(
        address,
        madeTo(request, sender),
        Instant.ofEpochMilli(request.at),
        kinds(request.kinds),
        "opt-out log, line " + request.line);
  }

  /** A request that names nobody was made to the sender, for all that it sends. */
  private Set<String> madeTo(Known.Request request, String sender) {
    if (!request.receivedBy.isEmpty()) {
      return kinds(request.receivedBy);
    }
    return sender.equals(settings.sender()) ? Set.of(sender) : Set.of(sender, settings.sender());
  }

  private static Set<String> kinds(String text) {
    if (text.isEmpty() || text.equalsIgnoreCase("all")) {
      return Set.of();
    }
    Set<String> kinds = new HashSet<>();
    Arrays.stream(text.split("[;|]", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .forEach(kinds::add);
    return kinds;
  }

  private Consent consent(String address, Known.Given given) {
    Long withdrawn = given.withdrawnAt();
    return new Consent(
        address,
        given.to(),
        Instant.ofEpochMilli(given.at()),
        given.express(),
        given.passedOn(),
        withdrawn == null ? null : Instant.ofEpochMilli(withdrawn),
        given.words(),
        given.channel(),
        "list of consents, line " + given.line());
  }

  private void complete(List<Fact> facts) {
    if (settings.requestsComplete()) {
      facts.add(
          new Complete(
              Complete.Records.OPT_OUT_REQUESTS, "the opt-out log was said to be complete"));
    }
    if (settings.consentsComplete()) {
      facts.add(
          new Complete(Complete.Records.CONSENTS, "the list of consents was said to be complete"));
    }
  }

  private void transfer(CsvList.Row row) {
    String address = row.address();
    long at = times.millis(row.text(1), false);
    String to = row.text(2);
    if (to.isEmpty()) {
      throw new Unreadable("it is empty", "Name who got the address.");
    }
    String by = row.text(3).isEmpty() ? settings.sender() : row.text(3);
    Known of = known.get(address);
    Known.Request earliest = of == null ? null : earliestBefore(of, at);
    if (of == null || earliest == null) {
      return;
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Transfer(
            address,
            by,
            to,
            Instant.ofEpochMilli(at),
            true,
            isForCompliance(row.text(4)),
            "list of transfers, line " + row.line()));
    for (Known.Request request : of.requests) {
      facts.add(request(address, request, settings.sender()));
    }
    for (Finding finding :
        CanSpamRules.evaluateRecords(new RecordedFacts(facts), LocalDate.ofEpochDay(Days.of(at)))) {
      if (finding.requirement().equals("SUP-04") && finding.verdict() == Verdict.VIOLATED) {
        tally.found("SUP-04", Verdict.VIOLATED);
        sink.take(
            new AuditHit(
                "SUP-04",
                Verdict.VIOLATED,
                address,
                Instant.ofEpochMilli(at),
                row.line(),
                Instant.ofEpochMilli(earliest.at),
                earliest.line,
                lastDay(earliest),
                finding.reason(),
                List.of(),
                "",
                by));
      }
    }
  }

  private static boolean isForCompliance(String purpose) {
    String words = purpose.toLowerCase(java.util.Locale.ROOT);
    return words.contains("suppress") || words.contains("compliance") || words.contains("scrub");
  }

  /** When an address that declined all mail came on the lists of those to leave out. */
  private void leftOut(String address, Known of) {
    if (!lists.containsKey(ListKind.SUPPRESSIONS)) {
      return;
    }
    for (Known.Request request : of.requests) {
      if (!kinds(request.kinds).isEmpty()) {
        continue;
      }
      Known.Left own = of.since("");
      LocalDate received = day(request.at);
      if (own == null) {
        tally.neverLeftOut();
      } else {
        tally.leftOutAfter(Days.between(received, day(own.at())));
      }
      LocalDate lastDay = lastDay(request);
      if (!consentedAfter(of, request) && lastDay.isBefore(settings.asOf())) {
        for (String agent : agents) {
          if (of.since(agent) == null) {
            missingAt(agent, address, request, lastDay);
          }
        }
      }
      return;
    }
  }

  private boolean consentedAfter(Known of, Known.Request request) {
    for (Known.Given consent : of.consents) {
      if (consent.express() && consent.at() > request.at && consent.withdrawnAt() == null) {
        return true;
      }
    }
    return false;
  }

  private void missingAt(String agent, String address, Known.Request request, LocalDate lastDay) {
    tally.found("SUP-02", Verdict.UNDETERMINED);
    sink.take(
        new AuditHit(
            "SUP-02",
            Verdict.UNDETERMINED,
            address,
            null,
            0,
            Instant.ofEpochMilli(request.at),
            request.line,
            lastDay,
            "The address declined all mail (opt-out log, line "
                + request.line
                + ") and is not on the list of "
                + agent
                + ", though the tenth business day was "
                + lastDay
                + ".",
            List.of("whether " + agent + " sent to the address after " + lastDay),
            "",
            agent));
  }

  private LocalDate day(long millis) {
    ZoneId zone = settings.senderZone();
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone == null ? ZoneOffset.UTC : zone);
  }
}
