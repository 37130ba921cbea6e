package org.proffer.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseStatus;
import org.proffer.cases.CaseView;
import org.proffer.cases.Courts;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Count;
import org.proffer.charges.CountClock;
import org.proffer.charges.CountKind;
import org.proffer.charges.Disposition;
import org.proffer.charges.DispositionKind;
import org.proffer.charges.Instrument;
import org.proffer.charges.InstrumentKind;
import org.proffer.charges.PleaAgreement;
import org.proffer.charges.PleaAgreementKind;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceView;
import org.proffer.evidence.ItemForm;
import org.proffer.exhibits.Exhibit;
import org.proffer.exhibits.ExhibitKind;
import org.proffer.facts.CaseFact;
import org.proffer.facts.FactKind;
import org.proffer.facts.FactSource;
import org.proffer.facts.SourceKind;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.law.fraud.Statutes;
import org.proffer.ledger.Head;
import org.proffer.ledger.TreeHash;
import org.proffer.mail.HeaderField;
import org.proffer.mail.ParsedMessage;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.MessageTotals;
import org.proffer.messages.MessageView;
import org.proffer.parties.Certainty;
import org.proffer.parties.Party;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyRole;
import org.proffer.parties.Representation;
import org.proffer.parties.RepresentationKind;
import org.proffer.records.DayPrecision;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;
import org.proffer.sentencing.CountTerm;
import org.proffer.sentencing.CountTermKind;
import org.proffer.sentencing.Forfeiture;
import org.proffer.sentencing.ForfeitureKind;
import org.proffer.sentencing.Restitution;
import org.proffer.sentencing.RestitutionKind;
import org.proffer.sentencing.Sentence;
import org.proffer.sentencing.SentenceKind;
import org.proffer.timeline.Lane;
import org.proffer.timeline.Precision;
import org.proffer.timeline.TimelineEntry;

/** An invented case that has everything a template can ask for; templates are tried on it. */
final class SampleCase {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
  private static final UUID CASE = id(1);
  private static final UUID DEFENDANT = id(2);
  private static final UUID SECOND = id(3);
  private static final UUID COUNSEL = id(4);
  private static final UUID VICTIM = id(5);
  private static final UUID WITNESS = id(6);
  private static final UUID INSTRUMENT = id(7);
  private static final UUID COUNT = id(8);
  private static final UUID ITEM = id(10);
  private static final UUID MESSAGE = id(11);
  private static final UUID SENTENCE = id(12);
  private static final UUID FACT = id(13);

  /** When and by whom samples are made. */
  static final CaseModel.Made MADE =
      new CaseModel.Made(Instant.EPOCH, "Pat Prosecutor", 12, "sample");

  private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015".repeat(2);

  private SampleCase() {}

  private static UUID id(int number) {
    return new UUID(0x5a3b1eL, number);
  }

  /** What a document of a kind is about here. */
  static @Nullable UUID subject(DocumentKind kind) {
    return switch (kind.subject()) {
      case NONE -> null;
      case INSTRUMENT -> INSTRUMENT;
      case DEFENDANT -> DEFENDANT;
      case VICTIM -> VICTIM;
      case ITEM -> ITEM;
      case MESSAGE -> MESSAGE;
    };
  }

  private static <C extends Record> RecordView<C> record(RecordKind<C> kind, UUID id, C content) {
    return new RecordView<>(
        id, CASE, kind, kind.title(content), content, 1, false, false, AT, "pat");
  }

  private static RecordView<Party> party(
      UUID id, String name, PartyRole role, @Nullable Integer n) {
    return record(
        new PartyKind(),
        id,
        new Party(
            name,
            role,
            n,
            null,
            "of West Bloomfield, Michigan",
            Certainty.VERIFIED,
            "1970-05-04",
            "12 Elm Street, Springfield, MI 48000",
            "someone@example.org",
            "313 555 0100"));
  }

  /** The case. */
  static CaseData data() {
    List<RecordView<Party>> parties =
        List.of(
            party(DEFENDANT, "Alan Roe", PartyRole.DEFENDANT, 1),
            party(SECOND, "Berta Poe", PartyRole.DEFENDANT, 2),
            party(COUNSEL, "Carla Counsel", PartyRole.COUNSEL, null),
            party(VICTIM, "Victor Victim", PartyRole.VICTIM, null),
            party(WITNESS, "Wanda Witness", PartyRole.WITNESS, null));
    RecordView<Count> first = count(COUNT, 1, "18-1037-a-3", "18-1037-a-3.GR-5A");
    RecordView<Count> second = count(id(9), 2, "18-1343", "18-1343.base");
    RecordView<Sentence> sentence = sentence();
    EvidenceView item =
        new EvidenceView(
            new EvidenceId(ITEM),
            new CaseId(CASE),
            1,
            "Mailbox of the ring",
            "ring.mbox",
            "mbox, LF line ends",
            ItemForm.CONTAINER,
            HASH,
            HASH,
            3_000_000,
            AT,
            "paralegal",
            "paralegal",
            "",
            "",
            "",
            "",
            null,
            AT,
            null,
            null,
            null);
    return new CaseData(
        new CaseView(
            new CaseId(CASE),
            "United States v. Roe et al.",
            new Courts().get("mied"),
            "2:26-cr-20001",
            "Jane Judge",
            CaseStatus.SENTENCING,
            false,
            false,
            AT,
            "pat",
            List.of("pat"),
            1),
        1,
        parties,
        List.of(
            record(
                new RepresentationKind(),
                id(14),
                new Representation(
                    DEFENDANT, COUNSEL, Representation.Engagement.RETAINED, null, null))),
        charges(first, second),
        List.of(
            record(
                new PleaAgreementKind(),
                id(15),
                new PleaAgreement(
                    DEFENDANT,
                    LocalDate.of(2026, 3, 2),
                    PleaAgreement.Type.RECOMMENDATION,
                    List.of(COUNT),
                    63,
                    78,
                    87,
                    new BigDecimal("1000000.00"),
                    true,
                    "The parties agree on the loss.",
                    Certainty.VERIFIED,
                    "invented"))),
        List.of(
            disposition(Disposition.Step.PLEADED_GUILTY, COUNT, 16),
            disposition(Disposition.Step.DISMISSED, id(9), 17)),
        List.of(
            record(
                new FactKind(),
                FACT,
                new CaseFact(
                    "The Received lines name computers that never handled the mail.",
                    LocalDate.of(2025, 3, 1),
                    DayPrecision.DAY,
                    List.of(COUNT),
                    List.of("18-1037-a-3.header-falsified"),
                    List.of(),
                    true,
                    Certainty.VERIFIED,
                    List.of()))),
        List.of(
            record(
                new SourceKind(),
                id(18),
                new FactSource(
                    FACT,
                    FactSource.Type.ITEM,
                    1,
                    ITEM,
                    null,
                    "",
                    null,
                    null,
                    "",
                    null,
                    null,
                    ""))),
        List.of("Count 1, D-1 Alan Roe: The defendant acted knowingly."),
        List.of(sentence),
        List.of(
            record(
                new CountTermKind(),
                id(19),
                new CountTerm(
                    SENTENCE,
                    List.of(COUNT),
                    51,
                    null,
                    null,
                    CountTerm.Runs.CONCURRENT,
                    36,
                    null,
                    ""))),
        List.of(
            record(
                new RestitutionKind(),
                id(20),
                new Restitution(
                    SENTENCE,
                    VICTIM,
                    "",
                    new BigDecimal("12345.67"),
                    List.of(SECOND),
                    Certainty.VERIFIED,
                    "invented"))),
        List.of(
            record(
                new ForfeitureKind(),
                id(21),
                new Forfeiture(
                    SENTENCE,
                    Forfeiture.Type.PROPERTY,
                    "Money seized in December 2025",
                    new BigDecimal("250000.00"),
                    Certainty.VERIFIED,
                    "invented"))),
        List.of(
            new TimelineEntry(
                id(22),
                "event",
                Lane.COURT,
                "Sentencing",
                LocalDate.of(2099, 1, 5),
                null,
                Precision.DAY,
                LocalDate.of(2099, 1, 6),
                null,
                "Courtroom 1",
                "docket",
                null,
                null,
                List.of(),
                List.of())),
        List.of(item),
        Map.of(
            ITEM,
            List.of(
                new CustodyEventView(
                    ITEM,
                    1,
                    AT,
                    CustodyAct.received("paralegal", "over the network", HASH)
                        .passingTo("custodian")
                        .on("order of the court"),
                    0L))),
        List.of(
            exhibit(23, Exhibit.Series.GOVERNMENT, ITEM, null),
            exhibit(24, Exhibit.Series.JOINT, null, MESSAGE)),
        Map.of(MESSAGE, message().summary()),
        new MessageTotals(
            2_000,
            1_200,
            700,
            60,
            40,
            1_990,
            8,
            2,
            AT,
            AT,
            List.of(new MessageTotals.RequirementTotal("DIS-03", 1_200, 3, 60))),
        message(),
        "<p>Buy now.</p>",
        new Head("proffer", 12, TreeHash.EMPTY, AT));
  }

  /**
   * The cases that a template of a kind is tried on: one that has everything, and one that has
   * hardly anything.
   */
  static List<CaseData> samples(DocumentKind kind) {
    return List.of(data().only(kind), bare(kind));
  }

  private static CaseData bare(DocumentKind kind) {
    CaseData full = data();
    CaseView view = full.view();
    UUID subject = subject(kind);
    MessageTotals none = new MessageTotals(0, 0, 0, 0, 0, 0, 0, 0, null, null, List.of());
    ChargeSheet charges =
        kind.subject() == DocumentKind.Subject.INSTRUMENT
            ? new ChargeSheet(
                List.of(
                    new ChargeSheet.Charged(
                        full.charges().instruments().get(0).instrument(), null, List.of())))
            : new ChargeSheet(List.of());
    return new CaseData(
            new CaseView(
                view.id(),
                view.title(),
                new Courts().get("cacd"),
                "",
                "",
                CaseStatus.INVESTIGATION,
                true,
                true,
                view.openedAt(),
                view.openedBy(),
                view.members(),
                view.version()),
            1,
            full.parties().stream().filter(p -> p.id().equals(subject)).toList(),
            List.of(),
            charges,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            kind.subject() == DocumentKind.Subject.ITEM ? full.items() : List.of(),
            Map.of(),
            List.of(),
            Map.of(),
            none,
            bareMessage(),
            "",
            null)
        .only(kind);
  }

  private static MessageView bareMessage() {
    MessageView full = message();
    MessageSummary summary = full.summary();
    return new MessageView(
        new MessageSummary(
            summary.id(),
            1,
            HASH,
            null,
            "",
            "",
            "",
            PrimaryPurpose.Value.COMMERCIAL,
            ParsedMessage.Outcome.PARSED,
            Verdict.UNDETERMINED,
            List.of(),
            List.of()),
        full.caseId(),
        full.itemId(),
        1,
        "",
        "",
        0,
        1,
        HASH,
        null,
        full.lawAsOf(),
        "1",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  private static RecordView<Exhibit> exhibit(
      int id, Exhibit.Series series, @Nullable UUID item, @Nullable UUID message) {
    return record(
        new ExhibitKind(),
        id(id),
        new Exhibit(
            series,
            id - 22,
            "",
            item == null ? "A message of the ring" : "Mailbox of the ring",
            item,
            message,
            item == null ? null : 1,
            item == null ? null : 3,
            WITNESS,
            "the United States",
            LocalDate.of(2026, 5, 4),
            "Hearsay.",
            Exhibit.Ruling.ADMITTED_FOR_A_PURPOSE,
            "Jane Judge",
            LocalDate.of(2026, 5, 5),
            "Not for the truth of what it says.",
            "The court asked for it.",
            List.of("GX-7"),
            List.of("GX-7"),
            ""));
  }

  private static RecordView<Count> count(UUID id, int number, String statute, String tier) {
    return record(
        new CountKind(),
        id,
        new Count(
            INSTRUMENT,
            number,
            statute,
            tier,
            LocalDate.of(2024, 1, 2),
            LocalDate.of(2025, 9, 30),
            "the Eastern District of Michigan",
            List.of(DEFENDANT, SECOND),
            "Mail with falsified headers",
            null,
            Certainty.VERIFIED,
            "invented"));
  }

  private static ChargeSheet charges(RecordView<Count> first, RecordView<Count> second) {
    return new ChargeSheet(
        List.of(
            new ChargeSheet.Charged(
                record(
                    new InstrumentKind(),
                    INSTRUMENT,
                    new Instrument(
                        Instrument.Type.INDICTMENT,
                        LocalDate.of(2025, 12, 18),
                        null,
                        null,
                        null,
                        Certainty.VERIFIED,
                        "invented")),
                null,
                List.of(
                    line(first, Disposition.Step.PLEADED_GUILTY),
                    line(second, Disposition.Step.DISMISSED)))));
  }

  private static ChargeSheet.Line line(RecordView<Count> count, Disposition.Step step) {
    return new ChargeSheet.Line(
        count,
        Optional.of(Statutes.byId(count.content().statute()).orElseThrow()),
        List.of(
            new ChargeSheet.Standing(
                DEFENDANT, "D-1", "Alan Roe", step, LocalDate.of(2026, 3, 2), null, id(16)),
            new ChargeSheet.Standing(SECOND, "D-2", "Berta Poe", null, null, null, null)),
        CountClock.unknown());
  }

  private static RecordView<Disposition> disposition(Disposition.Step step, UUID count, int id) {
    return record(
        new DispositionKind(),
        id(id),
        new Disposition(
            List.of(DEFENDANT),
            List.of(count),
            step,
            LocalDate.of(2026, 3, 2),
            DayPrecision.DAY,
            null,
            "",
            Certainty.VERIFIED,
            "invented"));
  }

  private static RecordView<Sentence> sentence() {
    return record(
        new SentenceKind(),
        SENTENCE,
        new Sentence(
            DEFENDANT,
            LocalDate.of(2026, 11, 23),
            51,
            null,
            null,
            36,
            null,
            new BigDecimal("25000.00"),
            new BigDecimal("100.00"),
            Sentence.RestitutionOrder.ORDERED,
            null,
            List.of(COUNT),
            63,
            78,
            Sentence.Position.VARIANCE_BELOW,
            "The history of the defendant.",
            new BigDecimal("2600000.00"),
            new BigDecimal("3000000.00"),
            "No access to bulk mail.",
            null,
            Certainty.VERIFIED,
            "invented",
            ""));
  }

  private static MessageView message() {
    MessageSummary summary =
        new MessageSummary(
            new MessageId(MESSAGE),
            3,
            HASH,
            AT,
            "Hot Stocks",
            "hot@example.org",
            "Buy now",
            PrimaryPurpose.Value.COMMERCIAL,
            ParsedMessage.Outcome.PARSED,
            Verdict.VIOLATED,
            List.of("DIS-03"),
            List.of());
    return new MessageView(
        summary,
        new CaseId(CASE),
        new EvidenceId(ITEM),
        1,
        "ring.mbox",
        "",
        1_024,
        512,
        HASH,
        null,
        LocalDate.of(2025, 3, 2),
        "1",
        List.of(new HeaderField("Subject", "Buy now", "Subject: Buy now", 0, 16)),
        List.of(),
        List.of(),
        List.of(
            new MessageView.AttachmentPart(
                "2", "image/png", "chart.png", "PNG image", 4_000, HASH, null)),
        List.of(),
        List.of(
            new org.proffer.law.Finding(
                "DIS-03",
                "15 U.S.C. 7704(a)(5)(A)(iii)",
                Verdict.VIOLATED,
                LocalDate.of(2025, 3, 2),
                "No postal address stands in the message.",
                List.of(),
                List.of())),
        null,
        null);
  }
}
