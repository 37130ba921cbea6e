package org.proffer.law.canspam;

import java.util.List;
import org.proffer.law.Span;

/**
 * The header information is neither materially false nor materially misleading.
 *
 * <p>Source: 15 U.S.C. 7704(a)(1); reaches commercial and transactional or relationship messages.
 * The bytes give indicators only: a failed authentication does not prove falsity, a passed one does
 * not prove truth. Never decided by the engine alone.
 */
final class HeaderTruthful implements CanSpamRule {
  @Override
  public String id() {
    return "HDR-01";
  }

  @Override
  public boolean reachesTransactional() {
    return true;
  }

  @Override
  public Answer decide(MessageFacts facts, RecordedFacts recorded) {
    List<HeaderIndicator> indicators = facts.headerIndicators();
    List<Span> spans =
        indicators.stream().flatMap(indicator -> indicator.spans().stream()).toList();
    String reason =
        indicators.isEmpty()
            ? "The header shows no indicator of falsity, which does not prove that it is true."
            : "The header shows indicators, each of which may have an innocent cause: "
                + String.join("; ", indicators.stream().map(HeaderIndicator::code).toList())
                + ".";
    return Answer.open(
        reason,
        spans,
        "logs of the servers that handled the message",
        "who initiated it, and how the domains and addresses in the header were obtained");
  }
}
