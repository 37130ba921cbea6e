package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every document of the catalogue, made of the sample case. */
class CatalogueTest {
  static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  static final CaseModel.Made MADE = new CaseModel.Made(AT, "Pat Prosecutor", 12, "f".repeat(43));

  static Composed composed(DocumentKind kind, Map<String, String> form) {
    return PaperMaker.compose(
        PaperMaker.ENGINE.parse(TemplateEngine.file(kind.id())),
        kind,
        SampleCase.subject(kind),
        SampleCase.data(),
        form,
        MADE);
  }

  /** Everything filled in that can be. */
  static Map<String, String> filled(DocumentKind kind) {
    Map<String, String> form = new HashMap<>();
    Composed empty = composed(kind, form);
    empty.printed(Source.State.MISSING).stream()
        .filter(s -> s.kind().equals("form"))
        .forEach(s -> form.put(s.field(), "filled " + s.label()));
    return form;
  }

  static byte[] pdf(DocumentKind kind, Composed composed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PaperPdf.write(
        composed,
        new PaperPdf.Sheet(kind.label(), "2:26-cr-20001", MADE.head(), "DRAFT", "Pat Prosecutor"),
        CourtProfile.of(SampleCase.data().view().court()),
        List.of(
            new Attachment(
                "data.json",
                "application/json",
                "The data of this document",
                composed.json().toString().getBytes(StandardCharsets.UTF_8))),
        AT,
        out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDIT_REPORT")
  void everyDocumentHasItsPartsAndKeepsBothStandards(DocumentKind kind) throws Exception {
    Composed composed = composed(kind, filled(kind));
    assertThat(kind.parts()).allSatisfy(part -> assertThat(composed.has(part)).as(part).isTrue());
    assertThat(composed.printed(Source.State.MISSING)).isEmpty();

    byte[] pdf = pdf(kind, composed);
    String folder = System.getProperty("proffer.papers", "");
    if (!folder.isEmpty()) {
      Files.createDirectories(Path.of(folder));
      Files.write(Path.of(folder, kind.id() + ".pdf"), pdf);
    }
    assertThat(PdfProof.broken(pdf)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDIT_REPORT")
  void aDocumentOfACaseWithHardlyAnythingKeepsBothStandards(DocumentKind kind) throws Exception {
    CaseData bare = SampleCase.samples(kind).get(1);
    Composed composed =
        PaperMaker.compose(
            PaperMaker.ENGINE.parse(TemplateEngine.file(kind.id())),
            kind,
            SampleCase.subject(kind),
            bare,
            Map.of(),
            MADE);
    assertThat(PdfProof.broken(pdf(kind, composed))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDIT_REPORT")
  void everySentenceOfADocumentStandsInItsPages(DocumentKind kind) throws Exception {
    Composed composed = composed(kind, filled(kind));
    String pages = PdfProof.solid(pdf(kind, composed));
    assertThat(composed.statements())
        .isNotEmpty()
        .allSatisfy(
            s -> {
              for (String word : s.text().split("[\\s\\u00a0]+")) {
                assertThat(pages).contains(word);
              }
            });
  }
}
