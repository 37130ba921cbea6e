package org.proffer.documents;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseView;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Disposition;
import org.proffer.charges.PleaAgreement;
import org.proffer.custody.CustodyEventView;
import org.proffer.documents.DocumentKind.Trait;
import org.proffer.evidence.EvidenceView;
import org.proffer.exhibits.Exhibit;
import org.proffer.facts.CaseFact;
import org.proffer.facts.FactSource;
import org.proffer.ledger.Head;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.MessageTotals;
import org.proffer.messages.MessageView;
import org.proffer.parties.Party;
import org.proffer.parties.Representation;
import org.proffer.records.RecordView;
import org.proffer.sentencing.CountTerm;
import org.proffer.sentencing.Forfeiture;
import org.proffer.sentencing.Restitution;
import org.proffer.sentencing.Sentence;
import org.proffer.timeline.TimelineEntry;

/**
 * What is read of a case for a document; a list that the kind of document does not need is empty.
 *
 * @param caseVersion of the record that says what the case is
 * @param custody by the id of the item
 * @param exhibits in the order of their series, numbers and letters
 * @param exhibited the messages among the exhibits, by their ids
 * @param message the one a message exhibit shows, with its body as inert HTML
 * @param head the newest signed head of the custody log; null before the first
 */
record CaseData(
    CaseView view,
    int caseVersion,
    List<RecordView<Party>> parties,
    List<RecordView<Representation>> representations,
    ChargeSheet charges,
    List<RecordView<PleaAgreement>> agreements,
    List<RecordView<Disposition>> dispositions,
    List<RecordView<CaseFact>> facts,
    List<RecordView<FactSource>> sources,
    List<String> gaps,
    List<RecordView<Sentence>> sentences,
    List<RecordView<CountTerm>> terms,
    List<RecordView<Restitution>> restitutions,
    List<RecordView<Forfeiture>> forfeitures,
    List<TimelineEntry> timeline,
    List<EvidenceView> items,
    Map<UUID, List<CustodyEventView>> custody,
    List<RecordView<Exhibit>> exhibits,
    Map<UUID, MessageSummary> exhibited,
    @Nullable MessageTotals totals,
    @Nullable MessageView message,
    String messageHtml,
    @Nullable Head head) {

  RecordView<Party> party(UUID id) {
    return parties.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  /** What a kind of document reads of it; the rest is empty. */
  CaseData only(DocumentKind kind) {
    boolean proof = kind.has(Trait.PROOF);
    boolean outcomes = kind.has(Trait.OUTCOMES);
    boolean evidence = kind.has(Trait.EVIDENCE);
    boolean marked = kind.has(Trait.EXHIBITS);
    return new CaseData(
        view,
        caseVersion,
        parties,
        representations,
        kind.has(Trait.CHARGES) ? charges : new ChargeSheet(List.of()),
        outcomes ? agreements : List.of(),
        outcomes ? dispositions : List.of(),
        proof ? facts : List.of(),
        proof ? sources : List.of(),
        proof && kind.has(Trait.INTERNAL) ? gaps : List.of(),
        outcomes ? sentences : List.of(),
        outcomes ? terms : List.of(),
        outcomes ? restitutions : List.of(),
        outcomes ? forfeitures : List.of(),
        kind.has(Trait.TIMELINE) ? timeline : List.of(),
        evidence || proof ? items : List.of(),
        kind.has(Trait.CUSTODY) ? custody : Map.of(),
        marked ? exhibits : List.of(),
        marked ? exhibited : Map.of(),
        kind.has(Trait.MESSAGES) ? Objects.requireNonNull(totals) : null,
        kind.has(Trait.ONE_MESSAGE) ? message : null,
        kind.has(Trait.ONE_MESSAGE) ? messageHtml : "",
        head);
  }
}
