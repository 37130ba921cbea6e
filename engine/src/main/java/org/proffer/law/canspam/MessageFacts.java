package org.proffer.law.canspam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of one message show, each with the words it rests on; the rules decide over this
 * and nothing else of the message.
 *
 * @param sentAt when the message was sent as far as it can be told; null where it cannot
 * @param sentAtBasis where {@code sentAt} was taken from: {@code "Date"}, {@code "Received"}, or
 *     {@code "none"}
 * @param subject the decoded subject; empty where there is none
 * @param fromDisplay display name of the From field; empty where there is none
 * @param fromAddress address of the From field; empty where there is none
 * @param language BCP 47 tag of the body's main language, {@code und} where it could not be told
 * @param readable false for a quarantined message: absence of anything then proves nothing
 * @param imageOnly whether what is to be read stands in images alone
 * @param purpose the primary purpose
 * @param optOutMechanism an Internet-based way to object, displayed in the body
 * @param optOutHeader an opt-out in the header (List-Unsubscribe), which is not displayed
 * @param optOutNotice words that say one can object
 * @param optOutMenu a choice of kinds of mail is offered
 * @param optOutBurden words that ask for a fee or for more than an address and preferences
 * @param postalAddress a physical postal address
 * @param advertisementLabel words that say that this is an advertisement
 * @param sexuallyExplicitLabel the subject begins with the exact label of 16 CFR 316.4
 * @param sexuallyOriented sexually oriented advertising (an indicator: a person decides)
 * @param subjectMisleading indicators that the subject misleads
 * @param fromImpersonation indicators that the From line claims to be somebody else
 * @param headerIndicators indicators of forged headers
 */
public record MessageFacts(
    @Nullable Instant sentAt,
    String sentAtBasis,
    String subject,
    String fromDisplay,
    String fromAddress,
    String language,
    boolean readable,
    boolean imageOnly,
    PrimaryPurpose purpose,
    Observation optOutMechanism,
    Observation optOutHeader,
    Observation optOutNotice,
    Observation optOutMenu,
    Observation optOutBurden,
    Observation postalAddress,
    Observation advertisementLabel,
    Observation sexuallyExplicitLabel,
    Observation sexuallyOriented,
    Observation subjectMisleading,
    Observation fromImpersonation,
    List<HeaderIndicator> headerIndicators) {

  public MessageFacts {
    headerIndicators = List.copyOf(headerIndicators);
  }
}
