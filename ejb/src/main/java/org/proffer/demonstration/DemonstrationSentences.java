package org.proffer.demonstration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.proffer.generator.DemonstrationCase;
import org.proffer.parties.Certainty;
import org.proffer.records.Records;
import org.proffer.sentencing.Forfeiture;
import org.proffer.sentencing.ForfeitureKind;
import org.proffer.sentencing.Sentence;
import org.proffer.sentencing.SentenceKind;

/** Adds what is reported of the sentences to the demonstration case. */
@Dependent
public class DemonstrationSentences {
  @Inject private Records records;
  @Inject private SentenceKind sentences;
  @Inject private ForfeitureKind forfeitures;

  void add(UUID caseId, DemonstrationCase demonstration, IntFunction<@Nullable UUID> defendants) {
    for (DemonstrationCase.Sentence s : demonstration.sentences()) {
      UUID id =
          records
              .add(
                  sentences,
                  caseId,
                  sentence(s, Objects.requireNonNull(defendants.apply(s.defendant()))))
              .id();
      Integer forfeited = s.forfeited();
      if (forfeited != null) {
        records.add(
            forfeitures,
            caseId,
            new Forfeiture(
                id,
                Forfeiture.Type.PROPERTY,
                s.property(),
                new BigDecimal(forfeited).setScale(2),
                Certainty.valueOf(s.certainty()),
                s.source()));
      }
    }
  }

  private static Sentence sentence(DemonstrationCase.Sentence s, UUID defendant) {
    return new Sentence(
        defendant,
        s.on(),
        s.months(),
        null,
        null,
        s.supervisedRelease(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        "",
        null,
        null,
        "",
        null,
        Certainty.valueOf(s.certainty()),
        s.source(),
        s.reasonDespite());
  }
}
