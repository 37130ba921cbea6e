package org.proffer.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.proffer.law.canspam.recorded.AccountsOpened;
import org.proffer.law.canspam.recorded.Assistance;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Consent;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.FromLine;
import org.proffer.law.canspam.recorded.GeneratedAddress;
import org.proffer.law.canspam.recorded.Harvest;
import org.proffer.law.canspam.recorded.HeaderTruth;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.Knowledge;
import org.proffer.law.canspam.recorded.MessageKind;
import org.proffer.law.canspam.recorded.MobileAuthorization;
import org.proffer.law.canspam.recorded.OptOutProcess;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Outage;
import org.proffer.law.canspam.recorded.Participant;
import org.proffer.law.canspam.recorded.PostalAddressRecord;
import org.proffer.law.canspam.recorded.Probe;
import org.proffer.law.canspam.recorded.Promotion;
import org.proffer.law.canspam.recorded.PurposeJudgement;
import org.proffer.law.canspam.recorded.Recipient;
import org.proffer.law.canspam.recorded.Registration;
import org.proffer.law.canspam.recorded.Relationship;
import org.proffer.law.canspam.recorded.Relay;
import org.proffer.law.canspam.recorded.Supplier;
import org.proffer.law.canspam.recorded.Transfer;
import org.proffer.law.canspam.recorded.Transmission;
import org.proffer.law.canspam.recorded.WirelessDomain;

/** Makes facts of the objects of a facts file, by the value of their field {@code fact}. */
final class FactReader {
  private static final Map<String, Function<FactObject, Fact>> KINDS = new TreeMap<>();

  static {
    KINDS.put(
        "transmission", o -> new Transmission(o.instant("at"), o.zoneOrNull("zone"), source(o)));
    KINDS.put("recipient", o -> new Recipient(o.text("address"), o.zoneOrNull("zone"), source(o)));
    KINDS.put("messageKind", o -> new MessageKind(o.text("kind"), source(o)));
    KINDS.put(
        "participant",
        o ->
            new Participant(
                o.text("name"), Set.copyOf(o.choices("roles", Participant.Role.class)), source(o)));
    KINDS.put("fromLine", o -> new FromLine(Set.copyOf(o.texts("identifies")), source(o)));
    KINDS.put(
        "headerTruth",
        o ->
            new HeaderTruth(
                o.flag("falseOrMisleading"),
                Set.copyOf(o.choices("impairs", HeaderTruth.Impaired.class)),
                source(o)));
    KINDS.put(
        "registration",
        o -> new Registration(o.text("name"), o.flag("falsePretenses"), o.text("by"), source(o)));
    KINDS.put(
        "relay",
        o ->
            new Relay(
                o.flag("withoutAuthorization"),
                o.flag("knowing"),
                o.flag("toDisguise"),
                source(o)));
    KINDS.put(
        "knowledge",
        o ->
            new Knowledge(
                o.choice("of", Knowledge.Subject.class),
                o.choice("level", Knowledge.Level.class),
                o.text("who"),
                source(o)));
    KINDS.put(
        "judgement",
        o ->
            new Judgement(
                o.choice("question", Judgement.Question.class),
                o.flag("yes"),
                o.text("by"),
                source(o)));
    KINDS.put(
        "purpose",
        o ->
            new PurposeJudgement(
                o.choice("purpose", PurposeJudgement.Purpose.class), o.text("by"), source(o)));
    KINDS.put(
        "relationship",
        o ->
            new Relationship(
                o.choice("category", Relationship.Category.class),
                o.flag("exists"),
                o.text("what"),
                source(o)));
    KINDS.put(
        "consent",
        o ->
            new Consent(
                o.text("address"),
                o.text("to"),
                o.instant("at"),
                o.flag("express"),
                o.flag("passedOnNotice"),
                o.instantOrNull("withdrawnAt"),
                o.text("words"),
                o.text("channel"),
                source(o)));
    KINDS.put(
        "optOutRequest",
        o ->
            new OptOutRequest(
                o.text("address"),
                Set.copyOf(o.texts("receivedBy")),
                o.instant("receivedAt"),
                Set.copyOf(o.texts("kinds")),
                source(o)));
    KINDS.put(
        "complete", o -> new Complete(o.choice("records", Complete.Records.class), source(o)));
    KINDS.put("probe", o -> new Probe(o.instant("at"), o.flag("accepted"), source(o)));
    KINDS.put(
        "outage",
        o ->
            new Outage(
                o.instant("from"),
                o.instantOrNull("repairedAt"),
                o.flag("unexpected"),
                o.flag("beyondControl"),
                o.flag("reasonableTime"),
                o.text("cause"),
                source(o)));
    KINDS.put(
        "optOutProcess",
        o ->
            new OptOutProcess(
                o.flag("fee"),
                o.texts("information"),
                o.texts("steps"),
                o.flag("menu"),
                o.flagOrNull("offersNone"),
                o.flagOrNull("receivingAddress"),
                source(o)));
    KINDS.put(
        "transfer",
        o ->
            new Transfer(
                o.text("address"),
                o.text("by"),
                o.text("to"),
                o.instant("at"),
                o.flag("knewOfRequest"),
                o.flag("complianceOnly"),
                source(o)));
    KINDS.put("assistance", o -> new Assistance(o.text("by"), o.flag("knewOfRequest"), source(o)));
    KINDS.put(
        "postalAddress",
        o ->
            new PostalAddressRecord(
                o.text("text"),
                o.choice("kind", PostalAddressRecord.Kind.class),
                o.text("of"),
                o.flag("valid"),
                source(o)));
    KINDS.put(
        "harvest",
        o -> new Harvest(o.flag("automated"), o.flag("noticeShown"), o.flag("known"), source(o)));
    KINDS.put(
        "generatedAddress",
        o -> new GeneratedAddress(o.flag("generated"), o.flag("known"), source(o)));
    KINDS.put(
        "accountsOpened",
        o -> new AccountsOpened(o.flag("automated"), o.number("accounts"), source(o)));
    KINDS.put(
        "promotion",
        o ->
            new Promotion(
                o.text("business"),
                o.flag("knewOrShouldHave"),
                o.flag("benefit"),
                o.flag("reasonableAction"),
                source(o)));
    KINDS.put(
        "supplier",
        o ->
            new Supplier(
                o.text("name"),
                o.flag("majorityInterest"),
                o.flag("actualKnowledge"),
                o.flag("benefit"),
                source(o)));
    KINDS.put(
        "wirelessDomain",
        o -> new WirelessDomain(o.text("domain"), o.dateOrNull("listedOn"), source(o)));
    KINDS.put("mobileAuthorization", o -> new MobileAuthorization(o.flag("given"), source(o)));
  }

  private FactReader() {}

  /** The kinds of facts, by name. */
  static Set<String> kinds() {
    return KINDS.keySet();
  }

  /** The fact an object states. */
  static Fact read(FactObject object) {
    String kind = object.text("fact");
    Function<FactObject, Fact> reader = KINDS.get(kind);
    if (reader == null) {
      throw object.refused("fact", kind + " is no kind of fact; there are " + KINDS.keySet());
    }
    try {
      Fact fact = reader.apply(object);
      object.finish();
      return fact;
    } catch (IllegalArgumentException e) {
      throw object.refused(String.valueOf(e.getMessage()));
    }
  }

  private static String source(FactObject object) {
    return object.text("source");
  }
}
