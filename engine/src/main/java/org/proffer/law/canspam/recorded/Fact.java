package org.proffer.law.canspam.recorded;

/**
 * Something known about a message beyond its bytes, proved or recorded by a person; the engine
 * takes it as true and names it in its reasons.
 */
public sealed interface Fact
    permits AccountsOpened,
        Assistance,
        Complete,
        Consent,
        FromLine,
        GeneratedAddress,
        Harvest,
        HeaderTruth,
        Judgement,
        Knowledge,
        MessageKind,
        MobileAuthorization,
        OptOutProcess,
        OptOutRequest,
        Outage,
        Participant,
        PostalAddressRecord,
        Probe,
        Promotion,
        PurposeJudgement,
        Recipient,
        Registration,
        Relationship,
        Relay,
        Supplier,
        Transfer,
        Transmission,
        WirelessDomain {

  /** A sentence that says where the fact comes from: a document, a witness, a log. */
  String source();
}
