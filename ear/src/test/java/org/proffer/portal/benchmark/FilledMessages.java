package org.proffer.portal.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a case of a running portal, by SQL, with a million messages. They are copies of the one
 * message the case has, so that each can be opened, with senders, subjects, dates, verdicts and
 * words of their own in the row and in the index: some words so frequent that each stands in a
 * third of the messages, most of them rare. Everything is made from the row numbers.
 *
 * <p>Arguments: the data folder of the portal, the id of the case.
 */
public final class FilledMessages {
  private static final int MESSAGES = 1_000_000;
  private static final int PORTION = 50_000;

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
        from generate_series(0, 19999) n, generate_series(1, 9) i group by n;
      alter table phrase add primary key (number);
      analyze phrase;
      """;

  private static final String ROWS =
      """
      insert into proffer.message (id, case_id, item_id, number, member, path, object_sha256, object_offset, byte_offset, length,
             sha256, outcome, quarantine, sent_at, from_name, from_address, subject, message_id, purpose, law_as_of, rule_version,
             verdict, violated, undetermined, met, defects, assessment, packed_assessment, search)
      select md5('benchmark ' || n)::uuid, t.case_id, t.item_id, 1 + n, 0, t.path, t.object_sha256, t.object_offset, 1000000000 + n, t.length,
             md5('c' || n) || md5('d' || n), 'PARSED', null, timestamptz '2004-01-01 00:00Z' + n * interval '90 seconds', s.name,
             s.address, s.subject, '<' || n || '@' || s.host || '>', 'COMMERCIAL', t.law_as_of, t.rule_version,
             (array['VIOLATED','UNDETERMINED','MET','NOT_APPLICABLE'])[1 + n %% 4],
             case when n %% 4 = 0 then array['DIS-03'] else '{}' end, '{}', case when n %% 4 = 2 then array['OPT-01'] else '{}' end,
             case when n %% 50 = 0 then array['IRREGULAR_DATE'] else '{}' end, t.assessment, t.packed_assessment,
             proffer.message_search(s.subject || chr(30) || s.name || ' ' || s.address || chr(30) || 'bob@victims.example.org' || chr(30)
               || a.words || ' ' || b.words || ' ' || c.words || chr(30)
               || array_to_string(array['f:' || s.address, 'f:@' || s.host, 'h:shop.' || s.host, 'h:' || s.host, 'u:shop.' || s.host || '/' || n,
                    'i:10.' || n %% 250 || '.' || n / 250 %% 250 || '.7', 'm:' || n || '@' || s.host, 'd:' || md5('c' || n) || md5('d' || n), 'has:link'], chr(31)))
      from (select * from proffer.message where case_id = '%s' and number = 1) t
      cross join generate_series(%d, %d) n
      join phrase a on a.number = n %% 20000 join phrase b on b.number = n::bigint * 104729 %% 20000
      join phrase c on c.number = n::bigint * 7919 %% 19997
      cross join lateral (select pg_temp.word(n::bigint * 4 + 1) || ' ' || pg_temp.word(n::bigint * 8 + 3) name,
                                 pg_temp.word(n::bigint * 4 + 1) || '@' || pg_temp.word(n %% 2000 * 4 + 2) || n %% 7 || '.example' address,
                                 pg_temp.word(n %% 2000 * 4 + 2) || n %% 7 || '.example' host, left(b.words, 60) subject) s""";

  private FilledMessages() {}

  /** Fills it, once. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    String port = Files.readAllLines(home.resolve("database").resolve("postmaster.pid")).get(3);
    String owner = Files.readString(home.resolve("keys").resolve("database-owner")).strip();
    String url = "jdbc:postgresql://127.0.0.1:" + port.strip() + "/proffer";
    try (Connection connection = DriverManager.getConnection(url, "postgres", owner);
        Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = off");
      statement.execute("set maintenance_work_mem = '512MB'");
      statement.execute(WORDS);
      // The index is built once over everything, which takes a fraction of the time.
      statement.execute("drop index if exists proffer.message_search");
      long start = System.nanoTime();
      for (int from = 1; from <= MESSAGES; from += PORTION) {
        statement.executeUpdate(ROWS.formatted(arguments[1], from, from + PORTION - 1));
        System.out.printf(
            "%,d messages in %d s%n",
            from + PORTION - 1, (System.nanoTime() - start) / 1_000_000_000);
      }
      statement.execute("create index message_search on proffer.message using gin (search)");
      statement.execute("vacuum analyze proffer.message");
      System.out.printf("indexed in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
    }
  }
}
