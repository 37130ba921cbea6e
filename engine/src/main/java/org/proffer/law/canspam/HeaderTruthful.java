package org.proffer.law.canspam;

import java.util.List;
import java.util.Optional;
import org.proffer.law.Span;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.HeaderTruth;

/**
 * The header information is neither materially false nor materially misleading.
 *
 * <p>Source: 15 U.S.C. 7704(a)(1), (a)(6); reaches commercial and transactional or relationship
 * messages. The bytes give indicators only: a failed authentication does not prove falsity, a
 * passed one does not prove truth. Header information obtained by false pretenses, or that
 * disguises the origin, is deemed misleading ((a)(1)(A), (C)). Left to a person: falsity and its
 * materiality.
 */
final class HeaderTruthful implements CanSpamRule {
  @Override
  public String id() {
    return "HDR-01";
  }

  @Override
  public Reach reach() {
    return Reach.COMMERCIAL_OR_TRANSACTIONAL;
  }

  @Override
  public Answer decide(Matter matter) {
    List<HeaderIndicator> indicators = matter.facts().headerIndicators();
    List<Span> spans =
        indicators.stream().flatMap(indicator -> indicator.spans().stream()).toList();
    Answer access = new AccessHonestlyObtained().decide(matter);
    Answer relay = new OriginNotDisguised().decide(matter);
    if (access.verdict() == Verdict.VIOLATED || relay.verdict() == Verdict.VIOLATED) {
      return Answer.violated(
          "The header is deemed materially misleading. "
              + (access.verdict() == Verdict.VIOLATED ? access : relay).reason(),
          spans);
    }
    Optional<HeaderTruth> proved = matter.recorded().last(HeaderTruth.class);
    if (proved.isPresent()) {
      String source = " (" + proved.get().source() + ").";
      return proved.get().materially()
          ? Answer.violated(
              "The header is false or misleading and impairs "
                  + proved.get().impairs().stream().sorted().toList()
                  + source,
              spans)
          : Answer.met(
              proved.get().falseOrMisleading()
                  ? "The header has an error that impairs nobody, which is not material" + source
                  : "The header information is true" + source,
              spans);
    }
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
