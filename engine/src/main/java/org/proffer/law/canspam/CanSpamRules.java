package org.proffer.law.canspam;

import java.time.LocalDate;
import java.util.List;
import org.proffer.law.Finding;

/** All requirements, in one explicit list, in the order of the Act. */
public final class CanSpamRules {

  /** Changes whenever any rule or table could give another answer; stored with every finding. */
  public static final String VERSION = "2026-11-23.1";

  private CanSpamRules() {}

  /**
   * What every requirement says of one message, in the order of the list.
   *
   * @param lawAsOf the day whose law applies
   */
  public static List<Finding> evaluate(
      MessageFacts facts, RecordedFacts recorded, LocalDate lawAsOf) {
    return List.of();
  }
}
