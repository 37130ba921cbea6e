package org.proffer.law.canspam;

/**
 * The message shows a valid physical postal address of the sender.
 *
 * <p>Source: 15 U.S.C. 7704(a)(5)(A)(iii); 16 CFR 316.2(p): street address, post office box or
 * private mailbox. Absence is objective and violates. Validity, registration and whose address it
 * is are not in the bytes.
 */
final class PostalAddressShown implements CanSpamRule {
  @Override
  public String id() {
    return "DIS-03";
  }

  @Override
  public Answer decide(MessageFacts facts, RecordedFacts recorded) {
    Observation address = facts.postalAddress();
    if (address.isPresent()) {
      return Answer.open(
          "A postal address is shown; whether it is valid and the sender's cannot be seen in the message.",
          address.spans(),
          "proof that the address is current or accurately registered",
          "proof that it is the sender's");
    }
    return address.isAbsent()
        ? Answer.violated(
            "No text of the message shows a physical postal address.", address.spans())
        : Answer.notJudged("A postal address", address);
  }
}
