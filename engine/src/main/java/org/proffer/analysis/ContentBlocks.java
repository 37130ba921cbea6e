package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body in blocks, each marked by what its words speak of, as 16 CFR 316.3 asks. */
final class ContentBlocks {
  private static final int BLOCK = 350;
  private static final int LONG_LINE = 200;
  private static final int COMMERCIAL = 4;
  private static final int TRANSACTIONAL = 2;
  private static final int LONGEST_SIGNATURE = 600;
  private static final Pattern SPONSOR =
      Pattern.compile("(?mi)^(?:(?:from |a word from )?our sponsors?|today's sponsor)\\s*:");
  private static final Pattern SPEAKS =
      Pattern.compile("\\b(?:[Yy]ou|[Yy]our|YOU|YOUR|[Ww]e|[Oo]ur|[Uu]s|me|[Mm]y|I)\\b");

  /** The marks. */
  enum Kind {
    /** Advertisement or promotion of a product or service. */
    COMMERCIAL,
    /** 15 U.S.C. 7702(17). */
    TRANSACTIONAL,
    /** Anything else. */
    OTHER
  }

  /**
   * One block.
   *
   * @param start first character
   * @param end character after the last
   * @param kind the mark
   * @param commercial weight of words of promotion
   * @param transactional weight of words of a transaction
   */
  record Block(int start, int end, Kind kind, int commercial, int transactional) {
    /** This block and the one after it, which is of the same kind or of none. */
    private Block with(Block next) {
      return new Block(
          start,
          next.end,
          kind == Kind.OTHER ? next.kind : kind,
          commercial + next.commercial,
          transactional + next.transactional);
    }
  }

  private ContentBlocks() {}

  /** The blocks of a text up to its footer, in order. */
  static List<Block> of(VisibleText text) {
    String s = text.text();
    int end = footer(text);
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    while (from < end) {
      int to = Math.min(end, from + BLOCK);
      int line = s.indexOf('\n', to);
      to = line < 0 || line > end || line - to > BLOCK ? to : line;
      add(blocks, text, from, to);
      from = to + 1;
    }
    return blocks;
  }

  /** One block, or, where a promotion and a transaction stand in it, a block for each in order. */
  private static void add(List<Block> blocks, VisibleText text, int from, int to) {
    Block whole = block(text, from, to);
    if (whole.commercial() < COMMERCIAL || whole.transactional() < TRANSACTIONAL) {
      blocks.add(whole);
      return;
    }
    String s = text.text();
    Block open = null;
    for (int start = from; start < to; ) {
      int line = s.indexOf('\n', start);
      int end = line < 0 || line > to ? to : line;
      Block next = block(text, start, end);
      if (open == null) {
        open = next;
      } else if (next.kind() == Kind.OTHER
          || next.kind() == open.kind()
          || open.kind() == Kind.OTHER) {
        open = open.with(next);
      } else {
        blocks.add(open);
        open = next;
      }
      start = end + 1;
    }
    if (open != null) {
      blocks.add(open);
    }
  }

  /**
   * Where the writer's signature begins, the line of two hyphens and a space of RFC 3676 section
   * 4.3 (the space may be lost); past the end of the text where there is none.
   */
  static int signature(VisibleText text) {
    String s = text.text();
    int at = s.lastIndexOf("\n--\n");
    return at >= 0 && s.length() - at <= LONGEST_SIGNATURE ? at + 1 : s.length() + 1;
  }

  /** Where a paragraph of a sponsor begins, or -1. */
  static int sponsor(VisibleText text) {
    Matcher m = SPONSOR.matcher(text.text());
    return m.find() ? m.start() : -1;
  }

  /** Where the closing words begin: opt-out, copyright, address. */
  static int footer(VisibleText text) {
    int length = text.text().length();
    int footer = length;
    int earliest = Math.max(length / 2, Math.min(length, 200));
    for (Hits.Hit hit : text.hits().of(Topic.STOP)) {
      if (hit.start() >= earliest && hit.start() < footer) {
        footer = hit.start();
      }
    }
    int copyright = text.text().indexOf('\u00a9', earliest);
    return copyright >= 0 && copyright < footer ? copyright : footer;
  }

  private static Block block(VisibleText text, int from, int to) {
    int commercial =
        text.hits().weight(Topic.OFFER, from, to)
            + text.hits().weight(Topic.CALL, from, to)
            + 2 * prices(text.text(), from, to);
    int transactional = 2 * text.hits().weight(Topic.TRANSACTION, from, to);
    Kind kind =
        commercial >= COMMERCIAL && commercial >= transactional
            ? Kind.COMMERCIAL
            : transactional >= TRANSACTIONAL ? Kind.TRANSACTIONAL : Kind.OTHER;
    return new Block(from, to, kind, commercial, transactional);
  }

  /**
   * How many characters speak to the reader: long stretches without a link, an image or a word like
   * "you" or "we" are filling, put there to be weighed and not to be read.
   */
  static int addressed(VisibleText text) {
    String s = text.text();
    int count = 0;
    for (int from = 0; from < s.length(); ) {
      int end = s.indexOf('\n', from);
      end = end < 0 ? s.length() : end;
      int length = end - from;
      int link = text.firstLinkFrom(from);
      boolean linked = link < text.links().size() && text.links().get(link).start() < end;
      if (length < LONG_LINE || linked || SPEAKS.matcher(s.substring(from, end)).find()) {
        count += length;
      }
      from = end + 1;
    }
    return count;
  }

  /** Sums of money that are written as prices. */
  static int prices(String s, int from, int to) {
    int n = 0;
    for (int i = from; i + 1 < to; i++) {
      char c = s.charAt(i);
      if ((c == '$' || c == '\u20ac' || c == '\u00a3') && Character.isDigit(s.charAt(i + 1))) {
        n++;
      }
    }
    return n;
  }
}
