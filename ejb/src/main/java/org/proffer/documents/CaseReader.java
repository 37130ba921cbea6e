package org.proffer.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Charges;
import org.proffer.charges.DispositionKind;
import org.proffer.charges.PleaAgreementKind;
import org.proffer.custody.CustodyEventView;
import org.proffer.documents.DocumentKind.Trait;
import org.proffer.evidence.Custody;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.exhibits.Exhibit;
import org.proffer.exhibits.ExhibitKind;
import org.proffer.facts.FactKind;
import org.proffer.facts.ProofBoards;
import org.proffer.facts.SourceKind;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.MessageView;
import org.proffer.messages.Messages;
import org.proffer.parties.PartyKind;
import org.proffer.parties.RepresentationKind;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.sentencing.CountTermKind;
import org.proffer.sentencing.ForfeitureKind;
import org.proffer.sentencing.RestitutionKind;
import org.proffer.sentencing.SentenceKind;
import org.proffer.timeline.TimelineFilter;
import org.proffer.timeline.Timelines;

/** Reads of a case what a kind of document needs, from the services of the other capabilities. */
@ApplicationScoped
class CaseReader {
  @Inject private Cases cases;
  @Inject private Records records;
  @Inject private Charges charges;
  @Inject private ProofBoards boards;
  @Inject private EvidenceItems items;
  @Inject private Custody custody;
  @Inject private Messages messages;
  @Inject private Timelines timelines;
  @Inject private PartyKind parties;
  @Inject private RepresentationKind representations;
  @Inject private PleaAgreementKind agreements;
  @Inject private DispositionKind dispositions;
  @Inject private FactKind facts;
  @Inject private SourceKind sources;
  @Inject private ExhibitKind exhibits;
  @Inject private SentenceKind sentences;
  @Inject private CountTermKind terms;
  @Inject private RestitutionKind restitutions;
  @Inject private ForfeitureKind forfeitures;

  /** What a kind of document about a subject needs, as the case stands. */
  CaseData read(CaseId caseId, DocumentKind kind, @Nullable UUID subject) {
    UUID id = caseId.value();
    CaseView view = cases.get(caseId);
    boolean charged = kind.has(Trait.CHARGES);
    boolean proof = kind.has(Trait.PROOF);
    boolean outcomes = kind.has(Trait.OUTCOMES);
    List<EvidenceView> evidence = kind.has(Trait.EVIDENCE) || proof ? items.of(caseId) : List.of();
    ChargeSheet sheet = charged ? charges.sheet(id) : new ChargeSheet(List.of());
    List<RecordView<Exhibit>> marked =
        kind.has(Trait.EXHIBITS) ? inOrder(records.list(exhibits, id)) : List.of();
    MessageView message =
        kind.has(Trait.ONE_MESSAGE) && subject != null
            ? messages.view(new MessageId(subject))
            : null;
    return new CaseData(
        view,
        view.version(),
        records.list(parties, id),
        records.list(representations, id),
        sheet,
        list(outcomes, agreements, id),
        list(outcomes, dispositions, id),
        list(proof, facts, id),
        list(proof, sources, id),
        proof && kind.has(Trait.INTERNAL) ? gaps(sheet) : List.of(),
        list(outcomes, sentences, id),
        list(outcomes, terms, id),
        list(outcomes, restitutions, id),
        list(outcomes, forfeitures, id),
        kind.has(Trait.TIMELINE) ? timelines.of(caseId, TimelineFilter.ALL) : List.of(),
        evidence,
        kind.has(Trait.CUSTODY) ? custody(evidence) : Map.of(),
        marked,
        exhibited(caseId, marked),
        kind.has(Trait.MESSAGES) ? messages.totals(caseId) : null,
        message,
        message == null ? "" : messages.rendered(message.summary().id(), ""),
        custody.standing().head());
  }

  /** Exhibits by series, number and letter, as they are called in court. */
  static List<RecordView<Exhibit>> inOrder(List<RecordView<Exhibit>> exhibits) {
    return exhibits.stream()
        .sorted(
            Comparator.comparing((RecordView<Exhibit> e) -> e.content().marked().series())
                .thenComparing(e -> e.content().marked().number())
                .thenComparing(e -> e.content().marked().letter()))
        .toList();
  }

  private Map<UUID, MessageSummary> exhibited(CaseId caseId, List<RecordView<Exhibit>> marked) {
    Set<UUID> ids =
        marked.stream()
            .map(e -> e.content().message())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return ids.isEmpty()
        ? Map.of()
        : messages.summaries(caseId, ids).stream()
            .collect(Collectors.toMap(m -> m.id().value(), Function.identity()));
  }

  private <C extends Record> List<RecordView<C>> list(
      boolean needed, RecordKind<C> kind, UUID caseId) {
    return needed ? records.list(kind, caseId) : List.of();
  }

  private List<String> gaps(ChargeSheet sheet) {
    return sheet.instruments().stream()
        .filter(charged -> charged.supersededBy() == null)
        .flatMap(charged -> boards.gaps(charged.instrument().id()).stream())
        .toList();
  }

  private Map<UUID, List<CustodyEventView>> custody(List<EvidenceView> evidence) {
    Map<UUID, List<CustodyEventView>> events = new HashMap<>();
    evidence.forEach(item -> events.put(item.id().value(), items.custody(item.id())));
    return events;
  }
}
