package org.proffer.sentencing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Charges;
import org.proffer.charges.Disposition;
import org.proffer.charges.DispositionKind;
import org.proffer.charges.PleaAgreement;
import org.proffer.charges.PleaAgreementKind;
import org.proffer.parties.Merge;
import org.proffer.parties.MergeKind;
import org.proffer.parties.Party;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyRole;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** How cases end: all defendants of a case side by side, and sentences across cases. */
@Stateless
public class Outcomes {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Records records;
  @Inject private Charges charges;
  @Inject private PartyKind parties;
  @Inject private MergeKind merges;
  @Inject private PleaAgreementKind agreements;
  @Inject private DispositionKind dispositions;
  @Inject private SentenceKind sentences;
  @Inject private CountTermKind terms;
  @Inject private RestitutionKind restitutions;
  @Inject private ForfeitureKind forfeitures;
  @Inject private AfterSentenceKind events;
  @Inject private SentenceReview review;

  /** Every defendant of a case, in the order of their numbers. */
  public List<Outcome> of(UUID caseId) {
    access.require(Action.VIEW_OUTCOMES, caseId);
    ChargeSheet sheet = charges.sheet(caseId);
    List<RecordView<PleaAgreement>> agreed = records.list(agreements, caseId);
    List<RecordView<Disposition>> steps = records.list(dispositions, caseId);
    List<RecordView<Sentence>> imposed = records.list(sentences, caseId);
    SentenceRecords with =
        new SentenceRecords(
            records.list(terms, caseId),
            records.list(restitutions, caseId),
            records.list(forfeitures, caseId),
            records.list(events, caseId));
    List<UUID> duplicates =
        records.list(merges, caseId).stream().map(m -> duplicate(m.content())).toList();
    List<RecordView<Party>> people = records.list(parties, caseId);
    Map<UUID, String> names =
        people.stream().collect(Collectors.toMap(RecordView::id, RecordView::title));
    return people.stream()
        .filter(p -> p.content().role() == PartyRole.DEFENDANT && !duplicates.contains(p.id()))
        .map(
            p ->
                outcome(
                    p, new DefendantCharges(p.id(), sheet, agreed, steps), imposed, with, names))
        .toList();
  }

  private static UUID duplicate(Merge merge) {
    return java.util.Objects.requireNonNull(merge.duplicate());
  }

  private Outcome outcome(
      RecordView<Party> party,
      DefendantCharges charged,
      List<RecordView<Sentence>> imposed,
      SentenceRecords with,
      Map<UUID, String> names) {
    List<RecordView<Sentence>> own =
        imposed.stream().filter(s -> party.id().equals(s.content().defendant())).toList();
    RecordView<Sentence> newest =
        own.stream()
            .filter(s -> own.stream().noneMatch(o -> s.id().equals(o.content().amends())))
            .findFirst()
            .orElse(null);
    if (newest == null) {
      return new Outcome(
          party.id(),
          party.content().designation(),
          party.content().name(),
          charged.charged(),
          charged.pleaded(),
          charged.range(),
          null,
          "",
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    Sentence sentence = newest.content();
    return new Outcome(
        party.id(),
        party.content().designation(),
        party.content().name(),
        charged.charged(),
        charged.pleaded(),
        sentence.rangeFrom() == null && sentence.rangeTo() == null
            ? charged.range()
            : DefendantCharges.range(sentence.rangeFrom(), sentence.rangeTo()) + ", found",
        newest,
        SentenceKind.words(sentence),
        SentenceRecords.supervision(sentence),
        with.money(newest, names),
        with.terms(newest),
        with.after(newest),
        own.stream()
            .filter(s -> !s.id().equals(newest.id()))
            .map(s -> new Outcome.Line(s.id(), s.title()))
            .toList(),
        review.of(records, newest.caseId(), newest.id(), sentence, with.contents(newest)).all());
  }

  /**
   * The sentences of all cases of the person who asks, newest first; of an amended judgment the
   * newest version.
   */
  public SentencesAcross across(SentencesAsked asked) {
    String login = access.require(Action.COMPARE_OUTCOMES).login();
    return new SentencesAcrossQuery(entities, login, asked).run();
  }
}
