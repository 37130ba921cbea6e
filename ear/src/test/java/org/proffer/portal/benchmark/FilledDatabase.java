package org.proffer.portal.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills the database of a running portal, by SQL, with what a large office has: 10,000 cases, one
 * of them with 50 defendants and 100,000 reports, another with 50 defendants, 40 counts and 100,000
 * facts with their sources, 1.2 million records in all, 200,000 messages without bytes. Everything
 * is made from the row numbers, so that it is the same each time. Every second case is of one
 * login, the first ten also of another; a third sees all.
 *
 * <p>Arguments: the data folder of the portal, a login of every case, a login of every second case,
 * a login of ten cases.
 */
public final class FilledDatabase {
  private static final int CASES = 10_000;
  private static final int FACTS_OF_THE_LARGE_CASE = 100_000;
  private static final int RECORDS = 1_000_000;
  private static final int MESSAGES = 200_000;

  /** Words of the trade and of none, the first ones far more frequent than the last. */
  private static final String WORDS =
      """
      create function pg_temp.word(n bigint) returns text language sql immutable as $$
        select case when n % 4 = 0
          then (array['mail','server','stock','price','account','payment','message','domain','proxy','campaign','witness',
                      'ledger','transfer','header','forged','volume','broker','interview','agent','search','warrant',
                      'telephone','record','address','company','Detroit','Hong Kong','wire','profit','trade'])
                     [1 + (hashint8(n) & 2147483647) % 30]
          else chr(97 + (hashint8(n * 7) & 1048575) % 26) || chr(97 + (hashint8(n * 11) & 1048575) % 5)
               || chr(97 + (hashint8(n * 13) & 1048575) % 26) || 'o' || chr(97 + (hashint8(n * 17) & 1048575) % 26) || 'an' end $$;
      create temporary table phrase as select n as number, string_agg(pg_temp.word(n * 31 + i), ' ') words
        from generate_series(0, 19999) n, generate_series(1, 7) i group by n;
      alter table phrase add primary key (number);
      analyze phrase;
      """;

  private static final String CASE_FILES =
      """
      insert into proffer.case_file (id, title, court, docket_number, judge, status, demonstration, opened_at, opened_by, version)
      select md5('case ' || n)::uuid, 'United States v. ' || initcap(pg_temp.word(n * 4 + 1)) || ' ' || n, 'mied',
             '2:' || to_char(n %% 20, 'FM00') || '-cr-' || to_char(30000 + n, 'FM00000'), null, 'CHARGED', false,
             timestamptz '2001-01-01 00:00Z' + n * interval '20 hours', 'benchmark', 0
      from generate_series(1, %d) n"""
          .formatted(CASES);

  private static final String MEMBERS =
      """
      insert into proffer.case_member (case_id, login, added_at, added_by)
      select md5('case ' || n)::uuid, login, timestamptz '2001-01-01 00:00Z', 'benchmark'
      from generate_series(1, %d) n, (values ('%s', 1, %1$d), ('%s', 2, %1$d), ('%s', 1, 10)) l (login, step, until)
      where n %% step = 0 and n <= until""";

  private static final String CASE_RECORDS =
      """
      insert into proffer.case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
      select id, id, 'case', title, 0,
             jsonb_build_object('title', title, 'court', court, 'docketNumber', docket_number, 'status', status, 'sealed', false),
             docket_number, 1, false, opened_at, 'benchmark'
      from proffer.case_file where opened_by = 'benchmark'""";

  private static final String PARTIES =
      """
      insert into proffer.case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
      select md5('party ' || c || ' ' || p)::uuid, md5('case ' || c)::uuid, 'party', 'D-' || p || ' ' || name, p,
             jsonb_build_object('name', name, 'role', 'DEFENDANT', 'defendantNumber', p, 'description', said),
             name || ' ' || said, 1, false, timestamptz '2008-01-01 00:00Z' + c * interval '1 minute', 'benchmark'
      from generate_series(1, %d) c
      cross join lateral generate_series(1, case when c <= 2 then 50 else 2 end) p
      cross join lateral (select initcap(pg_temp.word(c * 101 + p * 4 + 1)) || ' ' || initcap(pg_temp.word(c * 103 + p * 4 + 2)) name,
                                 a.words || ' ' || b.words said
                          from phrase a, phrase b where a.number = (c * 50 + p) %% 20000 and b.number = (c * 977 + p * 31) %% 20000) made"""
          .formatted(CASES);

  private static final String REPORTS =
      """
      insert into proffer.case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
      select md5('report ' || n)::uuid, md5('case ' || c)::uuid, 'report', left(case n %% 10 when 0 then 'Exhibit ' else 'Fact ' end || n || ': ' || a.words || ' ' || b.words, 300), n,
             jsonb_build_object('subject', 'Exhibit ' || n, 'matter', 'fact', 'statement', a.words || ' ' || b.words, 'certainty', 'REPORTED',
                                'source', 'benchmark', 'position', n),
             a.words || ' ' || b.words, 1, false, timestamptz '2008-01-01 00:00Z' + n * interval '1 minute', 'benchmark'
      from generate_series(1, %d - %d * 2) n
      cross join lateral (select case when n <= %d then 1 else 2 + n %% (%d - 1) end c) placed
      join phrase a on a.number = n %% 20000 join phrase b on b.number = n::bigint * 7919 %% 20000"""
          .formatted(RECORDS, CASES, FACTS_OF_THE_LARGE_CASE, CASES);

  private static final String WITNESSES =
      """
      insert into proffer.case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
      select md5('witness ' || n)::uuid, md5('case 2')::uuid, 'party', name, 1000 + n,
             jsonb_build_object('name', name, 'role', 'WITNESS', 'type', 'PERSON'), name, 1, false, timestamptz '2008-01-01 00:00Z', 'benchmark'
      from generate_series(1, 200) n
      cross join lateral (select initcap(pg_temp.word(n * 107 + 1)) || ' ' || initcap(pg_temp.word(n * 109 + 1)) name) made""";

  private static final String CHARGES =
      """
      insert into proffer.case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
      select md5('indictment')::uuid, md5('case 2')::uuid, 'instrument', 'Indictment of 1 July 2008', 14061,
             jsonb_build_object('type', 'INDICTMENT', 'filed', '2008-07-01'), '', 1, false, timestamptz '2008-07-01 00:00Z', 'benchmark'
      union all
      select md5('count ' || n)::uuid, md5('case 2')::uuid, 'count', 'Count ' || n, n,
             jsonb_build_object('instrument', md5('indictment')::uuid, 'number', n, 'statute', '18-1037-a-3', 'tier', '',
                                'from', '2005-01-01', 'until', '2007-12-31', 'place', 'Oakland County'),
             '', 1, false, timestamptz '2008-07-01 00:00Z', 'benchmark'
      from generate_series(1, 40) n""";

  private static final String FACTS =
      """
      insert into proffer.case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
      select md5('fact ' || n)::uuid, md5('case 2')::uuid, 'fact', left(a.words || ' ' || n, 300), 13000 + n %% 1000,
             jsonb_build_object('sentence', a.words || ' ' || n, 'asOf', date '2005-01-01' + (n %% 1000)::int,
                                'counts', jsonb_build_array(md5('count ' || 1 + n %% 40)::uuid),
                                'elements', jsonb_build_array('18-1037-a-3.' ||
                                  (array['commerce','knowingly','header-falsified','material','initiated','multiple','commercial'])[1 + n / 40 %% 7]),
                                'defendants', jsonb_build_array(md5('party 2 ' || 1 + n / 280 %% 50)::uuid), 'disputed', n %% 11 = 0),
             '', 1, false, timestamptz '2008-07-01 00:00Z', 'benchmark'
      from generate_series(1, %d) n join phrase a on a.number = n %% 20000"""
          .formatted(FACTS_OF_THE_LARGE_CASE);

  private static final String SOURCES =
      """
      insert into proffer.case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
      select md5('source ' || n)::uuid, md5('case 2')::uuid, 'source', 'Source ' || n, 0,
             jsonb_build_object('fact', md5('fact ' || n)::uuid, 'note', '') || case
               when n %% 5 < 3 then jsonb_build_object('type', 'MESSAGE', 'message', md5('message of the proof ' || n %% 20000)::uuid)
               when n %% 5 = 3 then jsonb_build_object('type', 'WITNESS', 'witness', md5('witness ' || 1 + n / 5 %% 200)::uuid)
               else jsonb_build_object('type', 'ITEM', 'item', md5('item 2')::uuid) end,
             '', 1, false, timestamptz '2008-07-01 00:00Z', 'benchmark'
      from generate_series(1, %d) n"""
          .formatted(FACTS_OF_THE_LARGE_CASE);

  private static final String VERSIONS =
      """
      insert into proffer.record_version (record_id, version, case_id, content, removed, note, at, by_login)
      select id, version, case_id, content, removed, '', changed_at, changed_by
      from proffer.case_record where changed_by = 'benchmark'""";

  private static final String ITEMS =
      """
      insert into proffer.evidence_item (id, case_id, number, title, file_name, content, sha256, length, received_at, received_by, holder, version)
      select md5('item ' || c)::uuid, md5('case ' || c)::uuid, 1, 'trove-' || c || '.mbox', 'trove-' || c || '.mbox', 'mbox',
             md5('a' || c) || md5('b' || c), 1000, timestamptz '2008-01-01 00:00Z', 'benchmark', 'benchmark', 0
      from generate_series(1, %d) c"""
          .formatted(CASES);

  private static final String MESSAGE_ROWS =
      """
      insert into proffer.message (id, case_id, item_id, number, member, path, object_sha256, object_offset, byte_offset, length,
             sha256, outcome, quarantine, sent_at, from_name, from_address, subject, message_id, purpose, law_as_of, rule_version,
             verdict, violated, undetermined, met, defects, assessment, search)
      select md5('message ' || n)::uuid, md5('case ' || c)::uuid, md5('item ' || c)::uuid, n, 0, '', repeat('0', 64), n * 1000, n * 1000, 1000,
             md5('c' || n) || md5('d' || n), 'PARSED', null, timestamptz '2004-01-01 00:00Z' + n * interval '1 minute', '',
             pg_temp.word(n) || '@example.com', left(a.words, 40), '<' || n || '@example.com>', 'COMMERCIAL', '2004-01-01', 'benchmark',
             (array['VIOLATED','UNDETERMINED','MET'])[1 + n %% 3], '{}', '{}', '{}', '{}', '{}', to_tsvector('english', a.words || ' ' || b.words)
      from generate_series(1, %d) n
      cross join lateral (select 1 + n %% %d c) placed
      join phrase a on a.number = n %% 20000 join phrase b on b.number = n::bigint * 104729 %% 20000"""
          .formatted(MESSAGES, CASES);

  /** Messages of the case with the facts, which its sources name. */
  private static final String MESSAGES_OF_THE_PROOF =
      MESSAGE_ROWS
          .replace("'message ' || n", "'message of the proof ' || n")
          .replace("select 1 + n % " + CASES + " c", "select 2 c")
          .replace("generate_series(1, " + MESSAGES + ")", "generate_series(0, 19999)")
          .replace("md5('item ' || c)::uuid, n, 0", "md5('item ' || c)::uuid, 1000000 + n, 0")
          .replace("n * 1000, n * 1000", "1000000000 + n * 1000, 1000000000 + n * 1000");

  private FilledDatabase() {}

  /** Fills it, once. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    String port = Files.readAllLines(home.resolve("database").resolve("postmaster.pid")).get(3);
    String owner = Files.readString(home.resolve("keys").resolve("database-owner")).strip();
    String url = "jdbc:postgresql://127.0.0.1:" + port.strip() + "/proffer";
    try (Connection connection = DriverManager.getConnection(url, "postgres", owner);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local synchronous_commit = off");
      statement.execute("set local maintenance_work_mem = '512MB'");
      statement.execute(WORDS);
      // The index is built once over everything, which takes a fraction of the time.
      statement.execute("drop index if exists proffer.case_record_search");
      run(statement, "cases", CASE_FILES);
      run(
          statement,
          "memberships",
          MEMBERS.formatted(CASES, arguments[1], arguments[2], arguments[3]));
      run(statement, "records of the cases", CASE_RECORDS);
      run(statement, "parties", PARTIES);
      run(statement, "reports", REPORTS);
      run(statement, "witnesses", WITNESSES);
      run(statement, "charges", CHARGES);
      run(statement, "facts", FACTS);
      run(statement, "sources", SOURCES);
      run(statement, "versions", VERSIONS);
      run(statement, "evidence items", ITEMS);
      run(statement, "messages", MESSAGE_ROWS);
      run(statement, "messages of the proof", MESSAGES_OF_THE_PROOF);
      statement.execute(
          "create index case_record_search on proffer.case_record using gin (search) with (fastupdate = off) where not removed");
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("vacuum analyze");
    }
  }

  private static void run(Statement statement, String what, String sql) throws SQLException {
    long start = System.nanoTime();
    int rows = statement.executeUpdate(sql);
    System.out.printf("%,d %s in %d s%n", rows, what, (System.nanoTime() - start) / 1_000_000_000);
  }
}
