package org.proffer.generator;

import org.proffer.law.canspam.PrimaryPurpose;

/**
 * What is true of a generated message.
 *
 * @param campaign name of the campaign
 * @param purpose the primary purpose it was written for
 * @param optOutDisplayed a way to object stands in the body
 * @param optOutWorks it leads anywhere
 * @param optOutNotice words say that one can object
 * @param postalForm {@code STREET}, {@code PO_BOX}, {@code PMB} or {@code NONE}
 * @param advertisementLabel words say that it is an advertisement
 * @param sexuallyOriented sexually oriented advertising
 * @param exactLabel the subject begins with the exact label of 16 CFR 316.4
 * @param headerForged a Received line or the sender's domain is false
 * @param viaProxy sent through somebody else's computer
 * @param trueOrigin the address it really came from
 */
public record GroundTruth(
    String campaign,
    PrimaryPurpose.Value purpose,
    boolean optOutDisplayed,
    boolean optOutWorks,
    boolean optOutNotice,
    String postalForm,
    boolean advertisementLabel,
    boolean sexuallyOriented,
    boolean exactLabel,
    boolean headerForged,
    boolean viaProxy,
    String trueOrigin) {

  /** One JSON object, without a line end. */
  public String json() {
    return "{\"campaign\":\""
        + campaign
        + "\",\"purpose\":\""
        + purpose
        + "\",\"optOutDisplayed\":"
        + optOutDisplayed
        + ",\"optOutWorks\":"
        + optOutWorks
        + ",\"optOutNotice\":"
        + optOutNotice
        + ",\"postalForm\":\""
        + postalForm
        + "\",\"advertisementLabel\":"
        + advertisementLabel
        + ",\"sexuallyOriented\":"
        + sexuallyOriented
        + ",\"exactLabel\":"
        + exactLabel
        + ",\"headerForged\":"
        + headerForged
        + ",\"viaProxy\":"
        + viaProxy
        + ",\"trueOrigin\":\""
        + trueOrigin
        + "\"}";
  }
}
