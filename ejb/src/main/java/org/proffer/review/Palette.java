package org.proffer.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.proffer.cases.CaseId;

/** The tags of a case as they are kept; whoever asks was allowed before. */
@ApplicationScoped
class Palette {
  private static final String RELEVANCE = "Relevance";
  private static final List<String> USUAL =
      List.of(
          "Relevant",
          "Not relevant",
          "Unsure",
          "Key evidence",
          "Ask an attorney",
          "Ask the filter team",
          "Forged header",
          "Leads to a person",
          "Leads to money");
  private static final int USUAL_RELEVANCE = 3;

  @Inject private Sql sql;
  @Inject private Clock clock;

  List<Tag> all(CaseId caseId) {
    List<Tag> tags =
        sql
            .rows(
                "select id, coalesce(key, 0), name, grp, retired from proffer.review_tag where case_id = :case"
                    + " order by retired, key nulls last, lower(name)",
                Map.of("case", caseId.value()))
            .stream()
            .map(
                row ->
                    new Tag(
                        (UUID) row[0],
                        (int) Sql.number(row[1]),
                        (String) row[2],
                        (String) row[3],
                        (Boolean) row[4]))
            .toList();
    return tags.isEmpty() ? usual(caseId) : tags;
  }

  private static List<Tag> usual(CaseId caseId) {
    return java.util.stream.IntStream.rangeClosed(1, USUAL.size())
        .mapToObj(
            key ->
                new Tag(
                    UUID.nameUUIDFromBytes(
                        ("tag " + key + " " + caseId).getBytes(StandardCharsets.UTF_8)),
                    key,
                    USUAL.get(key - 1),
                    key <= USUAL_RELEVANCE ? RELEVANCE : "",
                    false))
        .toList();
  }

  /** Writes the usual tags down, once something refers to them. */
  void settle(CaseId caseId, String login) {
    Object[] any =
        sql.row(
            "select exists (select from proffer.review_tag where case_id = :case), 0",
            Map.of("case", caseId.value()));
    if (!(Boolean) any[0]) {
      usual(caseId).forEach(tag -> insert(caseId, tag, login));
    }
  }

  void insert(CaseId caseId, Tag tag, String login) {
    sql.change(
        "insert into proffer.review_tag (id, case_id, key, name, grp, retired, made_at, made_by)"
            + " values (:id, :case, nullif(:key, 0), :name, :group, :retired, :at, :by) on conflict do nothing",
        Map.of(
            "id", tag.id(),
            "case", caseId.value(),
            "key", tag.key(),
            "name", tag.name(),
            "group", tag.group(),
            "retired", tag.retired(),
            "at", clock.instant(),
            "by", login));
  }
}
