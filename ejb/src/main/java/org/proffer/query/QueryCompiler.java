package org.proffer.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.proffer.analysis.Method;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.mail.DefectCode;
import org.proffer.mail.ParsedMessage;

/**
 * Translates a query. What text search can answer stays together, so that one look into its index
 * answers it; the rest are conditions on columns and on what persons did.
 */
final class QueryCompiler {
  private static final Set<QueryField> OF_TEXT =
      Set.of(
          QueryField.TEXT,
          QueryField.SUBJECT,
          QueryField.FROM,
          QueryField.TO,
          QueryField.DOMAIN,
          QueryField.URL,
          QueryField.IP,
          QueryField.ATTACHMENT,
          QueryField.HASH,
          QueryField.ID,
          QueryField.DEFECT);

  private final TextSearch text;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> shown = new LinkedHashSet<>();

  /** A part of the translation: for text search, or a condition, or nothing that can be sought. */
  private record Part(
      @Nullable String search, @Nullable String condition, Query.@Nullable Term common) {
    static Part search(String search) {
      return new Part(search, null, null);
    }

    static Part condition(String condition) {
      return new Part(null, condition, null);
    }
  }

  QueryCompiler(QueryWords.Kept kept) {
    this.text = new TextSearch(kept);
  }

  QueryCondition compile(Query query) {
    return new QueryCondition(
        condition(sought(part(query, true))), values, String.join(" | ", shown), notes);
  }

  private String condition(Part part) {
    if (part.condition() != null) {
      return part.condition();
    }
    String name = bind(String.valueOf(part.search()));
    return "search @@ cast(:" + name + " as tsquery)";
  }

  private String bind(Object value) {
    String name = "asked" + values.size();
    values.put(name, value);
    return name;
  }

  private static Part sought(Part part) {
    if (part.common() != null) {
      throw new QueryNotUnderstood(
          part.common().at(),
          "“" + part.common().text() + "” stands in nearly every message and is not in the index.",
          "Look for a rarer word, or for a phrase with one.");
    }
    return part;
  }

  private Part part(Query query, boolean wanted) {
    if (query instanceof Query.And and) {
      return all(and, wanted);
    }
    if (query instanceof Query.Or or) {
      return any(or.any().stream().map(one -> sought(part(one, wanted))).toList());
    }
    if (query instanceof Query.Not not) {
      Part but = sought(part(not.but(), !wanted));
      return but.condition() == null
          ? Part.search("!(" + but.search() + ")")
          : Part.condition("not (" + but.condition() + ")");
    }
    if (query instanceof Query.Near near) {
      return near(near, wanted);
    }
    return term((Query.Term) query, wanted);
  }

  private Part all(Query.And and, boolean wanted) {
    List<String> searches = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    Part common = null;
    for (Query one : and.all()) {
      Part part = part(one, wanted);
      if (part.common() != null) {
        common = part;
        notes.add(
            "“"
                + part.common().text()
                + "” stands in nearly every message and was not looked for.");
      } else if (part.condition() != null) {
        conditions.add(part.condition());
      } else {
        searches.add(String.valueOf(part.search()));
      }
    }
    if (searches.isEmpty() && conditions.isEmpty() && common != null) {
      return common;
    }
    if (conditions.isEmpty()) {
      return Part.search("(" + String.join(" & ", searches) + ")");
    }
    if (!searches.isEmpty()) {
      conditions.add(0, condition(Part.search(String.join(" & ", searches))));
    }
    return Part.condition("(" + String.join(" and ", conditions) + ")");
  }

  private Part any(List<Part> any) {
    List<String> searches =
        any.stream()
            .filter(p -> p.condition() == null)
            .map(p -> String.valueOf(p.search()))
            .toList();
    List<String> conditions =
        new ArrayList<>(
            any.stream().map(Part::condition).filter(c -> c != null).map(String::valueOf).toList());
    if (conditions.isEmpty()) {
      return Part.search("(" + String.join(" | ", searches) + ")");
    }
    if (!searches.isEmpty()) {
      conditions.add(0, condition(Part.search(String.join(" | ", searches))));
    }
    return Part.condition("(" + String.join(" or ", conditions) + ")");
  }

  private Part near(Query.Near near, boolean wanted) {
    String one = places(near.one(), wanted);
    String other = places(near.other(), wanted);
    return Part.search(
        IntStream.rangeClosed(1, near.within())
            .mapToObj(n -> one + " <" + n + "> " + other + " | " + other + " <" + n + "> " + one)
            .collect(Collectors.joining(" | ", "(", ")")));
  }

  private String places(Query query, boolean wanted) {
    if (query instanceof Query.Or or) {
      return TextSearch.any(or.any().stream().map(one -> places(one, wanted)).toList());
    }
    Query.Term term = (Query.Term) query;
    show(term, wanted);
    String places = text.places(term);
    return String.valueOf(sought(new Part(places, null, places == null ? term : null)).search());
  }

  private void show(Query.Term term, boolean wanted) {
    String words = wanted ? text.shown(term) : null;
    if (words != null) {
      shown.add(words);
    }
  }

  private Part term(Query.Term term, boolean wanted) {
    if (OF_TEXT.contains(term.field())) {
      if (term.field() == QueryField.TEXT || term.field() == QueryField.SUBJECT) {
        show(term, wanted);
      }
      if (term.field() == QueryField.DEFECT && !term.beginning()) {
        choice(term, DefectCode.values());
      }
      String search = text.of(term);
      return new Part(search, null, search == null ? term : null);
    }
    if (term.beginning()) {
      throw new QueryNotUnderstood(
          term.at() + term.text().length(),
          "“" + term.field().word() + ":” takes whole values only.",
          "Write for example " + term.field().example() + ".");
    }
    return Part.condition(column(term));
  }

  private String column(Query.Term term) {
    return switch (term.field()) {
      case DATE -> during("sent_at", term);
      case RECEIVED -> during("received_at", term);
      case BEFORE -> before("sent_at", day(term, term.text()));
      case AFTER -> from("sent_at", day(term, term.text()).plusDays(1));
      case VERDICT -> "verdict = :" + bind(choice(term, Verdict.values()));
      case PURPOSE -> "purpose = :" + bind(choice(term, PrimaryPurpose.Value.values()));
      case OUTCOME -> "outcome = :" + bind(choice(term, ParsedMessage.Outcome.values()));
      case VIOLATED -> "violated @> array[cast(:" + requirement(term) + " as text)]";
      case UNDETERMINED -> "undetermined @> array[cast(:" + requirement(term) + " as text)]";
      case MET -> "met @> array[cast(:" + requirement(term) + " as text)]";
      case REQUIREMENT -> {
        String id = requirement(term);
        yield "(violated @> array[cast(:%1$s as text)] or undetermined @> array[cast(:%1$s as text)] or met @> array[cast(:%1$s as text)])"
            .formatted(id);
      }
      case HAS -> has(term);
      case METHOD -> "coalesce((methods & " + method(term).shownBit() + ") <> 0, false)";
      case UNTOLD -> "(methods is null or (methods & " + method(term).untoldBit() + ") <> 0)";
      case NETWORK -> "network = :" + bind(none(term));
      case CAMPAIGN -> "campaign = :" + bind(none(term));
      case TAG ->
          "id in (select mt.message_id from proffer.message_tag mt join proffer.review_tag t on t.id = mt.tag_id"
              + " where mt.case_id = :case and lower(t.name) = :"
              + bind(QueryLexer.lower(term.text()))
              + ")";
      case CODED -> coded(term);
      case SEEN ->
          (yes(term) ? "" : "not ")
              + "id in (select s.message_id from proffer.message_seen s where s.case_id = :case and s.login = :login)";
      case BATCH ->
          "id in (select bm.message_id from proffer.review_batch_message bm join proffer.review_batch b on b.id = bm.batch_id"
              + " where b.case_id = :case and b.number = :"
              + bind(number(term))
              + ")";
      case ITEM ->
          "item_id in (select i.id from proffer.evidence_item i where i.case_id = :case and i.number = :"
              + bind(number(term))
              + ")";
      default -> throw new IllegalArgumentException(term.field() + " is in the index of text");
    };
  }

  private String has(Query.Term term) {
    return switch (QueryLexer.lower(term.text())) {
      case "attachment" -> "search @@ cast(:" + bind("'has:attachment'") + " as tsquery)";
      case "link" -> "search @@ cast(:" + bind("'has:link'") + " as tsquery)";
      case "comment" ->
          "id in (select mc.message_id from proffer.message_comment mc where mc.case_id = :case and mc.removed_at is null)";
      case "date" -> "sent_at is not null";
      case "received" -> "received_at is not null";
      default -> throw wrong(term, "attachment, link, comment, date, received");
    };
  }

  private static Method method(Query.Term term) {
    return Method.valueOf(choice(term, Method.values()));
  }

  /** The value in lower case; empty for “none”. */
  private static String none(Query.Term term) {
    String value = QueryLexer.lower(term.text());
    return value.equals("none") ? "" : value;
  }

  private String coded(Query.Term term) {
    String coded =
        "id in (select mt.message_id from proffer.message_tag mt where mt.case_id = :case";
    return switch (QueryLexer.lower(term.text())) {
      case "yes" -> coded + ")";
      case "no" -> "not " + coded + ")";
      default -> coded + " and mt.set_by = :" + bind(term.text()) + ")";
    };
  }

  private static boolean yes(Query.Term term) {
    return switch (QueryLexer.lower(term.text())) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw wrong(term, "yes, no");
    };
  }

  private static int number(Query.Term term) {
    if (!term.text().matches("[1-9][0-9]{0,8}")) {
      throw new QueryNotUnderstood(
          term.at(),
          "“" + term.text() + "” is no number.",
          "Write for example " + term.field().example() + ".");
    }
    return Integer.parseInt(term.text());
  }

  private String requirement(Query.Term term) {
    return bind(term.text().toUpperCase(Locale.ROOT));
  }

  private static String choice(Query.Term term, Enum<?>[] choices) {
    String name = term.text().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    if (Arrays.stream(choices).noneMatch(choice -> choice.name().equals(name))) {
      throw wrong(
          term,
          Arrays.stream(choices)
              .map(choice -> choice.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", ")));
    }
    return name;
  }

  private static QueryNotUnderstood wrong(Query.Term term, String choices) {
    return new QueryNotUnderstood(
        term.at(),
        "“" + term.text() + "” is no value of “" + term.field().word() + ":”.",
        "Write one of " + choices + ".");
  }

  private String during(String column, Query.Term term) {
    String[] ends = term.text().split("\\.\\.", -1);
    if (ends.length > 2) {
      throw day(term);
    }
    String until = ends[ends.length - 1];
    String from = ends[0].isEmpty() ? "" : from(column, day(term, ends[0]));
    String before = until.isEmpty() ? "" : before(column, behind(term, until));
    if (from.isEmpty() && before.isEmpty()) {
      throw day(term);
    }
    return from.isEmpty() ? before : before.isEmpty() ? from : "(" + from + " and " + before + ")";
  }

  private String from(String column, LocalDate day) {
    return "(%1$s is not null and %1$s >= :%2$s)"
        .formatted(column, bind(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private String before(String column, LocalDate day) {
    return "(%1$s is not null and %1$s < :%2$s)"
        .formatted(column, bind(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** The first day of a day, month or year. */
  private static LocalDate day(Query.Term term, String text) {
    try {
      return switch (text.length()) {
        case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
        case 7 -> YearMonth.parse(text).atDay(1);
        default -> LocalDate.parse(text);
      };
    } catch (DateTimeException | NumberFormatException e) {
      QueryNotUnderstood refusal = day(term);
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** The day behind a day, month or year. */
  private static LocalDate behind(Query.Term term, String text) {
    LocalDate first = day(term, text);
    return switch (text.length()) {
      case 4 -> first.plusYears(1);
      case 7 -> first.plusMonths(1);
      default -> first.plusDays(1);
    };
  }

  private static QueryNotUnderstood day(Query.Term term) {
    return new QueryNotUnderstood(
        term.at(),
        "“" + term.text() + "” is no day.",
        "Write 2005-03-02, 2005-03, 2005, or two of them as 2005-03-01..2005-03-31.");
  }
}
