package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.proffer.parties.Party;
import org.proffer.records.RecordView;

/** What Fed. R. Crim. P. 49.1 keeps out of public filings is nowhere in a public copy. */
class RedactionTest {
  private static final long SEED = 491;

  private static List<Redaction> found(String text) {
    return Redactions.find(List.of(text), List.of(), false, Map.of());
  }

  @Test
  void numbersBirthsHomesAndMinorsAreFoundByShape() {
    assertThat(found("SSN 123-45-6789."))
        .singleElement()
        .satisfies(r -> assertThat(r.instead()).isEqualTo("XXX-XX-6789"));
    assertThat(found("She was born on May 4, 1970 in Detroit."))
        .singleElement()
        .satisfies(r -> assertThat(r.instead()).isEqualTo("1970"));
    assertThat(found("account number 12345678901"))
        .singleElement()
        .satisfies(r -> assertThat(r.instead()).isEqualTo("XXXX8901"));
    assertThat(found("He resides at 12 Elm Street, Springfield, MI."))
        .singleElement()
        .satisfies(r -> assertThat(r.found()).isEqualTo("12 Elm Street"));
    assertThat(found("the minor child Anna Lee Roe was there"))
        .singleElement()
        .satisfies(r -> assertThat(r.instead()).isEqualTo("A.L.R."));
  }

  @Test
  void datesOfEventsCaseNumbersAndCitationsStay() {
    assertThat(found("On May 4, 2025, in case 2:26-cr-20001, 18 U.S.C. 1037(a)(3), 000-12-3456."))
        .isEmpty();
  }

  @Test
  void whatWasDecidedToStayStays() {
    Redaction redaction = found("SSN 123-45-6789.").get(0);
    List<Redaction> kept =
        Redactions.find(
            List.of("SSN 123-45-6789."), List.of(), false, Map.of(redaction.key(), "forfeiture"));
    assertThat(kept).singleElement().satisfies(r -> assertThat(r.kept()).isTrue());
    assertThat(Redactions.applied("SSN 123-45-6789.", kept)).contains("123-45-6789");
  }

  @Test
  void aPublicCopyOfAMessageSaysThatTheOriginalIsNotAttached() throws Exception {
    Composed composed = CatalogueTest.composed(DocumentKind.MESSAGE_EXHIBIT, Map.of());
    assertThat(PdfProof.text(CatalogueTest.pdf(DocumentKind.MESSAGE_EXHIBIT, composed)))
        .contains("The original is attached to this file, byte for byte.");
    byte[] copy =
        PublicCopy.of(
            DocumentKind.MESSAGE_EXHIBIT,
            composed,
            new PaperPdf.Sheet("Message exhibit", "", "", "", "Pat"),
            CourtProfile.of(SampleCase.data().view().court()),
            List.of(),
            composed.json(),
            CatalogueTest.AT);
    assertThat(PdfProof.text(copy))
        .contains("The original is not attached to this public copy.")
        .doesNotContain("is attached");
  }

  @Test
  void documentsWithPlantedDataHaveNoneOfItInTheirPublicCopies() throws Exception {
    int documents = Integer.getInteger("proffer.redactions", 20);
    Random random = new Random(SEED);
    DocumentKind[] kinds = {
      DocumentKind.INDICTMENT,
      DocumentKind.MOTION,
      DocumentKind.SENTENCING_MEMORANDUM,
      DocumentKind.RESTITUTION_SCHEDULE,
      DocumentKind.CASE_SUMMARY
    };
    for (int i = 0; i < documents; i++) {
      plantedDataIsGone(kinds[i % kinds.length], random);
    }
    System.out.println(
        documents + " documents with four planted values each: none in any public copy");
  }

  private static void plantedDataIsGone(DocumentKind kind, Random random) throws Exception {
    String ssn =
        String.format(
            Locale.ROOT,
            "%03d-%02d-%04d",
            100 + random.nextInt(500),
            10 + random.nextInt(80),
            1000 + random.nextInt(9000));
    String account =
        String.format(Locale.ROOT, "%012d", 100_000_000_000L + random.nextInt(1_000_000_000));
    String street =
        (10 + random.nextInt(9000)) + " Planted " + (char) ('A' + random.nextInt(26)) + " Street";
    String born =
        String.format(
            Locale.ROOT,
            "%02d/%02d/%d",
            1 + random.nextInt(12),
            1 + random.nextInt(28),
            1940 + random.nextInt(60));
    List<String> planted = List.of(ssn, account, street, born);
    String words =
        "of Michigan, SSN "
            + ssn
            + ", account number "
            + account
            + ", who lives at "
            + street
            + ", Springfield, and was born "
            + born
            + ".";

    CaseData data = SampleCase.data();
    List<RecordView<Party>> parties = new ArrayList<>(data.parties());
    parties.set(0, Altered.edited(parties.get(0), "description", words));
    CaseData secret = Altered.with(data, "parties", parties);
    Map<String, String> form = CatalogueTest.filled(kind);
    form.replaceAll((key, value) -> key.startsWith("free.") ? value + " " + words : value);
    if (form.keySet().stream().noneMatch(key -> key.startsWith("free."))) {
      form.put("free.payments", words);
      form.put("free.remarks", words);
    }
    Composed composed =
        PaperMaker.compose(
            PaperMaker.ENGINE.parse(TemplateEngine.file(kind.id())),
            kind,
            SampleCase.subject(kind),
            secret,
            form,
            CatalogueTest.MADE);
    List<String> texts = new ArrayList<>();
    composed.statements().forEach(s -> texts.add(s.text()));
    assertThat(String.join("\n", texts)).contains(ssn, account, street, born);

    byte[] copy =
        PublicCopy.of(
            kind,
            composed,
            new PaperPdf.Sheet(kind.label() + " " + ssn, "2:26-cr-20001", "", "", "Pat"),
            CourtProfile.of(data.view().court()),
            Redactions.find(texts, secret.parties(), false, Map.of()),
            composed.json(),
            CatalogueTest.AT);
    String everything = PdfProof.everything(copy);
    assertThat(planted)
        .allSatisfy(p -> assertThat(everything.contains(p)).as(p + " in " + kind).isFalse());
    assertThat(PdfProof.text(copy)).contains(ssn.substring(7)).doesNotContain(planted);
  }
}
