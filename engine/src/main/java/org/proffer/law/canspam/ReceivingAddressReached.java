package org.proffer.law.canspam;

import java.util.Optional;
import org.proffer.law.canspam.recorded.OptOutProcess;

/**
 * The objection takes effect for the address where the message was received.
 *
 * <p>Source: 15 U.S.C. 7704(a)(3)(A)(i). Needs a test with the address of delivery.
 */
final class ReceivingAddressReached implements CanSpamRule {
  @Override
  public String id() {
    return "OPT-06";
  }

  @Override
  public Answer decide(Matter matter) {
    Optional<OptOutProcess> process = matter.recorded().last(OptOutProcess.class);
    Boolean reached = process.map(OptOutProcess::receivingAddress).orElse(null);
    if (process.isEmpty() || reached == null) {
      return Answer.open(
          "Whether the objection takes effect for the receiving address cannot be seen in the message.",
          "a test of an objection with the address of delivery");
    }
    return reached
        ? Answer.met(
            "The objection takes effect for the receiving address ("
                + process.get().source()
                + ").")
        : Answer.violated(
            "The objection does not take effect for the receiving address ("
                + process.get().source()
                + ").");
  }
}
