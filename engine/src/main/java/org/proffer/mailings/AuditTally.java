package org.proffer.mailings;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Verdict;

/** What an audit counted. Every row of every list is in one of the counts. */
public final class AuditTally {
  /** The longest latency that is counted by itself; what took longer is counted together. */
  public static final int LONGEST = 30;

  private final Map<ListKind, Long> rows = new EnumMap<>(ListKind.class);
  private final Problems problems = new Problems();
  private final Map<String, Map<Verdict, Long>> findings = new TreeMap<>();
  private final Map<YearMonth, Month> months = new TreeMap<>();
  private final long[] latency = new long[LONGEST + 2];
  private long toObjectors;
  private long inTime;
  private long lifted;
  private long otherwiseMet;
  private long lateAddresses;
  private long objectors;
  private long neverLeftOut;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private int monthOf = Integer.MIN_VALUE;
  private Month current = new Month();

  /** Sends of a month, UTC, and those among them after a request. */
  public static final class Month {
    private long sends;
    private long violated;
    private long undetermined;

    /** How many copies were sent. */
    public long sends() {
      return sends;
    }

    /** How many of them violate SUP-01. */
    public long violated() {
      return violated;
    }

    /** Of how many of them it cannot be said. */
    public long undetermined() {
      return undetermined;
    }
  }

  AuditTally() {}

  void rows(ListKind kind, long count) {
    rows.put(kind, count);
  }

  Problems problems() {
    return problems;
  }

  void sent(long at) {
    first = Math.min(first, at);
    last = Math.max(last, at);
    int day = Days.of(at);
    if (day != monthOf) {
      monthOf = day;
      current =
          months.computeIfAbsent(
              YearMonth.from(java.time.LocalDate.ofEpochDay(day)), month -> new Month());
    }
    current.sends++;
  }

  void sentToObjector() {
    toObjectors++;
  }

  void inTime() {
    inTime++;
  }

  void lifted() {
    lifted++;
  }

  void otherwiseMet() {
    otherwiseMet++;
  }

  void found(String requirement, Verdict verdict) {
    findings
        .computeIfAbsent(requirement, id -> new EnumMap<>(Verdict.class))
        .merge(verdict, 1L, Long::sum);
  }

  /** A finding on the send that was counted last. */
  void foundOfSend(Verdict verdict) {
    current.violated += verdict == Verdict.VIOLATED ? 1 : 0;
    current.undetermined += verdict == Verdict.UNDETERMINED ? 1 : 0;
  }

  void lateAddress() {
    lateAddresses++;
  }

  void objector() {
    objectors++;
  }

  void leftOutAfter(int businessDays) {
    latency[Math.min(businessDays, LONGEST + 1)]++;
  }

  void neverLeftOut() {
    neverLeftOut++;
  }

  /** How many rows a list has, without its header. */
  public long rows(ListKind kind) {
    return rows.getOrDefault(kind, 0L);
  }

  /** How many of them could not be used. */
  public long problems(ListKind kind) {
    return problems.count(kind);
  }

  /** The first thousand rows of each list that could not be used. */
  public List<RowProblem> problemRows() {
    return problems.kept();
  }

  /** Findings by requirement and verdict, each a row that was handed out. */
  public Map<String, Map<Verdict, Long>> findings() {
    return Collections.unmodifiableMap(findings);
  }

  /** How many findings of a requirement have a verdict. */
  public long found(String requirement, Verdict verdict, long otherwise) {
    Map<Verdict, Long> of = findings.get(requirement);
    return of == null ? otherwise : of.getOrDefault(verdict, otherwise);
  }

  /** By month of sending, UTC. */
  public Map<YearMonth, Month> months() {
    return Collections.unmodifiableMap(months);
  }

  /**
   * How many requests for all mail reached the sender's own list of addresses to leave out after so
   * many business days; the last element counts what took longer than {@link #LONGEST}.
   */
  public List<Long> latency() {
    List<Long> all = new ArrayList<>(latency.length);
    for (long count : latency) {
      all.add(count);
    }
    return List.copyOf(all);
  }

  /** How many addresses that declined all mail are not on the sender's own list. */
  public long missingOnOwnList() {
    return neverLeftOut;
  }

  /** Sends to an address that had objected before. */
  public long sendsToObjectors() {
    return toObjectors;
  }

  /** Those of them not later than the tenth business day. */
  public long sendsInTime() {
    return inTime;
  }

  /** Those of them that a later consent allows. */
  public long sendsAfterConsent() {
    return lifted;
  }

  /** Those of them outside the scope of the request, or made to another sender. */
  public long sendsOutOfScope() {
    return otherwiseMet;
  }

  /** Addresses with a send that violates SUP-01. */
  public long addressesLate() {
    return lateAddresses;
  }

  /** Addresses that objected. */
  public long addressesObjected() {
    return objectors;
  }

  /** The first send; null if there is none. */
  public @Nullable Instant firstSent() {
    return first == Long.MAX_VALUE ? null : Instant.ofEpochMilli(first);
  }

  /** The last send; null if there is none. */
  public @Nullable Instant lastSent() {
    return last == Long.MIN_VALUE ? null : Instant.ofEpochMilli(last);
  }
}
