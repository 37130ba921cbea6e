package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Span;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.law.canspam.PrimaryPurpose.Value;

/** An answer on the primary purpose, with the subject and the first block that it rests on. */
final class PurposeAnswer {
  private final Headers headers;
  private final VisibleText main;
  private final List<ContentBlocks.Block> blocks;

  PurposeAnswer(Headers headers, VisibleText main, List<ContentBlocks.Block> blocks) {
    this.headers = headers;
    this.main = main;
    this.blocks = blocks;
  }

  PrimaryPurpose commercial(String branch, String because) {
    return answer(
        Value.COMMERCIAL,
        branch,
        because,
        ContentBlocks.Kind.COMMERCIAL,
        "a subject without promotion and the other content at the beginning",
        "a record of a transaction that the message confirms");
  }

  PrimaryPurpose transactional(String branch, String because) {
    return answer(
        Value.TRANSACTIONAL,
        branch,
        because,
        ContentBlocks.Kind.TRANSACTIONAL,
        "a subject that promises promotion (16 CFR 316.3(a)(2)(i))",
        "promotion before the transaction (16 CFR 316.3(a)(2)(ii))",
        "no record of the transaction or relationship");
  }

  PrimaryPurpose other(String branch, String because) {
    return neither(Value.OTHER, branch, because);
  }

  PrimaryPurpose contested(String branch, String because) {
    return neither(Value.UNDETERMINED, branch, because);
  }

  private PrimaryPurpose neither(Value value, String branch, String because) {
    return answer(
        value,
        branch,
        because,
        ContentBlocks.Kind.OTHER,
        "a subject or body whose net impression is promotion");
  }

  private PrimaryPurpose answer(
      Value value, String branch, String because, ContentBlocks.Kind kind, String... flips) {
    List<Span> spans = new ArrayList<>();
    if (!headers.subject().isEmpty()) {
      spans.add(headers.span("Subject"));
    }
    for (ContentBlocks.Block block : blocks) {
      if (block.kind() == kind) {
        spans.add(main.span(block.start(), Math.min(block.end(), block.start() + 160)));
        break;
      }
    }
    return new PrimaryPurpose(value, branch, List.of(because), List.of(flips), spans);
  }
}
