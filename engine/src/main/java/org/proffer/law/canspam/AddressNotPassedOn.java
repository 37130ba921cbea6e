package org.proffer.law.canspam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Recipient;
import org.proffer.law.canspam.recorded.Transfer;

/**
 * The address of one who objected is not sold, leased, exchanged, transferred or released, but to
 * comply with law.
 *
 * <p>Source: 15 U.S.C. 7704(a)(4)(A)(iv). Counted from the receipt of the request; there are no ten
 * days of grace. Reaches the address, whatever the message. Left to a person: the purpose, and what
 * the giver knew.
 */
final class AddressNotPassedOn implements CanSpamRule {
  @Override
  public String id() {
    return "SUP-04";
  }

  @Override
  public Reach reach() {
    return Reach.NO_MESSAGE;
  }

  @Override
  public Answer decide(Matter matter) {
    List<OptOutRequest> requests = matter.recorded().all(OptOutRequest.class);
    List<Transfer> transfers = matter.recorded().all(Transfer.class);
    Optional<Recipient> recipient = matter.recipient();
    boolean compliance = false;
    for (Transfer transfer : transfers) {
      for (OptOutRequest request : requests) {
        if (request.address().equalsIgnoreCase(transfer.address())
            && transfer.at().isAfter(request.receivedAt())
            && (recipient.isEmpty() || recipient.get().is(transfer.address()))) {
          if (!transfer.complianceOnly() && transfer.knewOfRequest()) {
            return Answer.violated(
                transfer.by()
                    + " gave the address to "
                    + transfer.to()
                    + " on "
                    + transfer.at()
                    + ", after the request of "
                    + request.receivedAt()
                    + " ("
                    + transfer.source()
                    + ").");
          }
          compliance |= transfer.complianceOnly();
        }
      }
    }
    if (compliance) {
      return Answer.met("The address was given away only to comply with law.");
    }
    if (matter.recorded().complete(Complete.Records.TRANSFERS)) {
      return Answer.met("The complete records hold no such transfer after a request.");
    }
    boolean requestsKnown = matter.recorded().complete(Complete.Records.OPT_OUT_REQUESTS);
    if (requests.isEmpty() && requestsKnown) {
      return Answer.met("The complete records hold no request of the recipient.");
    }
    List<String> missing = new ArrayList<>();
    if (requests.isEmpty()) {
      missing.add("the recipient's objections, with the time of their receipt and their scope");
    }
    missing.add("to whom the address was given, when, and for what purpose");
    return Answer.open("Whether the address was passed on is not recorded.", List.of(), missing);
  }
}
