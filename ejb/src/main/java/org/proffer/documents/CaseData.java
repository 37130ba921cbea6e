package org.proffer.documents;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseView;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Disposition;
import org.proffer.charges.PleaAgreement;
import org.proffer.custody.CustodyEventView;
import org.proffer.evidence.EvidenceView;
import org.proffer.facts.CaseFact;
import org.proffer.facts.FactSource;
import org.proffer.ledger.Head;
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
    @Nullable MessageTotals totals,
    @Nullable MessageView message,
    String messageHtml,
    @Nullable Head head) {

  RecordView<Party> party(UUID id) {
    return parties.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }
}
