package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.canspam.recorded.Outage;
import org.proffer.law.canspam.recorded.Probe;

/**
 * A temporary failure of the way to object is excused.
 *
 * <p>Source: 15 U.S.C. 7704(a)(3)(C): unexpected, temporary, a technical problem beyond the
 * sender's control, corrected within a reasonable time. A defence; left to a person. That an
 * expired domain or unpaid hosting is within control is our reading.
 */
final class OutageExcused implements CanSpamRule {
  @Override
  public String id() {
    return "OPT-04";
  }

  @Override
  public Answer decide(Matter matter) {
    List<Outage> outages = matter.recorded().all(Outage.class);
    if (outages.isEmpty()) {
      return matter.recorded().all(Probe.class).stream().allMatch(Probe::accepted)
          ? Answer.notApplicable("No outage is recorded.")
          : Answer.open(
              "A test of the way to object failed, and nothing is recorded of the cause.",
              "the cause of the failure, and when it was repaired");
    }
    for (Outage outage : outages) {
      if (!outage.excused()) {
        return Answer.notApplicable(
            "The defence is not available: "
                + outage.cause()
                + ", which was "
                + String.join(", ", lacking(outage))
                + " ("
                + outage.source()
                + ")."
                + (outage.beyondControl()
                    ? ""
                    : " " + Law.reading("control-of-hosting", matter.lawAsOf())));
      }
    }
    return Answer.met("Excused: " + outages.get(0).cause() + " (" + outages.get(0).source() + ").");
  }

  private static List<String> lacking(Outage outage) {
    List<String> lacking = new ArrayList<>();
    if (!outage.unexpected()) {
      lacking.add("not unexpected");
    }
    if (!outage.beyondControl()) {
      lacking.add("within the sender's control");
    }
    if (outage.repairedAt() == null) {
      lacking.add("never corrected");
    } else if (!outage.reasonableTime()) {
      lacking.add("not corrected within a reasonable time");
    }
    return lacking;
  }
}
