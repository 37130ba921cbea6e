package org.proffer.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;
import org.proffer.query.QueryLanguage;
import org.proffer.query.QueryNotUnderstood;

/** Queries kept under a name. */
@Stateless
public class SavedSearches {
  @Inject private Sql sql;
  @Inject private QueryLanguage language;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Those of the person who asks, and those shared with the case. */
  public List<SavedSearch> of(CaseId caseId) {
    access.require(Action.READ_MESSAGES, caseId.value());
    return sql
        .rows(
            "select id, name, query, shared, made_at, made_by from proffer.saved_search where case_id = :case"
                + " order by lower(name), made_at",
            Map.of("case", caseId.value()))
        .stream()
        .map(
            row ->
                new SavedSearch(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (Boolean) row[3],
                    (Instant) row[4],
                    (String) row[5]))
        .toList();
  }

  /**
   * Keeps a query; under a name that the person has used before it takes the place of that one.
   *
   * @throws QueryNotUnderstood if it cannot be read
   */
  public SavedSearch save(CaseId caseId, String name, String query, boolean shared) {
    Actor actor = access.require(Action.CODE_MESSAGES, caseId.value());
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > 100) {
      throw new InvalidInput(
          "name", "A saved search needs a name of 1 to 100 characters.", "Write a short name.");
    }
    if (query.isBlank()) {
      throw new InvalidInput("query", "There is nothing to save.", "Search for something first.");
    }
    language.condition(query);
    sql.change(
        "delete from proffer.saved_search where case_id = :case and made_by = :by and lower(name) = lower(:name)",
        Map.of("case", caseId.value(), "by", actor.login(), "name", clean));
    UUID id = Ids.next(clock);
    Instant at = clock.instant();
    sql.change(
        "insert into proffer.saved_search (id, case_id, name, query, shared, made_at, made_by)"
            + " values (:id, :case, :name, :query, :shared, :at, :by)",
        Map.of(
            "id", id,
            "case", caseId.value(),
            "name", clean,
            "query", query,
            "shared", shared,
            "at", at,
            "by", actor.login()));
    audit.record(
        actor.login(), "SAVE_SEARCH", caseId.value(), "search", id, shared ? "shared" : "");
    return new SavedSearch(id, clean, query, shared, at, actor.login());
  }

  /** Forgets a search of one's own. */
  public void remove(UUID id) {
    access.require(Action.CODE_MESSAGES);
    UUID caseId = sql.caseOf("saved_search", "saved search", id);
    Actor actor = access.require(Action.CODE_MESSAGES, caseId);
    if (sql.change(
            "delete from proffer.saved_search where id = :id and made_by = :by",
            Map.of("id", id, "by", actor.login()))
        == 0) {
      throw new NotFound("saved search of yours", id);
    }
    audit.record(actor.login(), "REMOVE_SEARCH", caseId, "search", id, "");
  }
}
