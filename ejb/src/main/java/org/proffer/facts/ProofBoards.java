package org.proffer.facts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Logins;
import org.proffer.access.Pace;
import org.proffer.access.Paces;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Charges;
import org.proffer.charges.Instrument;
import org.proffer.charges.InstrumentKind;
import org.proffer.facts.Board.ChargedCount;
import org.proffer.law.fraud.Element;
import org.proffer.messages.MessageId;
import org.proffer.messages.Messages;
import org.proffer.parties.Party;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyRole;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Portions;
import org.proffer.proof.Evidence;
import org.proffer.proof.Support;
import org.proffer.proof.WhatIf;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** The proof boards of cases: seen, asked what-if, written to from a message, signed. */
@Stateless
public class ProofBoards {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Paces paces;
  @Inject private Logins logins;
  @Inject private Records records;
  @Inject private Charges charges;
  @Inject private Messages messages;
  @Inject private BoardCache cache;
  @Inject private FactKind facts;
  @Inject private SourceKind sources;
  @Inject private GapApprovalKind approvals;
  @Inject private InstrumentKind instruments;
  @Inject private PartyKind parties;

  /** The board of a case as its records stand. */
  public Board of(UUID caseId) {
    access.require(Action.VIEW_PROOF, caseId);
    return cache.get(caseId, stamp(caseId), () -> make(caseId));
  }

  /**
   * What tells one state of the records of a case from another, and one person from others who do
   * not see the same: by what is hidden, since two who miss different records may count alike.
   */
  private String stamp(UUID caseId) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "select count(*), max(at), (select md5(coalesce(string_agg(cast(h as text), ',' order by h), ''))"
                        + " from proffer.hidden_content() h)"
                        + " from proffer.record_version where case_id = :case")
                .setParameter("case", caseId)
                .getSingleResult();
    return row[0] + " " + row[1] + " " + row[2];
  }

  private Board make(UUID caseId) {
    List<RecordView<Party>> defendants =
        records.list(parties, caseId).stream()
            .filter(p -> p.content().role() == PartyRole.DEFENDANT)
            .toList();
    List<ChargedCount> counts = new ArrayList<>();
    for (ChargeSheet.Charged charged : charges.sheet(caseId).instruments()) {
      if (charged.supersededBy() == null) {
        charged.counts().forEach(line -> counts.add(counted(line)));
      }
    }
    List<RecordView<FactSource>> all = records.list(sources, caseId);
    Map<UUID, UUID> itemOf = itemOf(BoardMaker.messages(all));
    return new BoardMaker(
            counts,
            defendants,
            records.list(facts, caseId),
            all,
            itemOf,
            (kind, ids) -> records.titles(kind, caseId, ids))
        .make();
  }

  private static ChargedCount counted(ChargeSheet.Line line) {
    return new ChargedCount(
        line.count(),
        FactKind.elements(line.count().content()),
        line.standings().stream().map(ChargeSheet.Standing::party).toList());
  }

  private Map<UUID, UUID> itemOf(List<UUID> ids) {
    Map<UUID, UUID> items = new HashMap<>();
    for (List<UUID> portion : Portions.of(ids)) {
      entities
          .unwrap(Session.class)
          .createNativeQuery(
              "select id, item_id from proffer.message where id in (:ids)", Object[].class)
          .setParameterList("ids", portion)
          .getResultList()
          .forEach(row -> items.put((UUID) row[0], (UUID) row[1]));
    }
    return items;
  }

  /** What becomes of the board without some evidence. */
  public WhatIf without(UUID caseId, Set<Evidence> leftOut) {
    paces.pay(Pace.WHAT_IF);
    return of(caseId).proof().without(leftOut);
  }

  /**
   * Writes a fact with words of a message as its source, in one transaction.
   *
   * @param source the message and, for words in it, the passage; its fact is filled in
   */
  public RecordView<CaseFact> send(UUID caseId, CaseFact fact, FactSource source) {
    if (source.message() != null) {
      messages.view(new MessageId(source.message()));
    }
    RecordView<CaseFact> written = records.add(facts, caseId, fact);
    records.add(
        sources,
        caseId,
        new FactSource(
            written.id(),
            source.type(),
            source.ground(),
            source.item(),
            source.message(),
            source.part(),
            source.offset(),
            source.length(),
            source.words(),
            source.witness(),
            source.rests(),
            source.note()));
    return written;
  }

  /** The elements of an instrument that nothing supports, against whom, one line each. */
  public List<String> gaps(UUID instrument) {
    RecordView<Instrument> view = records.get(instruments, instrument);
    Board board = of(view.caseId());
    Set<String> gaps = new LinkedHashSet<>();
    for (ChargedCount count : board.counts()) {
      if (!instrument.equals(count.count().content().instrument())) {
        continue;
      }
      for (Element element : count.elements()) {
        for (RecordView<Party> defendant : board.defendants()) {
          if (count.charged().contains(defendant.id())
              && board.cell(count, element, defendant.id()).support() == Support.NOTHING) {
            gaps.add(count.count().title() + ", " + defendant.title() + ": " + element.text());
          }
        }
      }
    }
    return List.copyOf(gaps);
  }

  /**
   * Signs the list of gaps of an instrument as it stands.
   *
   * @throws InvalidInput if there are no gaps, or no reason
   */
  public RecordView<GapApproval> sign(UUID instrument, String reason) {
    access.require(Action.SIGN_GAPS);
    RecordView<Instrument> view = records.get(instruments, instrument);
    Actor actor = access.require(Action.SIGN_GAPS, view.caseId());
    List<String> gaps = gaps(instrument);
    if (gaps.isEmpty()) {
      throw new InvalidInput("Gaps", "There are none to sign.", "Nothing needs to be done.");
    }
    if (reason.isBlank()) {
      throw new InvalidInput("Why", "The signature has no reason.", "Say why it goes on.");
    }
    return records.add(
        approvals,
        view.caseId(),
        new GapApproval(instrument, gaps, logins.displayName(actor.login()), reason.strip()));
  }

  /**
   * Refuses unless every gap of an instrument is on a list that an attorney signed. Whoever
   * produces an instrument asks this first.
   *
   * @throws UnsupportedElements naming the gaps nobody signed
   */
  public void requireNoUnsignedGaps(UUID instrument) {
    RecordView<Instrument> view = records.get(instruments, instrument);
    List<String> open = new ArrayList<>(gaps(instrument));
    for (RecordView<GapApproval> signed : records.list(approvals, view.caseId())) {
      if (instrument.equals(signed.content().instrument())) {
        open.removeAll(signed.content().gaps());
      }
    }
    if (!open.isEmpty()) {
      throw new UnsupportedElements(view.title(), open);
    }
  }
}
