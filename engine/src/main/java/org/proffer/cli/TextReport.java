package org.proffer.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.proffer.authentication.AuthenticationReport;
import org.proffer.authentication.Evaluation;
import org.proffer.check.CheckedSender;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.canspam.CanSpamRules;

/**
 * For a person: what is violated in each message, with the reason and the words; then, in short,
 * what is open and which facts would decide it. Only duties are named: definitions and defences are
 * in the other formats.
 */
final class TextReport implements Report {
  private static final int QUOTED = 120;
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
    out.append(shown(result.source()));
    if (result.offset() > 0) {
      out.append(" at byte ").append(Long.toString(result.offset()));
    }
    out.append("\n  ").append(shown(result.message().facts().subject()));
    out.append(" — ").append(result.message().facts().purpose().value().name());
    out.append(", law of ").append(result.message().lawAsOf().toString()).append('\n');
    Set<String> open = new LinkedHashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    for (Finding finding : result.message().findings()) {
      if (!CanSpamRules.isDuty(finding.requirement())) {
        continue;
      }
      switch (finding.verdict()) {
        case VIOLATED -> {
          any = true;
          violated(finding);
        }
        case UNDETERMINED -> {
          open.add(finding.requirement());
          missing.addAll(finding.missing());
        }
        case MET ->
            out.append(
                String.format("  met        %-7s %s%n", finding.requirement(), finding.reason()));
        case NOT_APPLICABLE -> {
          // does not reach the message
        }
      }
    }
    if (!open.isEmpty()) {
      out.append("  undecided  ").append(String.join(", ", open)).append('\n');
      out.append("             would be decided by: ");
      out.append(missing.stream().limit(6).collect(Collectors.joining("; ")));
      out.append(missing.size() > 6 ? "; and " + (missing.size() - 6) + " more\n" : "\n");
    }
    sender(result.message().sender());
    violated += any ? 1 : 0;
  }

  private void sender(CheckedSender sender) throws IOException {
    AuthenticationReport report = sender.report();
    Instant receivedAt = sender.receivedAt();
    if (receivedAt != null) {
      out.append("  sender     by DNS data recorded for ").append(receivedAt.toString());
      out.append(" (").append(shown(sender.receivedSays())).append(")\n");
      evaluation(report.spf());
      for (Evaluation signature : report.dkim()) {
        evaluation(signature);
      }
      for (Evaluation signature : report.domainKeys()) {
        evaluation(signature);
      }
      evaluation(report.dmarc());
      evaluation(report.arc());
    } else {
      out.append("  sender     not evaluable: ").append(report.spf().reason()).append('\n');
    }
  }

  private void evaluation(Evaluation evaluation) throws IOException {
    out.append(
        String.format(
            "             %-10s %-13s %s%n",
            evaluation.method(),
            evaluation.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            shown(evaluation.reason())));
  }

  private void violated(Finding finding) throws IOException {
    out.append(String.format("  VIOLATED   %-7s %s%n", finding.requirement(), finding.reason()));
    for (Span span : finding.spans()) {
      String words = shown(span.text());
      out.append("                     “")
          .append(words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words)
          .append("”\n");
    }
    out.append("                     ").append(finding.citation()).append('\n');
  }

  /**
   * Words of a message as a terminal may show them: on one line, without control, formatting and
   * direction characters.
   */
  static String shown(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "\uFFFD").strip();
  }

  @Override
  public void end() throws IOException {
    out.append(String.format("%d messages, %d with a violation%n", messages, violated));
  }
}
