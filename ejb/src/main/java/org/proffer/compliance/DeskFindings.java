package org.proffer.compliance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Actor;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.access.Logins;
import org.proffer.audit.AuditTrail;
import org.proffer.clients.ClientChanged;
import org.proffer.law.Verdict;
import org.proffer.law.penalties.Circumstances;
import org.proffer.law.penalties.CivilPenalties;
import org.proffer.law.penalties.Exposure;
import org.proffer.law.penalties.Plaintiff;
import org.proffer.law.penalties.Provision;
import org.proffer.law.penalties.UnlawfulMessages;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NativeRows;
import org.proffer.platform.NotFound;

/** The findings of a client and what becomes of them. One method is one transaction. */
@Stateless
public class DeskFindings {
  private static final String COLUMNS =
      "select f.id, f.client_id, f.programme_id, f.requirement, f.citation, f.verdict, f.severity,"
          + " f.title, f.reason, f.found_in, f.source_id, f.messages, f.happened_on, f.state, f.owner,"
          + " f.due, f.remedy, f.retest_id, f.accepted_by, f.version, f.found_at, f.changed_at"
          + " from proffer.desk_finding f ";

  @PersistenceContext private EntityManager entities;
  @Inject private ClientAccess access;
  @Inject private FindingRegister register;
  @Inject private AuditTrail audit;
  @Inject private Logins logins;
  @Inject private Clock clock;

  /**
   * What becomes of a finding.
   *
   * @param state the next state
   * @param owner login of who mends it
   * @param due until when; null for no day
   * @param remedy what is done about it
   * @param retestId the check or audit that tried it again; null if none did
   * @param words why; may be empty
   */
  public record Change(
      DeskFinding.State state,
      String owner,
      @Nullable LocalDate due,
      String remedy,
      @Nullable UUID retestId,
      String words) {}

  /** A step of a finding. */
  public record Step(int version, Instant at, String by, DeskFinding.State state, String words) {}

  /**
   * The findings of a client: what weighs most first.
   *
   * @param state only in this one; empty for all that are not accepted, {@code ALL} for all
   */
  public List<DeskFinding> list(UUID clientId, String state) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    return NativeRows.of(
            entities,
            COLUMNS
                + "where f.client_id = :client and (:state = 'ALL' or f.state = :state"
                + " or :state = '' and f.state <> 'ACCEPTED')"
                + " order by array_position(array['CRITICAL','HIGH','MEDIUM','LOW'], f.severity),"
                + " f.found_at desc, f.requirement")
        .setParameter("client", clientId)
        .setParameter("state", state)
        .getResultList()
        .stream()
        .map(DeskFindings::view)
        .toList();
  }

  /**
   * A finding.
   *
   * @throws NotFound if there is none that the person may see
   */
  public DeskFinding get(UUID id) {
    access.require(ClientAction.LIST_CLIENTS);
    List<Object[]> rows =
        NativeRows.of(entities, COLUMNS + "where f.id = :id")
            .setParameter("id", id)
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFound("finding", id);
    }
    DeskFinding finding = view(rows.get(0));
    access.require(ClientAction.VIEW_CLIENT, finding.clientId(), "finding", id);
    return finding;
  }

  private static DeskFinding view(Object[] row) {
    return new DeskFinding(
        (UUID) row[0],
        (UUID) row[1],
        (UUID) row[2],
        (String) row[3],
        (String) row[4],
        Verdict.valueOf((String) row[5]),
        DeskFinding.Severity.valueOf((String) row[6]),
        (String) row[7],
        (String) row[8],
        DeskFinding.FoundIn.valueOf((String) row[9]),
        (UUID) row[10],
        ((Number) row[11]).longValue(),
        MailingAudits.day(row[12]),
        DeskFinding.State.valueOf((String) row[13]),
        (String) row[14],
        row[15] == null ? null : MailingAudits.day(row[15]),
        (String) row[16],
        (UUID) row[17],
        (String) row[18],
        ((Number) row[19]).intValue(),
        (Instant) row[20],
        (Instant) row[21]);
  }

  /** What happened to a finding, oldest first. */
  public List<Step> steps(UUID id) {
    get(id);
    return NativeRows.of(
            entities,
            "select s.version, s.at, s.by_login, s.state, s.words from proffer.desk_finding_step s"
                + " where s.finding_id = :id order by s.version")
        .setParameter("id", id)
        .getResultList()
        .stream()
        .map(
            row ->
                new Step(
                    ((Number) row[0]).intValue(),
                    (Instant) row[1],
                    (String) row[2],
                    DeskFinding.State.valueOf((String) row[3]),
                    (String) row[4]))
        .toList();
  }

  /**
   * Says what becomes of a finding.
   *
   * @param version the version that was read
   * @throws ClientChanged if somebody wrote it since
   * @throws InvalidInput if the change does not follow from what is there
   */
  public DeskFinding change(UUID id, int version, Change change) {
    DeskFinding before = get(id);
    Actor actor = access.require(ClientAction.REMEDIATE, before.clientId(), "finding", id);
    check(before, change, actor);
    UUID retest = change.retestId() == null ? before.retestId() : change.retestId();
    LocalDate due = change.due();
    int changed =
        entities
            .createNativeQuery(
                "update proffer.desk_finding set state = :state, owner = :owner,"
                    + " due = cast(:due as date), remedy = :remedy, retest_id = cast(:retest as uuid),"
                    + " accepted_by = cast(:accepted as text), version = version + 1, changed_at = :at"
                    + " where id = :id and version = :version")
            .setParameter("state", change.state().name())
            .setParameter("owner", change.owner())
            .setParameter("due", due == null ? null : due.toString())
            .setParameter("remedy", change.remedy())
            .setParameter("retest", retest == null ? null : retest.toString())
            .setParameter(
                "accepted", change.state() == DeskFinding.State.ACCEPTED ? actor.login() : null)
            .setParameter("at", clock.instant())
            .setParameter("id", id)
            .setParameter("version", version)
            .executeUpdate();
    if (changed == 0) {
      throw new ClientChanged(
          before.requirement() + ", " + before.title(), "somebody", before.version());
    }
    register.step(
        id, before.clientId(), version + 1, actor.login(), change.state(), change.words());
    audit.record(actor.login(), "CHANGE_DESK_FINDING", null, "finding", id, change.state().name());
    return get(id);
  }

  private void check(DeskFinding before, Change change, Actor actor) {
    if (!change.owner().isEmpty() && !logins.isKnown(change.owner())) {
      throw new InvalidInput(
          "owner", "There is no login “" + change.owner() + "”.", "Choose one from the list.");
    }
    if (change.state() == DeskFinding.State.IN_REMEDY && change.owner().isEmpty()) {
      throw new InvalidInput("owner", "Nobody mends it.", "Name who does.");
    }
    if (change.state() == DeskFinding.State.REMEDIED && change.remedy().isBlank()) {
      throw new InvalidInput("remedy", "What was done is not said.", "Say what was changed.");
    }
    if (change.state() == DeskFinding.State.RETESTED) {
      UUID retest = change.retestId();
      if (retest == null || !passes(before, retest)) {
        throw new InvalidInput(
            "retest",
            retest == null
                ? "No check or audit is named that tried it again."
                : "The check or audit "
                    + retest
                    + " has the finding again, is of another client,"
                    + " was made before, or has not ended.",
            "Check the template again, or audit a later mailing, and name that.");
      }
    }
    if (change.state() == DeskFinding.State.ACCEPTED) {
      if (change.words().isBlank()) {
        throw new InvalidInput("words", "Why it is accepted is not said.", "Give the reason.");
      }
      if (actor.login().equals(before.owner())) {
        throw new InvalidInput(
            "accepted",
            "Whoever mended it does not accept it.",
            "Ask somebody else who works for the client.");
      }
    }
  }

  /** Whether a later check or audit of the client does not have the finding. */
  private boolean passes(DeskFinding finding, UUID retest) {
    return NativeRows.count(
                entities,
                "select (select count(*) from proffer.template_check c where c.id = :retest"
                    + " and c.client_id = :client and c.checked_at > :at and not :requirement = any(c.violated))"
                    + " + (select count(*) from proffer.mailing_audit a where a.id = :retest"
                    + " and a.client_id = :client and a.state = 'COMPLETED' and a.created_at > :at"
                    + " and not exists (select from proffer.mailing_audit_finding f where f.audit_id = a.id"
                    + " and f.requirement = :requirement and f.verdict = :verdict)"
                    + " and (:requirement like 'SUP-%' or exists (select from proffer.mailing_audit_messages m"
                    + " where m.audit_id = a.id) and not exists (select from proffer.mailing_message m"
                    + " where m.audit_id = a.id and :requirement = any(m.violated))))")
            .setParameter("retest", retest)
            .setParameter("client", finding.clientId())
            .setParameter("at", finding.foundAt())
            .setParameter("requirement", finding.requirement())
            .setParameter("verdict", finding.verdict().name())
            .getSingleResult()
        > 0;
  }

  /**
   * The most that each plaintiff can be awarded for the violations that are in the list and were
   * not accepted: a maximum, not a prediction. Of one audit or check each message is counted once,
   * for all that it violates; a mailing that was audited twice is counted twice.
   *
   * @param assessedOn the day of assessment, whose amounts apply
   * @param knowledge whether there is actual knowledge, or knowledge fairly implied
   * @param pattern whether there is a pattern or practice
   * @param willful whether it was willful and knowing, or aggravated
   * @return one a plaintiff; empty if no violation concerns a sent message
   * @throws InvalidInput if the day lies before the violations
   */
  public List<Exposure> exposure(
      UUID clientId, LocalDate assessedOn, boolean knowledge, boolean pattern, boolean willful) {
    Map<UUID, Map<Provision, Long>> bySource = new HashMap<>();
    LocalDate first = null;
    for (DeskFinding finding : list(clientId, "")) {
      Provision provision = provision(finding.requirement());
      if (finding.verdict() == Verdict.VIOLATED && finding.messages() > 0 && provision != null) {
        bySource
            .computeIfAbsent(finding.sourceId(), source -> new EnumMap<>(Provision.class))
            .merge(provision, finding.messages(), Math::max);
        first =
            first == null || finding.happenedOn().isBefore(first) ? finding.happenedOn() : first;
      }
    }
    if (first == null) {
      return List.of();
    }
    if (assessedOn.isBefore(first)) {
      throw new InvalidInput(
          "assessedOn",
          "The day " + assessedOn + " lies before the violations, which begin on " + first + ".",
          "Choose today or a later day.");
    }
    Circumstances circumstances = new Circumstances(first, assessedOn, knowledge, pattern, willful);
    List<UnlawfulMessages> groups = groups(bySource);
    List<Exposure> all = new ArrayList<>();
    for (Plaintiff plaintiff : Plaintiff.values()) {
      all.add(CivilPenalties.exposure(plaintiff, groups, circumstances));
    }
    return all;
  }

  /**
   * Groups that share no message: which messages violate what is not kept, so the fewest that may
   * be.
   */
  private static List<UnlawfulMessages> groups(Map<UUID, Map<Provision, Long>> bySource) {
    List<UnlawfulMessages> groups = new ArrayList<>();
    for (Map<Provision, Long> counts : bySource.values()) {
      long counted = 0;
      List<Long> steps = counts.values().stream().sorted().distinct().toList();
      for (long step : steps) {
        Set<Provision> violated = EnumSet.noneOf(Provision.class);
        counts.forEach(
            (provision, count) -> {
              if (count >= step) {
                violated.add(provision);
              }
            });
        groups.add(new UnlawfulMessages(step - counted, violated));
        counted = step;
      }
    }
    return groups;
  }

  static @Nullable Provision provision(String requirement) {
    return switch (requirement.substring(0, requirement.indexOf('-'))) {
      case "HDR" -> Provision.HEADER;
      case "SUB" -> Provision.SUBJECT;
      case "OPT" -> Provision.OPT_OUT_MECHANISM;
      case "SUP" -> requirement.equals("SUP-04") ? null : Provision.AFTER_OBJECTION;
      case "DIS" -> Provision.DISCLOSURES;
      case "AGG" -> Provision.AGGRAVATED;
      case "SEX" -> Provision.SEXUAL_LABEL;
      case "PRO" -> Provision.PROMOTION;
      default -> null;
    };
  }

  /** Today, as days are counted for what is due. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
