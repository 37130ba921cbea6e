package org.proffer.messages;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.law.Verdict;
import org.proffer.query.QueryCondition;

/** A query as a condition of the database, with its values bound, never written into it. */
final class MessageFilter {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  MessageFilter(CaseId caseId, MessageQuery query, @Nullable QueryCondition asked, String login) {
    add("case_id = :case", "case", caseId.value());
    if (query.change() != null) {
      change(query.change(), query.requirement());
    }
    if (query.review() != null) {
      review(query.review(), query.requirement());
    }
    if (!query.requirement().isEmpty()) {
      if (query.verdict() != null || (query.change() == null && query.review() == null)) {
        requirement(query);
      }
    } else if (query.verdict() != null) {
      add("verdict = :verdict", "verdict", query.verdict().name());
    }
    if (query.purpose() != null) {
      add("purpose = :purpose", "purpose", query.purpose().name());
    }
    if (query.outcome() != null) {
      add("outcome = :outcome", "outcome", query.outcome().name());
    }
    if (!query.sender().isBlank()) {
      String pattern =
          query.sender().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
      add("(from_address ilike :sender or from_name ilike :sender)", "sender", "%" + pattern + "%");
    }
    if (query.from() != null) {
      add("sent_at >= :from", "from", query.from().atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    if (query.until() != null) {
      add(
          "sent_at < :until",
          "until",
          query.until().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    if (asked != null) {
      conditions.add("(" + asked.sql() + ")");
      values.putAll(asked.values());
      if (asked.sql().contains(":login")) {
        values.put("login", login);
      }
    }
  }

  /** Whether it lets everything of the case through. */
  boolean isOpen() {
    return conditions.size() == 1;
  }

  /** Whether it asks for words or for terms that stand among them in their index. */
  boolean asksWords() {
    return where().contains("search @@ ");
  }

  /** Whether it asks what persons did, which changes at any time. */
  boolean restsOnPersons() {
    return where().contains(" in (select ");
  }

  /** The values by their names. */
  Map<String, Object> values() {
    return values;
  }

  private void requirement(MessageQuery query) {
    String any =
        "(:requirement = any(violated) or :requirement = any(undetermined) or :requirement = any(met))";
    String condition =
        query.verdict() == null
            ? any
            : switch (query.verdict()) {
              case VIOLATED -> "violated @> array[cast(:requirement as text)]";
              case UNDETERMINED -> "undetermined @> array[cast(:requirement as text)]";
              case MET -> ":requirement = any(met)";
              case NOT_APPLICABLE -> "not " + any;
            };
    add(condition, "requirement", query.requirement());
  }

  private void review(MessageQuery.Review review, String requirement) {
    String last =
        "select d.message_id from proffer.finding_decision d where d.case_id = :case"
            + (requirement.isEmpty() ? "" : " and d.requirement = :reviewed")
            + " and d.sequence = (select max(e.sequence) from proffer.finding_decision e"
            + " where e.message_id = d.message_id and e.requirement = d.requirement)";
    conditions.add(
        switch (review) {
          case REVIEWED -> "id in (" + last + " and not d.stale)";
          case NOT_REVIEWED -> "id not in (" + last + " and not d.stale)";
          case OVERRULED -> "id in (" + last + " and not d.stale and d.decision = 'OVERRULED')";
          case STALE -> "id in (" + last + " and d.stale)";
        });
    if (!requirement.isEmpty()) {
      values.put("reviewed", requirement);
    }
  }

  private void change(MessageQuery.Change change, String requirement) {
    StringBuilder changed =
        new StringBuilder("id in (select s.message_id from proffer.superseded_assessment s");
    changed.append(" where s.recheck_id = :recheck and s.changed");
    if (change.was() != null) {
      changed.append(" and ").append(stood("s.", change.was(), "was", requirement));
    }
    if (change.became() != null) {
      changed.append(" and ").append(stood("s.new_", change.became(), "became", requirement));
    }
    add(changed.append(')').toString(), "recheck", change.recheck().value());
  }

  /** How the columns with this prefix stood, as a whole or for a requirement. */
  private String stood(String prefix, Verdict verdict, String name, String requirement) {
    if (requirement.isEmpty()) {
      values.put(name, verdict.name());
      return prefix + "verdict = :" + name;
    }
    values.put("changed", requirement);
    return switch (verdict) {
      case VIOLATED -> ":changed = any(" + prefix + "violated)";
      case UNDETERMINED -> ":changed = any(" + prefix + "undetermined)";
      case MET -> ":changed = any(" + prefix + "met)";
      case NOT_APPLICABLE ->
          ":changed <> all(%1$sviolated || %1$sundetermined || %1$smet)".formatted(prefix);
    };
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }

  String where() {
    return String.join(" and ", conditions);
  }

  <T> NativeQuery<T> bind(NativeQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }
}
