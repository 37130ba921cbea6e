package org.proffer.messages;

import java.util.UUID;
import org.hibernate.Session;

/**
 * How the messages of a case stand for the person who asks: what they see of it, and what was done
 * to it; in one question.
 *
 * @param items the evidence items the person sees
 * @param stamp how imports and re-checks stand; another one means that counts may be others
 * @param importing imports under way
 * @param checking re-checks under way
 */
record CaseStanding(
    String items,
    String stamp,
    long importing,
    long doneBytes,
    long totalBytes,
    long checking,
    long inWordsOnly) {

  static CaseStanding of(Session session, UUID caseId) {
    Object[] row =
        session
            .createNativeQuery(
                """
                select (select coalesce(string_agg(cast(i.id as text), ',' order by i.number), '')
                          from proffer.evidence_item i where i.case_id = :case),
                       runs.counted || '/' || runs.n || '/' || checks.done || '/' || checks.n || '/' || old.n,
                       runs.running, runs.done, runs.total, checks.running, old.n
                from (select coalesce(sum(r.parsed + r.with_defects + r.quarantined), 0) counted, count(*) n,
                             count(*) filter (where r.state in (:under_way)) running,
                             coalesce(sum(r.done_bytes) filter (where r.state in (:under_way)), 0) done,
                             coalesce(sum(r.total_bytes) filter (where r.state in (:under_way)), 0) total
                      from proffer.import_run r where r.case_id = :case) runs,
                     (select coalesce(sum(k.done), 0) done, count(*) n, count(*) filter (where k.state in ('QUEUED', 'CHECKING')) running
                      from proffer.recheck_run k where k.case_id = :case) checks,
                     (select count(*) n from proffer.message m where m.case_id = :case and m.search_form < 2) old""",
                Object[].class)
            .setParameter("case", caseId)
            .setParameterList("under_way", ImportState.underWay())
            .getSingleResult();
    return new CaseStanding(
        (String) row[0],
        (String) row[1],
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]),
        number(row[6]));
  }

  /** Whether counts change all the time. */
  boolean moves() {
    return importing > 0 || checking > 0 || inWordsOnly > 0;
  }

  Coverage coverage(long messages) {
    return new Coverage(messages, importing, doneBytes, totalBytes, inWordsOnly);
  }

  private static long number(Object count) {
    return ((Number) count).longValue();
  }
}
