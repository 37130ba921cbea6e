package org.proffer.parties;

import jakarta.enterprise.context.Dependent;
import org.proffer.records.RecordKind;

/** What is reported about a case, in the order it was put. */
@Dependent
public class ReportKind extends RecordKind<Report> {
  /** Declares the kind. */
  public ReportKind() {
    super("report", "reports", "Report", Report.class);
  }

  @Override
  public String title(Report report) {
    return report.subject() + ", " + report.matter() + ": " + report.statement();
  }

  @Override
  public long order(Report report) {
    Integer position = report.position();
    return position == null ? Long.MAX_VALUE : position;
  }
}
