package org.proffer.cases;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Logins;
import org.proffer.access.Member;
import org.proffer.access.MemberRole;
import org.proffer.access.Members;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;
import org.proffer.records.Records;
import org.proffer.search.SearchWords;

/** Cases: opened, listed, seen. One method is one transaction. */
@Stateless
public class Cases {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Members members;
  @Inject private Logins logins;
  @Inject private AuditTrail audit;
  @Inject private Courts courts;
  @Inject private Records records;
  @Inject private CaseKind kind;
  @Inject private Clock clock;

  /**
   * Opens a case; the person who opens it is its first member.
   *
   * @throws InvalidInput if the title is empty, the court unknown, or the docket number not in the
   *     court's form
   * @throws DocketNumberTaken if another case has the number
   */
  public CaseId open(OpenCase asked) {
    return open(asked, false);
  }

  /** Opens a demonstration case, marked as synthetic. */
  public CaseId openDemonstration(OpenCase asked) {
    return open(asked, true);
  }

  private CaseId open(OpenCase asked, boolean demonstration) {
    Actor actor = access.require(Action.OPEN_CASE);
    Court court = courts.get(asked.court());
    CaseId id = new CaseId(Ids.next(clock));
    entities.persist(
        new CaseFile(
            id.value(),
            asked.title().strip(),
            court.code(),
            null,
            null,
            asked.status(),
            demonstration,
            clock.instant(),
            actor.login()));
    entities.flush();
    members.add(id.value(), actor.login(), actor.login());
    records.add(
        kind,
        id.value(),
        id.value(),
        kind.read(
            Json.createObjectBuilder()
                .add("title", asked.title())
                .add("court", asked.court())
                .add("docketNumber", asked.docketNumber())
                .add("judge", asked.judge())
                .add("status", asked.status().name())
                .build()));
    audit.record(actor.login(), "OPEN_CASE", id.value(), "case", id, "status " + asked.status());
    return id;
  }

  /**
   * A stretch of the cases of the person who asks, newest first.
   *
   * @param containing words that stand in the title, the docket number or the name of the judge;
   *     empty for all cases
   * @param first index of the first one wanted, from 0
   * @param most how many are wanted
   */
  public CasePage list(String containing, int first, int most) {
    Actor actor = access.require(Action.LIST_CASES);
    List<String> patterns = SearchWords.of(containing).patterns();
    StringBuilder where = new StringBuilder("me.login = :login");
    for (int i = 0; i < patterns.size(); i++) {
      where
          .append(" and lower(concat_ws(' ', c.title, c.docket_number, c.judge)) like :pattern")
          .append(i);
    }
    String mine =
        " from proffer.case_file c join proffer.case_member me on me.case_id = c.id where " + where;
    long total = bound("select count(*)" + mine, Long.class, actor, patterns).getSingleResult();
    List<CaseSummary> rows =
        bound(
                """
                select p.*,
                       (select count(*) from proffer.evidence_item e where e.case_id = p.id) items,
                       (select count(*) from proffer.message m where m.case_id = p.id) messages,
                       (select count(*) from proffer.message m where m.case_id = p.id and m.verdict = 'VIOLATED') violated
                from (select c.id, c.title, c.court, c.docket_number, c.status, c.demonstration, c.opened_at
                      %s order by c.opened_at desc, c.id limit :most offset :first) p
                order by p.opened_at desc, p.id"""
                    .formatted(mine),
                Object[].class,
                actor,
                patterns)
            .setParameter("most", most)
            .setParameter("first", first)
            .getResultList()
            .stream()
            .map(this::summary)
            .toList();
    return new CasePage(rows, total);
  }

  private <T> NativeQuery<T> bound(
      String sql, Class<T> result, Actor actor, List<String> patterns) {
    NativeQuery<T> query = entities.unwrap(Session.class).createNativeQuery(sql, result);
    query.setParameter("login", actor.login());
    for (int i = 0; i < patterns.size(); i++) {
      query.setParameter("pattern" + i, patterns.get(i));
    }
    return query;
  }

  private CaseSummary summary(Object[] row) {
    return new CaseSummary(
        new CaseId((UUID) row[0]),
        (String) row[1],
        courts.get((String) row[2]).name(),
        row[3] == null ? "" : (String) row[3],
        CaseStatus.valueOf((String) row[4]),
        (Boolean) row[5],
        (Instant) row[6],
        ((Number) row[7]).longValue(),
        ((Number) row[8]).longValue(),
        ((Number) row[9]).longValue());
  }

  /**
   * A case.
   *
   * @throws NotFound if there is none, or the person is not a member
   */
  public CaseView get(CaseId id) {
    access.require(Action.VIEW_CASE, id.value());
    return file(id).view(courts, members.of(id.value()));
  }

  /** The id of the demonstration case of a title, if it was opened. */
  public @Nullable CaseId demonstration(String title) {
    return entities
        .createQuery(
            "select c.id from CaseFile c where c.demonstration and c.title = :title"
                + " order by c.openedAt",
            UUID.class)
        .setParameter("title", title)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(CaseId::new)
        .orElse(null);
  }

  /** The members of a case, in the order of their logins. */
  public List<Member> members(CaseId id) {
    access.require(Action.VIEW_MEMBERS, id.value());
    return members.listed(id.value());
  }

  /** Adds a login to the members. */
  public void addMember(CaseId id, String login) {
    addMember(id, login, MemberRole.OTHER);
  }

  /**
   * Adds a login to the members, or says anew what the member does.
   *
   * @throws InvalidInput if there is no such login
   */
  public void addMember(CaseId id, String login, MemberRole role) {
    Actor actor = access.require(Action.ADD_MEMBER, id.value());
    if (!logins.isKnown(login)) {
      throw new InvalidInput(
          "login", "There is no login “" + login + "”.", "Choose one from the list.");
    }
    if (members.isWalled(id.value(), login)) {
      throw new InvalidInput(
          "login",
          "A wall stands between “" + login + "” and the case.",
          "Ask a supervising attorney whether it can be lifted.");
    }
    if (!role.isGiven()) {
      throw new InvalidInput("role", "A guest lets oneself in.", "Choose what the member does.");
    }
    if (logins.isOfFilterTeam(login) != (role == MemberRole.FILTER_TEAM)) {
      throw new InvalidInput(
          "role",
          "The filter team reviews apart from those who try the case.",
          role == MemberRole.FILTER_TEAM
              ? "Choose a login whose role is that of the filter team."
              : "Add this login as filter team.");
    }
    members.put(id.value(), new Member(login, role, clock.instant(), actor.login()));
    audit.record(actor.login(), "ADD_MEMBER", id.value(), "login", login, role.name());
  }

  /**
   * Takes a login off the members; for that person the case no longer exists.
   *
   * @throws LastMember if nobody would be left
   * @throws NotFound if the login is no member
   */
  public void removeMember(CaseId id, String login) {
    Actor actor = access.require(Action.REMOVE_MEMBER, id.value());
    entities.find(CaseFile.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    List<String> all = members.of(id.value());
    if (!all.contains(login)) {
      throw new NotFound("member", login);
    }
    if (all.size() == 1) {
      throw new LastMember(login);
    }
    members.remove(id.value(), login);
    audit.record(actor.login(), "REMOVE_MEMBER", id.value(), "login", login, "");
  }

  private CaseFile file(CaseId id) {
    CaseFile file = entities.find(CaseFile.class, id.value());
    if (file == null) {
      throw new NotFound("case", id);
    }
    return file;
  }
}
