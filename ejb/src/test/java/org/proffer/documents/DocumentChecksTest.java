package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.proffer.documents.Check.Outcome;
import org.proffer.parties.Certainty;
import org.proffer.parties.Party;
import org.proffer.records.RecordView;

/** Each check before an approval, on both its sides. */
class DocumentChecksTest {
  private static final DocumentKind KIND = DocumentKind.SENTENCING_MEMORANDUM;
  private static final CourtProfile PROFILE = CourtProfile.of(SampleCase.data().view().court());

  private static Outcome content(String name, Composed composed) {
    return DocumentChecks.ofContent(KIND, composed).stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  private static Composed made(String body, CaseData data, Map<String, String> form) {
    return PaperMaker.compose(
        PaperMaker.ENGINE.parse(body),
        KIND,
        SampleCase.subject(KIND),
        data,
        form,
        CatalogueTest.MADE);
  }

  private static Composed filled(CaseData data) {
    return made(TemplateEngine.file(KIND.id()), data, CatalogueTest.filled(KIND));
  }

  @Test
  void aPartThatIsNotThereOrSaysNothingStops() {
    String body = TemplateEngine.file(KIND.id());
    assertThat(content("Parts", filled(SampleCase.data()))).isEqualTo(Outcome.WELL);
    String without = body.replace("data-part=\"conclusion\"", "");
    assertThat(without).isNotEqualTo(body);
    assertThat(content("Parts", made(without, SampleCase.data(), CatalogueTest.filled(KIND))))
        .isEqualTo(Outcome.STOP);
    String empty = without + "<div data-part=\"conclusion\"> </div>";
    assertThat(content("Parts", made(empty, SampleCase.data(), CatalogueTest.filled(KIND))))
        .isEqualTo(Outcome.STOP);
  }

  @Test
  void aValueThatIsMissingStops() {
    assertThat(content("Nothing missing", filled(SampleCase.data()))).isEqualTo(Outcome.WELL);
    Map<String, String> form = CatalogueTest.filled(KIND);
    form.put("signer", " ");
    assertThat(
            content(
                "Nothing missing", made(TemplateEngine.file(KIND.id()), SampleCase.data(), form)))
        .isEqualTo(Outcome.STOP);
  }

  @Test
  void aValueThatIsNotVerifiedIsToBeLookedAt() {
    CaseData data = SampleCase.data();
    assertThat(content("Certainty", filled(data))).isEqualTo(Outcome.WELL);
    List<RecordView<Party>> parties = new ArrayList<>(data.parties());
    parties.set(0, Altered.edited(parties.get(0), "certainty", Certainty.UNCONFIRMED));
    assertThat(content("Certainty", filled(Altered.with(data, "parties", parties))))
        .isEqualTo(Outcome.LOOK);
  }

  @Test
  void aBriefHasAsManyPagesAsTheCourtAllowsAndNotOneMore() {
    assertThat(PROFILE.briefPages()).isEqualTo(25);
    assertThat(DocumentChecks.ofPages(KIND, 25, PROFILE).outcome()).isEqualTo(Outcome.WELL);
    assertThat(DocumentChecks.ofPages(KIND, 26, PROFILE).outcome()).isEqualTo(Outcome.STOP);
    assertThat(DocumentChecks.ofPages(DocumentKind.INDICTMENT, 26, PROFILE).outcome())
        .isEqualTo(Outcome.WELL);
    assertThat(DocumentChecks.ofPages(KIND, 1, Altered.with(PROFILE, "briefPages", 0)).outcome())
        .isEqualTo(Outcome.LOOK);
  }

  @Test
  void personalDataIsToBeLookedAtAndAnExemptKindSaysSo() {
    List<Redaction> found = Redactions.find(List.of("SSN 123-45-6789"), List.of(), false, Map.of());
    assertThat(DocumentChecks.ofRedactions(KIND, List.of()).outcome()).isEqualTo(Outcome.WELL);
    assertThat(DocumentChecks.ofRedactions(KIND, found).outcome()).isEqualTo(Outcome.LOOK);
    assertThat(DocumentChecks.ofRedactions(KIND, found).detail()).doesNotContain("exempt");
    assertThat(DocumentChecks.ofRedactions(DocumentKind.INDICTMENT, found).detail())
        .contains("exempt (49.1(b))");
  }

  @Test
  void aFileThatBreaksAStandardStops() {
    assertThat(DocumentChecks.ofFile(DocumentVersion.Conformity.PASSED, "").outcome())
        .isEqualTo(Outcome.WELL);
    assertThat(DocumentChecks.ofFile(DocumentVersion.Conformity.PENDING, "").outcome())
        .isEqualTo(Outcome.LOOK);
    assertThat(DocumentChecks.ofFile(DocumentVersion.Conformity.FAILED, "7.1-3").outcome())
        .isEqualTo(Outcome.STOP);
  }

  @Test
  void aFormOfTheCourtThatNobodyConfirmedIsToBeLookedAt() {
    assertThat(DocumentChecks.ofProfile(Altered.with(PROFILE, "confirmed", false)).outcome())
        .isEqualTo(Outcome.LOOK);
    assertThat(DocumentChecks.ofProfile(Altered.with(PROFILE, "confirmed", true)).outcome())
        .isEqualTo(Outcome.WELL);
  }

  @Test
  void aSentenceThatTheCaseDoesNotSayAnyMoreStops() {
    assertThat(DocumentChecks.ofDrift(List.of()).outcome()).isEqualTo(Outcome.WELL);
    assertThat(
            DocumentChecks.ofDrift(List.of(new Drifted("", "51 months", "50 months", List.of())))
                .outcome())
        .isEqualTo(Outcome.STOP);
  }
}
