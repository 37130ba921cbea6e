package org.proffer.sentencing;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.proffer.parties.Certainty;

/** Reads the sentences of the cases of a person in one statement. */
final class SentencesAcrossQuery {
  private static final String ROWS =
      """
      select c.id, c.title, c.court, s.id, p.title, s.content->>'imposedOn', s.content->>'custody',
             s.content->>'months', s.content->>'days', s.content->>'supervisedRelease', s.content->>'probation', s.content->>'fine',
             s.content->>'rangeFrom', s.content->>'rangeTo', s.content->>'position', s.content->>'certainty',
             (select string_agg(distinct k.content->>'statute', ' ') from proffer.record_reference x
              join proffer.case_record k on k.id = x.to_id where x.from_id = s.id and x.field = 'counts')
      from proffer.case_record s
      join proffer.case_member me on me.case_id = s.case_id and me.login = :login
      join proffer.case_file c on c.id = s.case_id
      join proffer.case_record p on p.id = cast(s.content->>'defendant' as uuid)
      where s.kind = 'sentence' and not s.removed
        and not exists (select 1 from proffer.record_reference x join proffer.case_record a on a.id = x.from_id
                        where x.to_id = s.id and x.field = 'amends' and not a.removed)
        and (:court = '' or c.court = :court)
        and (:year = '' or substr(s.content->>'imposedOn', 1, 4) = :year)
        and (:statute = '' or exists (
             select 1 from proffer.record_reference x join proffer.case_record k on k.id = x.to_id
             where x.from_id = s.id and x.field = 'counts' and k.content->>'statute' = :statute))
      order by s.content->>'imposedOn' desc, c.title, p.sort_order""";

  private static final String WITHOUT =
      """
      select count(*) from proffer.case_record p
      join proffer.case_member me on me.case_id = p.case_id and me.login = :login
      where p.kind = 'party' and not p.removed and p.content->>'role' = 'DEFENDANT'
        and not exists (select 1 from proffer.record_reference x join proffer.case_record s on s.id = x.from_id
                        where x.to_id = p.id and x.field = 'defendant' and s.kind = 'sentence' and not s.removed)""";

  private final EntityManager entities;
  private final String login;
  private final SentencesAsked asked;

  SentencesAcrossQuery(EntityManager entities, String login, SentencesAsked asked) {
    this.entities = entities;
    this.login = login;
    this.asked = asked;
  }

  SentencesAcross run() {
    List<SentencesAcross.Row> rows =
        query(ROWS, Object[].class)
            .setParameter("court", asked.court())
            .setParameter("year", asked.year())
            .setParameter("statute", asked.statute())
            .getResultList()
            .stream()
            .map(SentencesAcrossQuery::row)
            .toList();
    return new SentencesAcross(rows, query(WITHOUT, Long.class).getSingleResult());
  }

  private <T> NativeQuery<T> query(String sql, Class<T> type) {
    return entities.unwrap(Session.class).createNativeQuery(sql, type).setParameter("login", login);
  }

  private static SentencesAcross.Row row(Object[] row) {
    Integer months = number(row[7]);
    Integer days = number(row[8]);
    return new SentencesAcross.Row(
        (UUID) row[0],
        text(row[1]),
        text(row[2]),
        (UUID) row[3],
        text(row[4]),
        LocalDate.parse(text(row[5])),
        Custody.stated(row[6] == null ? null : Custody.valueOf(text(row[6])), months, days),
        months,
        days,
        number(row[9]),
        number(row[10]),
        row[11] == null ? null : new BigDecimal(text(row[11])),
        number(row[12]),
        number(row[13]),
        row[14] == null ? "" : Sentence.Position.valueOf(text(row[14])).label(),
        row[15] == null ? "" : Certainty.valueOf(text(row[15])).label(),
        row[16] == null ? List.of() : Arrays.asList(text(row[16]).split(" ", -1)));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static @Nullable Integer number(@Nullable Object value) {
    return value == null ? null : Integer.valueOf(value.toString());
  }
}
