package org.proffer.charges;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.law.fraud.Limitation;
import org.proffer.law.fraud.LimitationDate;
import org.proffer.law.fraud.PenaltyTier;
import org.proffer.law.fraud.Statute;
import org.proffer.law.fraud.Statutes;
import org.proffer.law.fraud.Suspension;
import org.proffer.parties.Party;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyRole;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** The charges of cases: seen as a whole, carried on by a superseding instrument, repeated. */
@Stateless
public class Charges {
  private static final int MOST_AT_ONCE = 200;

  @Inject private Records records;
  @Inject private InstrumentKind instruments;
  @Inject private CountKind counts;
  @Inject private DispositionKind dispositions;
  @Inject private SuspensionKind suspensions;
  @Inject private PartyKind parties;
  @Inject private Clock clock;

  /** The charges of a case as they stand today. */
  public ChargeSheet sheet(UUID caseId) {
    List<RecordView<Instrument>> filed = records.list(instruments, caseId);
    List<RecordView<Count>> all = records.list(counts, caseId);
    List<RecordView<Disposition>> done =
        records.list(dispositions, caseId).stream()
            .sorted(
                Comparator.comparing(
                    d -> Objects.requireNonNullElse(d.content().on(), LocalDate.MIN)))
            .toList();
    List<RecordView<TolledTime>> tolled = records.list(suspensions, caseId);
    List<RecordView<Party>> defendants =
        records.list(parties, caseId).stream()
            .filter(p -> p.content().role() == PartyRole.DEFENDANT)
            .toList();
    Map<UUID, RecordView<Instrument>> byId = byId(filed);
    Map<UUID, RecordView<Count>> countById = byId(all);
    return new ChargeSheet(
        filed.stream()
            .map(
                instrument ->
                    new ChargeSheet.Charged(
                        instrument,
                        supersededBy(instrument, filed),
                        all.stream()
                            .filter(c -> instrument.id().equals(c.content().instrument()))
                            .map(
                                c ->
                                    new ChargeSheet.Line(
                                        c,
                                        statute(c.content()),
                                        standings(c, defendants, done),
                                        clock(c, tolled, byId, countById)))
                            .toList()))
            .toList());
  }

  private static <C extends Record> Map<UUID, RecordView<C>> byId(List<RecordView<C>> all) {
    return all.stream().collect(Collectors.toMap(RecordView::id, Function.identity()));
  }

  private static @Nullable String supersededBy(
      RecordView<Instrument> instrument, List<RecordView<Instrument>> all) {
    return all.stream()
        .filter(later -> instrument.id().equals(later.content().supersedes()))
        .filter(later -> later.content().filed() != null)
        .map(RecordView::title)
        .findFirst()
        .orElse(null);
  }

  private static Optional<Statute> statute(Count count) {
    LocalDate until = count.until();
    return until == null ? Statutes.byId(count.statute()) : Statutes.byId(count.statute(), until);
  }

  private static List<ChargeSheet.Standing> standings(
      RecordView<Count> count,
      List<RecordView<Party>> defendants,
      List<RecordView<Disposition>> done) {
    List<ChargeSheet.Standing> standings = new ArrayList<>();
    for (RecordView<Party> party : defendants) {
      List<UUID> charged = count.content().defendants();
      if (!charged.isEmpty() && !charged.contains(party.id())) {
        continue;
      }
      @Nullable RecordView<Disposition> newest =
          done.stream()
              .filter(
                  d ->
                      d.content().counts().contains(count.id())
                          && d.content().defendants().contains(party.id()))
              .reduce((earlier, later) -> later)
              .orElse(null);
      standings.add(
          new ChargeSheet.Standing(
              party.id(),
              party.content().designation(),
              party.content().name(),
              newest == null ? null : newest.content().step(),
              newest == null ? null : newest.content().on(),
              newest == null ? null : newest.content().precision(),
              newest == null ? null : newest.id()));
    }
    return standings;
  }

  private CountClock clock(
      RecordView<Count> count,
      List<RecordView<TolledTime>> tolled,
      Map<UUID, RecordView<Instrument>> instrumentById,
      Map<UUID, RecordView<Count>> countById) {
    LocalDate end = count.content().until();
    Optional<Statute> statute = statute(count.content());
    if (end == null || statute.isEmpty() || statute.get().tiers().isEmpty()) {
      return CountClock.unknown();
    }
    List<Suspension> suspended =
        tolled.stream()
            .map(RecordView::content)
            .filter(t -> t.counts().isEmpty() || t.counts().contains(count.id()))
            .map(Charges::suspension)
            .toList();
    Optional<PenaltyTier> tier = Statutes.tier(count.content().tier(), end);
    LimitationDate last =
        tier.isPresent()
            ? Limitation.lastDay(tier.get(), end, suspended)
            : Limitation.lastDay(statute.get(), end, suspended);
    return CountClock.of(last, firstFiled(count, instrumentById, countById), LocalDate.now(clock));
  }

  private static Suspension suspension(TolledTime tolled) {
    return new Suspension(
        Suspension.Ground.valueOf(Objects.requireNonNull(tolled.ground()).name()),
        Objects.requireNonNull(tolled.from()),
        Objects.requireNonNull(tolled.until()));
  }

  /** When the charge was first filed: by this instrument, or by the one it was carried on from. */
  private static @Nullable LocalDate firstFiled(
      RecordView<Count> count,
      Map<UUID, RecordView<Instrument>> instrumentById,
      Map<UUID, RecordView<Count>> countById) {
    @Nullable LocalDate first = null;
    @Nullable RecordView<Count> at = count;
    for (int steps = 0; at != null && steps <= countById.size(); steps++) {
      RecordView<Instrument> instrument = instrumentById.get(at.content().instrument());
      LocalDate filed = instrument == null ? null : instrument.content().filed();
      if (filed != null && (first == null || filed.isBefore(first))) {
        first = filed;
      }
      UUID carried = at.content().carriedFrom();
      at = carried == null ? null : countById.get(carried);
    }
    return first;
  }

  /**
   * Makes the instrument that takes the place of another, with all its counts carried on under
   * their numbers. The earlier instrument and its counts stay as they are.
   *
   * @param earlier the instrument superseded
   * @param type a superseding type
   * @param filed null for a draft
   */
  public RecordView<Instrument> supersede(
      UUID earlier, Instrument.Type type, @Nullable LocalDate filed) {
    RecordView<Instrument> before = records.get(instruments, earlier);
    RecordView<Instrument> made =
        records.add(
            instruments,
            before.caseId(),
            new Instrument(type, filed, null, earlier, null, null, ""));
    for (RecordView<Count> count : records.list(counts, before.caseId())) {
      Integer number = count.content().number();
      if (earlier.equals(count.content().instrument()) && number != null) {
        records.add(counts, before.caseId(), count.content().in(made.id(), number, count.id()));
      }
    }
    return made;
  }

  /**
   * Adds counts that say the same as one, under the next numbers; each is then edited where it
   * differs.
   *
   * @param times from 1 to 200
   */
  public List<RecordView<Count>> repeat(UUID count, int times) {
    if (times < 1 || times > MOST_AT_ONCE) {
      throw new InvalidInput(
          "times", times + " counts cannot be added at once.", "Enter 1 to " + MOST_AT_ONCE + ".");
    }
    RecordView<Count> model = records.get(counts, count);
    int next =
        1
            + records.list(counts, model.caseId()).stream()
                .filter(c -> Objects.equals(c.content().instrument(), model.content().instrument()))
                .map(c -> c.content().number())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    List<RecordView<Count>> added = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      added.add(
          records.add(
              counts,
              model.caseId(),
              model.content().in(model.content().instrument(), next + i, null)));
    }
    return added;
  }

  /** The charging language of a count, with the blanks filled that the case file knows. */
  public Optional<ChargingLanguage> language(UUID count) {
    RecordView<Count> view = records.get(counts, count);
    return statute(view.content())
        .map(
            statute ->
                ChargingLanguage.of(
                    statute, view.content(), charged(view), Statutes.tier(tier(view), day(view))));
  }

  private static String tier(RecordView<Count> count) {
    return count.content().tier();
  }

  private static LocalDate day(RecordView<Count> count) {
    return Objects.requireNonNullElse(count.content().until(), LocalDate.of(9999, 12, 31));
  }

  private List<Party> charged(RecordView<Count> count) {
    return records.list(parties, count.caseId()).stream()
        .filter(p -> p.content().role() == PartyRole.DEFENDANT)
        .filter(
            p ->
                count.content().defendants().isEmpty()
                    || count.content().defendants().contains(p.id()))
        .map(RecordView::content)
        .toList();
  }
}
