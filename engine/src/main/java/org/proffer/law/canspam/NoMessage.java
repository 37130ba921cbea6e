package org.proffer.law.canspam;

import java.util.List;

/** The facts of no message at all, for rules that speak of an address. */
final class NoMessage {
  private static final Observation NONE = Observation.notJudged("there is no message");

  static final MessageFacts FACTS =
      new MessageFacts(
          null,
          "none",
          "",
          "",
          "",
          "und",
          false,
          false,
          new PrimaryPurpose(
              PrimaryPurpose.Value.UNDETERMINED, "none", List.of(), List.of(), List.of()),
          NONE,
          NONE,
          NONE,
          NONE,
          NONE,
          NONE,
          NONE,
          NONE,
          NONE,
          NONE,
          NONE,
          List.of());

  private NoMessage() {}
}
