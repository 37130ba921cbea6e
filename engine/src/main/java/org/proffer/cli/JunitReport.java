package org.proffer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;

/**
 * JUnit XML, for build servers: a suite for each message with a case for each duty that reaches it;
 * violated is a failure, undetermined is skipped.
 */
final class JunitReport implements Report {
  private final Appendable out;
  private boolean begun;

  JunitReport(Appendable out) {
    this.out = out;
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"proffer\">\n");
    }
  }

  @Override
  public void add(Check.Result result) throws IOException {
    begin();
    List<Finding> duties = new ArrayList<>();
    for (Finding finding : result.message().findings()) {
      if (CanSpamRules.isDuty(finding.requirement())
          && finding.verdict() != Verdict.NOT_APPLICABLE) {
        duties.add(finding);
      }
    }
    String name = result.source() + (result.offset() > 0 ? "@" + result.offset() : "");
    out.append("  <testsuite name=\"").append(xml(name)).append("\" tests=\"");
    out.append(Integer.toString(duties.size())).append("\" failures=\"");
    out.append(count(duties, Verdict.VIOLATED)).append("\" errors=\"0\" skipped=\"");
    out.append(count(duties, Verdict.UNDETERMINED)).append("\">\n");
    for (Finding duty : duties) {
      add(name, duty);
    }
    out.append("  </testsuite>\n");
  }

  private void add(String suite, Finding duty) throws IOException {
    out.append("    <testcase classname=\"").append(xml(suite)).append("\" name=\"");
    out.append(xml(duty.requirement() + " " + duty.citation())).append('"');
    switch (duty.verdict()) {
      case VIOLATED ->
          out.append("><failure message=\"").append(xml(duty.reason())).append("\"/></testcase>\n");
      case UNDETERMINED ->
          out.append("><skipped message=\"")
              .append(xml(duty.reason() + " Missing: " + String.join("; ", duty.missing())))
              .append("\"/></testcase>\n");
      case MET, NOT_APPLICABLE -> out.append("/>\n");
    }
  }

  private static String count(List<Finding> duties, Verdict verdict) {
    return Long.toString(duties.stream().filter(duty -> duty.verdict() == verdict).count());
  }

  /** Text of an attribute; what XML 1.0 cannot hold becomes U+FFFD. */
  static String xml(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\t', '\n', '\r' -> safe.append("&#").append(c).append(';');
                default ->
                    safe.appendCodePoint(
                        c < 0x20 || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF
                            ? 0xFFFD
                            : c);
              }
            });
    return safe.toString();
  }

  @Override
  public void end() throws IOException {
    begin();
    out.append("</testsuites>\n");
  }
}
