package org.proffer.messages;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;
import org.proffer.cases.CaseId;

/** A query as a condition of the database, with its values bound, never written into it. */
final class MessageFilter {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  MessageFilter(CaseId caseId, MessageQuery query) {
    add("case_id = :case", "case", caseId.value());
    if (!query.requirement().isEmpty()) {
      requirement(query);
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
    if (!query.text().isBlank()) {
      add(
          "search @@ websearch_to_tsquery('english', :text)",
          "text",
          query.text().replace('\0', ' ').strip());
    }
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
