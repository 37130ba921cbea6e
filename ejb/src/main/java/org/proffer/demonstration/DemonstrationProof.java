package org.proffer.demonstration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.charges.Count;
import org.proffer.charges.CountKind;
import org.proffer.facts.CaseFact;
import org.proffer.facts.FactKind;
import org.proffer.facts.FactSource;
import org.proffer.facts.SourceKind;
import org.proffer.law.Span;
import org.proffer.law.Verdict;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.Messages;
import org.proffer.parties.Certainty;
import org.proffer.parties.Party;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyRole;
import org.proffer.records.DayPrecision;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.timeline.Event;
import org.proffer.timeline.EventKind;
import org.proffer.timeline.Lane;
import org.proffer.timeline.Precision;

/**
 * Facts of the demonstration case about one count, invented like its mailbox: one agreed on, one
 * with two independent sources, one that hangs on the mailbox alone, one on words of a message; the
 * other elements have none.
 */
@Dependent
public class DemonstrationProof {
  private static final String OFFENCE = "18-1037-a-3";
  private static final LocalDate DAY = LocalDate.of(2005, 3, 1);

  @Inject private Records records;
  @Inject private PartyKind parties;
  @Inject private CountKind counts;
  @Inject private FactKind facts;
  @Inject private SourceKind sources;
  @Inject private EventKind events;
  @Inject private Messages messages;

  void add(UUID caseId, UUID mailbox) {
    UUID count =
        records.list(counts, caseId).stream()
            .filter(c -> c.content().statute().equals(OFFENCE))
            .map((RecordView<Count> c) -> c.id())
            .findFirst()
            .orElseThrow();
    UUID keeper =
        records
            .add(
                parties,
                caseId,
                Party.named("Keeper of the spam trap (invented)", PartyRole.WITNESS))
            .id();
    UUID commerce =
        fact(caseId, count, ".commerce", "The mail went from Michigan to readers in other States.");
    source(
        caseId,
        commerce,
        FactSource.Type.STIPULATION,
        1,
        null,
        null,
        "The parties agree that the mail crossed State lines (invented).");
    UUID falsified =
        fact(
            caseId,
            count,
            ".header-falsified",
            "The Received lines name computers that never handled the mail.");
    source(caseId, falsified, FactSource.Type.ITEM, 1, mailbox, null, "");
    source(caseId, falsified, FactSource.Type.WITNESS, 2, null, keeper, "");
    UUID multiple =
        fact(caseId, count, ".multiple", "More than 100 of the messages went out within 24 hours.");
    source(caseId, multiple, FactSource.Type.ITEM, 1, mailbox, null, "");
  }

  private UUID fact(UUID caseId, UUID count, String element, String sentence) {
    return records
        .add(
            facts,
            caseId,
            new CaseFact(
                sentence,
                DAY,
                DayPrecision.ABOUT,
                List.of(count),
                List.of(OFFENCE + element),
                List.of(),
                false,
                Certainty.UNCONFIRMED,
                List.of()))
        .id();
  }

  private void source(
      UUID caseId,
      UUID fact,
      FactSource.Type type,
      int ground,
      @Nullable UUID item,
      @Nullable UUID witness,
      String words) {
    records.add(
        sources,
        caseId,
        new FactSource(
            fact, type, ground, item, null, "", null, null, words, witness, null, "invented"));
  }

  /** Whether something of a case cites a message. */
  boolean cites(UUID caseId) {
    return records.list(events, caseId).stream().anyMatch(e -> e.content().message() != null);
  }

  /** Cites a message of the mailbox, as an event and as words that prove something. */
  void cite(CaseId id) {
    MessageSummary first =
        messages
            .search(
                id,
                new MessageQuery(
                    Verdict.VIOLATED,
                    "",
                    null,
                    null,
                    "",
                    null,
                    null,
                    "",
                    MessageQuery.Sort.DATE,
                    false),
                0,
                1)
            .rows()
            .get(0);
    Instant sent = first.sentAt();
    records.add(
        events,
        id.value(),
        new Event(
            "A message of the ring (invented, like its mailbox)",
            Lane.CONDUCT,
            sent == null ? DAY : null,
            sent,
            sent == null ? Precision.ABOUT : Precision.MOMENT,
            null,
            null,
            "Subject: " + first.subject(),
            "Generated for this demonstration",
            null,
            first.id().value(),
            List.of(),
            List.of("generated")));
    messages.findings(first.id()).stream()
        .flatMap(finding -> finding.spans().stream())
        .filter(span -> span.length() > 0 && !span.text().isEmpty())
        .findFirst()
        .ifPresent(span -> cite(id, first, span));
  }

  private void cite(CaseId id, MessageSummary message, Span span) {
    UUID count =
        records.list(counts, id.value()).stream()
            .filter(c -> c.content().statute().equals(OFFENCE))
            .map((RecordView<Count> c) -> c.id())
            .findFirst()
            .orElseThrow();
    UUID commercial =
        fact(
            id.value(),
            count,
            ".commercial",
            "The mail is an advertisement, and says how one leaves its list (invented).");
    records.add(
        sources,
        id.value(),
        new FactSource(
            commercial,
            FactSource.Type.PASSAGE,
            1,
            null,
            message.id().value(),
            span.part(),
            span.offset(),
            span.length(),
            span.text(),
            null,
            null,
            "invented"));
  }
}
