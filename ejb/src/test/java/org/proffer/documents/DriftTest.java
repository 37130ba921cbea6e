package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Count;
import org.proffer.records.RecordView;

/** A document says which of its sentences the case does not say any more. */
class DriftTest {
  private static List<Statement> said(DocumentKind kind, CaseData data) {
    return PaperMaker.compose(
            PaperMaker.ENGINE.parse(TemplateEngine.file(kind.id())),
            kind,
            SampleCase.subject(kind),
            data,
            CatalogueTest.filled(kind),
            CatalogueTest.MADE)
        .statements();
  }

  private static List<Drifted> drift(DocumentKind kind, CaseData after) {
    return Drifted.between(said(kind, SampleCase.data()), said(kind, after));
  }

  private static CaseData withFirstCount(String field, Object value) {
    CaseData data = SampleCase.data();
    ChargeSheet.Charged charged = data.charges().instruments().get(0);
    List<ChargeSheet.Line> lines = new ArrayList<>(charged.counts());
    RecordView<Count> edited = Altered.edited(lines.get(0).count(), field, value);
    lines.set(0, Altered.with(lines.get(0), "count", edited));
    return Altered.with(
        data, "charges", new ChargeSheet(List.of(Altered.with(charged, "counts", lines))));
  }

  @Test
  void nothingDriftsWhileTheCaseStands() {
    assertThat(drift(DocumentKind.INDICTMENT, SampleCase.data())).isEmpty();
    assertThat(drift(DocumentKind.JUDGMENT, SampleCase.data())).isEmpty();
  }

  @Test
  void aDateOfACountChangesTheOneSentenceOfTheIndictmentThatStatesIt() {
    List<Drifted> drifted =
        drift(DocumentKind.INDICTMENT, withFirstCount("until", LocalDate.of(2025, 10, 31)));

    assertThat(drifted).hasSize(1);
    assertThat(drifted.get(0).before()).contains("September 30, 2025");
    assertThat(drifted.get(0).after()).contains("October 31, 2025");
    assertThat(drifted.get(0).section()).isEqualTo("COUNT ONE");
    assertThat(drifted.get(0).sources())
        .anySatisfy(
            s -> {
              assertThat(s.kind()).isEqualTo("count");
              assertThat(s.field()).isEqualTo("until");
              assertThat(s.version()).isEqualTo(2);
            });
  }

  @Test
  void aDateOfACountChangesTheOneRowOfTheJudgmentThatStatesIt() {
    assertThat(drift(DocumentKind.JUDGMENT, withFirstCount("until", LocalDate.of(2025, 10, 31))))
        .singleElement()
        .satisfies(d -> assertThat(d.before()).contains("18 U.S.C. 1037(a)(3)", "September"));
  }

  @Test
  void aCountThatIsGoneChangesWhatNamesItAndNothingElse() {
    CaseData data = SampleCase.data();
    ChargeSheet.Charged charged = data.charges().instruments().get(0);
    CaseData fewer =
        Altered.with(
            data,
            "charges",
            new ChargeSheet(
                List.of(Altered.with(charged, "counts", charged.counts().subList(0, 1)))));
    List<Drifted> drifted = drift(DocumentKind.INDICTMENT, fewer);

    assertThat(drifted)
        .isNotEmpty()
        .allSatisfy(
            d ->
                assertThat(d.section() + d.before())
                    .containsAnyOf("COUNT TWO", "1343", "Counts 1 through 2"));
  }

  @Test
  void aTotalOfMessagesChangesTheTwoPlacesOfTheSummaryThatPrintIt() {
    CaseData data = SampleCase.data();
    CaseData more = Altered.with(data, "totals", Altered.with(data.totals(), "messages", 2_001L));

    assertThat(drift(DocumentKind.MESSAGE_SUMMARY, more))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.before()).isEqualTo("All messages 2,000");
              assertThat(d.after()).isEqualTo("All messages 2,001");
            });
    assertThat(drift(DocumentKind.CIVIL_COMPLAINT, more))
        .singleElement()
        .satisfies(d -> assertThat(d.before()).contains("holds 2,000 messages"));
  }

  @Test
  void whatTheFormSaysIsNoFactOfTheCase() {
    Composed composed = CatalogueTest.composed(DocumentKind.INDICTMENT, Map.of());
    assertThat(composed.printed(Source.State.MISSING))
        .extracting(Source::label)
        .contains("attorney who signs", "General allegations of the scheme");
  }
}
