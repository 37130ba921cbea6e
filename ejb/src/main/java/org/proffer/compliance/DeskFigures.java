package org.proffer.compliance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.ProgrammeState;
import org.proffer.law.deadlines.BusinessDays;
import org.proffer.mailings.Sampling;
import org.proffer.platform.NativeRows;

/** The figures of a client's page: each is a count of rows that a list shows. */
@Stateless
public class DeskFigures {
  /** Business days that are counted one by one; what took longer is counted together. */
  public static final int LONGEST = 15;

  private static final double CONFIDENCE = 0.95;

  @PersistenceContext private EntityManager entities;
  @Inject private ClientAccess access;
  @Inject private ClientRecords records;
  @Inject private MailingAudits audits;
  @Inject private MechanismWatches watches;
  @Inject private Clock clock;

  /**
   * Checks of a month, UTC, and the violations of one requirement among them.
   *
   * @param checks how many templates were checked
   * @param violated by requirement, how many of them violate it
   */
  public record Month(String month, long checks, Map<String, Long> violated) {
    public Month {
      violated = Map.copyOf(violated);
    }
  }

  /** Sends of a month, UTC, as the audits counted them, and those too late after a request. */
  public record SentMonth(String month, long sends, long violated, long undetermined) {}

  /**
   * How many requests were honored after so many business days.
   *
   * @param days from 0; the last element of the list counts what took longer
   */
  public record Latency(int days, long requests) {}

  /** How often a mechanism could be reached. */
  public record Uptime(UUID watchId, String address, long probes, long failures) {}

  /**
   * The share of checks with a violation, as a sample of what is made.
   *
   * @param interval null where nothing was checked
   */
  public record Share(long found, long drawn, Sampling.@Nullable Interval interval) {}

  /** Programmes by their state. */
  public Map<ProgrammeState, Long> programmes(UUID clientId) {
    Map<ProgrammeState, Long> counts = new EnumMap<>(ProgrammeState.class);
    records
        .list(ClientKinds.PROGRAMME, clientId)
        .forEach(
            record -> {
              ProgrammeState state = record.content().state();
              if (state != null) {
                counts.merge(state, 1L, Long::sum);
              }
            });
    return counts;
  }

  /** Checks by month, oldest first: the last twelve months with a check. */
  public List<Month> checksByMonth(UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    Map<String, Long> checks = new TreeMap<>();
    Map<String, Map<String, Long>> violated = new TreeMap<>();
    for (Object[] row :
        NativeRows.of(
                entities,
                "select to_char(c.checked_at at time zone 'UTC', 'YYYY-MM') m, '' r, count(*)"
                    + " from proffer.template_check c where c.client_id = :client group by 1"
                    + " union all select to_char(c.checked_at at time zone 'UTC', 'YYYY-MM') m, v.r, count(*)"
                    + " from proffer.template_check c, unnest(c.violated) v (r)"
                    + " where c.client_id = :client group by 1, 2")
            .setParameter("client", clientId)
            .getResultList()) {
      String month = (String) row[0];
      long count = ((Number) row[2]).longValue();
      if (((String) row[1]).isEmpty()) {
        checks.put(month, count);
      } else {
        violated.computeIfAbsent(month, same -> new TreeMap<>()).put((String) row[1], count);
      }
    }
    List<Month> months = new ArrayList<>();
    checks.forEach(
        (month, count) ->
            months.add(new Month(month, count, violated.getOrDefault(month, Map.of()))));
    return months.subList(Math.max(0, months.size() - 12), months.size());
  }

  /** Sends by month as the completed audits counted them; a mailing audited twice counts twice. */
  public List<SentMonth> sendsByMonth(UUID clientId) {
    Map<String, long[]> months = new TreeMap<>();
    for (MailingAuditView view : audits.list(clientId)) {
      JsonObject tally = view.tally();
      if (tally != null) {
        for (JsonObject month : tally.getJsonArray("months").getValuesAs(JsonObject.class)) {
          long[] sum = months.computeIfAbsent(month.getString("month"), same -> new long[3]);
          sum[0] += month.getJsonNumber("sends").longValue();
          sum[1] += month.getJsonNumber("violated").longValue();
          sum[2] += month.getJsonNumber("undetermined").longValue();
        }
      }
    }
    return months.entrySet().stream()
        .map(
            each ->
                new SentMonth(
                    each.getKey(), each.getValue()[0], each.getValue()[1], each.getValue()[2]))
        .toList();
  }

  /** Sends of an audit of a mailing, those too late after a request, and those left open. */
  public record SentMailing(
      UUID auditId, String title, String months, long sends, long violated, long undetermined) {}

  /** What the completed audits counted, newest first. */
  public List<SentMailing> sendsByAudit(UUID clientId) {
    List<SentMailing> all = new ArrayList<>();
    for (MailingAuditView view : audits.list(clientId)) {
      JsonObject tally = view.tally();
      if (tally != null) {
        long[] sum = new long[3];
        TreeSet<String> months = new TreeSet<>();
        for (JsonObject month : tally.getJsonArray("months").getValuesAs(JsonObject.class)) {
          months.add(month.getString("month"));
          sum[0] += month.getJsonNumber("sends").longValue();
          sum[1] += month.getJsonNumber("violated").longValue();
          sum[2] += month.getJsonNumber("undetermined").longValue();
        }
        String span =
            months.size() <= 1 ? String.join("", months) : months.first() + " to " + months.last();
        all.add(new SentMailing(view.id(), view.title(), span, sum[0], sum[1], sum[2]));
      }
    }
    return all;
  }

  /** How long requests took to be honored, of those entered with their clocks. */
  public List<Latency> latency(UUID clientId) {
    long[] counts = new long[LONGEST + 2];
    daysToHonor(clientId).values().forEach(days -> counts[days]++);
    return latency(counts);
  }

  /**
   * The requests that were honored after so many business days, in the order of their receipt.
   *
   * @param days as in {@link Latency}: more than {@value #LONGEST} stands for all that took longer
   */
  public List<UUID> honoredAfter(UUID clientId, int days) {
    return daysToHonor(clientId).entrySet().stream()
        .filter(each -> each.getValue() == Math.min(days, LONGEST + 1))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Business days of each request that was honored, at most one more than the longest. */
  private Map<UUID, Integer> daysToHonor(UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    Map<String, ZoneId> zones = new HashMap<>();
    Map<UUID, Integer> days = new LinkedHashMap<>();
    for (Object[] row :
        NativeRows.of(
                entities,
                "select r.received_at, r.honored_at, r.made_to, r.id from proffer.opt_out_request r"
                    + " where r.client_id = :client and r.honored_at is not null"
                    + " order by r.received_at, r.id")
            .setParameter("client", clientId)
            .getResultList()) {
      ZoneId zone = zones.computeIfAbsent((String) row[2], madeTo -> zone(clientId, madeTo));
      LocalDate received = LocalDate.ofInstant((java.time.Instant) row[0], zone);
      LocalDate honored = LocalDate.ofInstant((java.time.Instant) row[1], zone);
      int counted = 0;
      for (LocalDate day = received.plusDays(1);
          !day.isAfter(honored) && counted <= LONGEST;
          day = day.plusDays(1)) {
        counted += BusinessDays.isBusinessDay(day) ? 1 : 0;
      }
      days.put((UUID) row[3], counted);
    }
    return days;
  }

  /** The zone in which a day is read: of the sender that a request was made to, else UTC. */
  private ZoneId zone(UUID clientId, String madeTo) {
    return records.list(ClientKinds.SENDER, clientId).stream()
        .map(record -> record.content())
        .filter(sender -> madeTo.isBlank() || sender.name().equals(madeTo.strip()))
        .map(sender -> sender.zone())
        .filter(zone -> !zone.isEmpty())
        .findFirst()
        .map(ZoneId::of)
        .orElse(ZoneOffset.UTC);
  }

  private static List<Latency> latency(long[] counts) {
    List<Latency> all = new ArrayList<>();
    for (int days = 0; days < counts.length; days++) {
      all.add(new Latency(days, counts[days]));
    }
    return all;
  }

  /** How long requests took to reach the sender's own list, as an audit counted it. */
  public static List<Latency> latency(JsonObject tally) {
    JsonArray counted = tally.getJsonArray("latency");
    long[] counts = new long[LONGEST + 2];
    for (int days = 0; days < counted.size(); days++) {
      counts[Math.min(days, LONGEST + 1)] += counted.getJsonNumber(days).longValue();
    }
    return latency(counts);
  }

  /** How often the mechanisms under watch could be reached. */
  public List<Uptime> uptime(UUID clientId) {
    return watches.list(clientId).stream()
        .map(watch -> new Uptime(watch.id(), watch.address(), watch.probes(), watch.failures()))
        .toList();
  }

  /** The share of checks with a violation, with its interval at 95 percent. */
  public Share violatingChecks(UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    Object[] row =
        NativeRows.of(
                entities,
                "select count(*) drawn, count(*) filter (where c.verdict = 'VIOLATED') found"
                    + " from proffer.template_check c where c.client_id = :client")
            .setParameter("client", clientId)
            .getSingleResult();
    long drawn = ((Number) row[0]).longValue();
    long found = ((Number) row[1]).longValue();
    return new Share(
        found,
        drawn,
        drawn == 0 || drawn > 100_000
            ? null
            : Sampling.share(Math.toIntExact(found), Math.toIntExact(drawn), CONFIDENCE));
  }

  /** Requests that are overdue or due soon. */
  public long alarms(UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone(clientId, ""));
    return NativeRows.count(
            entities,
            "select count(*) from proffer.opt_out_request where client_id = :client"
                + " and honored_at is null and last_day <= :ahead")
        .setParameter("client", clientId)
        .setParameter("ahead", BusinessDays.after(today, OptOutClocks.AHEAD))
        .getSingleResult();
  }

  /** Findings that are not accepted, by severity. */
  public Map<DeskFinding.Severity, Long> openFindings(UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    Map<DeskFinding.Severity, Long> counts = new EnumMap<>(DeskFinding.Severity.class);
    for (Object[] row :
        NativeRows.of(
                entities,
                "select f.severity, count(*) from proffer.desk_finding f where f.client_id = :client"
                    + " and f.state <> 'ACCEPTED' group by f.severity")
            .setParameter("client", clientId)
            .getResultList()) {
      counts.put(DeskFinding.Severity.valueOf((String) row[0]), ((Number) row[1]).longValue());
    }
    return counts;
  }
}
