package org.proffer.cli;

import java.io.IOException;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.Verdict;

/**
 * For a person: what is violated and what is open in each message, with the reason and the words.
 */
final class TextReport implements Report {
  private final Appendable out;
  private long messages;
  private long violated;

  TextReport(Appendable out) {
    this.out = out;
  }

  @Override
  public void add(Check.Result result) throws IOException {
    messages++;
    boolean any = false;
    out.append(result.source());
    if (result.offset() > 0) {
      out.append(" at byte ").append(Long.toString(result.offset()));
    }
    out.append("\n  ").append(result.message().facts().subject()).append(" — law of ");
    out.append(result.message().lawAsOf().toString()).append('\n');
    for (Finding finding : result.message().findings()) {
      any |= finding.verdict() == Verdict.VIOLATED;
      out.append(
          String.format(
              "  %-12s %-7s %s%n",
              label(finding.verdict()), finding.requirement(), finding.reason()));
      for (Span span : finding.spans()) {
        out.append("                       “")
            .append(span.text().replaceAll("\\s+", " "))
            .append("”\n");
      }
      if (!finding.missing().isEmpty()) {
        out.append("                       missing: ")
            .append(String.join("; ", finding.missing()))
            .append('\n');
      }
    }
    violated += any ? 1 : 0;
  }

  private static String label(Verdict verdict) {
    return switch (verdict) {
      case MET -> "met";
      case VIOLATED -> "VIOLATED";
      case UNDETERMINED -> "undetermined";
      case NOT_APPLICABLE -> "not reached";
    };
  }

  @Override
  public void end() throws IOException {
    out.append(String.format("%d messages, %d with a violation%n", messages, violated));
  }
}
