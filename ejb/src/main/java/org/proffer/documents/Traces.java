package org.proffer.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proffer.parties.Certainty;
import org.proffer.records.RecordView;

/**
 * Remembers where each value of a document comes from. A value goes through the template as text
 * between marks that no typeface has, so that no text of a case can contain them; the {@link
 * Composer} finds them again in what the template made.
 */
final class Traces {
  static final char OPEN = '\uE100';
  static final char MIDDLE = '\uE101';
  static final char CLOSE = '\uE102';

  /** A marked value; values may stand within values. */
  private static final Pattern MARKS = Pattern.compile("[\uE102]|\uE100\\d+\uE101");

  private final List<Source> sources = new ArrayList<>();

  /** The sources, by the number in the mark. */
  List<Source> sources() {
    return List.copyOf(sources);
  }

  /** A value of a record. */
  String of(RecordView<?> record, String field, String text, @Nullable Certainty certainty) {
    return of(
        new Source(
            record.kind().name(),
            record.id().toString(),
            record.version(),
            field,
            certainty == null || certainty == Certainty.VERIFIED
                ? Source.State.SAID
                : Source.State.UNCERTAIN,
            record.title(),
            ""),
        text);
  }

  /** A value; an empty one stays empty, so that a template can ask for it. */
  String of(Source source, String text) {
    return text.isEmpty() ? "" : mark(source, Printable.text(text));
  }

  /** Words already marked within, as one value. */
  String around(Source source, String marked) {
    return marked.isEmpty() ? "" : mark(source, marked);
  }

  /** A value that nobody has said; prints what is missing, in brackets. */
  String missing(String what, RecordView<?> record, String field, String next) {
    return mark(
        new Source(
            record.kind().name(),
            record.id().toString(),
            record.version(),
            field,
            Source.State.MISSING,
            what,
            next),
        "[" + Printable.text(what) + "]");
  }

  /** A value that nobody has said, of which there is no record yet. */
  String missing(String what, String kind, String next) {
    return mark(
        new Source(kind, "", 0, "", Source.State.MISSING, what, next),
        "[" + Printable.text(what) + "]");
  }

  /** What the drafter wrote in the form; missing while it is empty. */
  String form(String key, String label, String written) {
    boolean empty = written.isBlank();
    return mark(
        new Source(
            "form",
            "",
            0,
            key,
            empty ? Source.State.MISSING : Source.State.SAID,
            label,
            empty ? "Fill it in the form." : ""),
        empty ? "[" + Printable.text(label) + "]" : Printable.text(written.strip()));
  }

  private String mark(Source source, String text) {
    int number = sources.indexOf(source);
    if (number < 0) {
      number = sources.size();
      sources.add(source);
    }
    return OPEN + Integer.toString(number) + MIDDLE + text + CLOSE;
  }

  /** Without the marks. */
  static String plain(String marked) {
    Matcher marks = MARKS.matcher(marked);
    return marks.replaceAll("");
  }
}
