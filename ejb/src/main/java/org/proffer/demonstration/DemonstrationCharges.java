package org.proffer.demonstration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.charges.Count;
import org.proffer.charges.CountKind;
import org.proffer.charges.Disposition;
import org.proffer.charges.DispositionKind;
import org.proffer.charges.Instrument;
import org.proffer.charges.InstrumentKind;
import org.proffer.charges.PleaAgreement;
import org.proffer.charges.PleaAgreementKind;
import org.proffer.generator.DemonstrationCase;
import org.proffer.parties.Certainty;
import org.proffer.parties.Party;
import org.proffer.parties.PartyKind;
import org.proffer.records.DayPrecision;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** The charges of the demonstration case: what is public of them, each with its certainty. */
@Dependent
public class DemonstrationCharges {
  private static final String PLACE = "the Eastern District of Michigan";
  private static final int COUNTS_REPORTED = 41;

  @Inject private Records records;
  @Inject private PartyKind parties;
  @Inject private InstrumentKind instruments;
  @Inject private CountKind counts;
  @Inject private DispositionKind dispositions;
  @Inject private PleaAgreementKind agreements;

  void add(UUID caseId, DemonstrationCase demonstration) {
    Map<Integer, UUID> defendants =
        records.list(parties, caseId).stream()
            .filter(p -> p.content().defendantNumber() != null)
            .collect(Collectors.toMap(p -> number(p.content()), (RecordView<Party> p) -> p.id()));
    UUID indictment = records.add(instruments, caseId, indictment()).id();
    Map<Integer, UUID> charged =
        demonstration.counts().stream()
            .collect(
                Collectors.toMap(
                    DemonstrationCase.Count::number,
                    c -> records.add(counts, caseId, count(c, indictment)).id()));
    Map<Integer, UUID> agreed =
        demonstration.agreements().stream()
            .collect(
                Collectors.toMap(
                    DemonstrationCase.Agreement::defendant,
                    a -> records.add(agreements, caseId, agreement(a, defendants::get)).id()));
    for (DemonstrationCase.Plea plea : demonstration.pleas()) {
      records.add(
          dispositions,
          caseId,
          new Disposition(
              List.of(required(defendants, plea.defendant())),
              plea.counts().stream().map(n -> required(charged, n)).toList(),
              Disposition.Step.PLEADED_GUILTY,
              plea.on(),
              plea.dayKnown() ? DayPrecision.DAY : DayPrecision.MONTH,
              agreed.get(plea.defendant()),
              "",
              Certainty.valueOf(plea.certainty()),
              plea.source()));
    }
  }

  private static int number(Party party) {
    Integer number = party.defendantNumber();
    return number == null ? 0 : number;
  }

  private static UUID required(Map<Integer, UUID> ids, int number) {
    UUID id = ids.get(number);
    if (id == null) {
      throw new IllegalStateException(
          "the demonstration names a number it does not have: " + number);
    }
    return id;
  }

  private static Instrument indictment() {
    return new Instrument(
        Instrument.Type.INDICTMENT,
        LocalDate.of(2007, 12, 31),
        LocalDate.of(2008, 1, 3),
        null,
        COUNTS_REPORTED,
        Certainty.REPORTED,
        "csoonline for 41 counts and the unsealing; returned in December 2007 from general knowledge,"
            + " the day is not known, the last of the month stands for it");
  }

  private static Count count(DemonstrationCase.Count c, UUID indictment) {
    return new Count(
        indictment,
        c.number(),
        c.statute(),
        c.tier(),
        c.from(),
        c.until(),
        PLACE,
        List.of(),
        c.particulars(),
        null,
        Certainty.valueOf(c.certainty()),
        c.source());
  }

  private static PleaAgreement agreement(
      DemonstrationCase.Agreement a, Function<Integer, @Nullable UUID> defendant) {
    Integer fine = a.fine();
    return new PleaAgreement(
        defendant.apply(a.defendant()),
        a.on(),
        null,
        List.of(),
        a.from(),
        a.to(),
        a.cap(),
        fine == null ? null : new BigDecimal(fine).setScale(2),
        a.cooperation(),
        a.terms(),
        Certainty.valueOf(a.certainty()),
        a.source());
  }
}
