package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a second reader finds in the text of the pages alone is what the case file says. */
class ReadBackTest {
  private static String text(DocumentKind kind) throws Exception {
    return PdfProof.text(
        CatalogueTest.pdf(kind, CatalogueTest.composed(kind, CatalogueTest.filled(kind))));
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(m -> m.group(1)).toList();
  }

  private static String one(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern + " in " + text).isTrue();
    return found.group(1);
  }

  @Test
  void theCaptionOfTheIndictmentIsThatOfTheCase() throws Exception {
    String text = text(DocumentKind.INDICTMENT);
    assertThat(text)
        .containsSubsequence(
            "UNITED STATES DISTRICT COURT",
            "EASTERN DISTRICT OF MICHIGAN",
            "SOUTHERN DIVISION",
            "UNITED STATES OF AMERICA,",
            "Plaintiff,",
            "v.",
            "D-1 ALAN ROE",
            "D-2 BERTA POE",
            "Defendants.");
    assertThat(one(text, "Case No\\. (\\S+)")).isEqualTo("2:26-cr-20001");
    assertThat(one(text, "Hon\\. (\\p{L}+ \\p{L}+)")).isEqualTo("Jane Judge");
  }

  @Test
  void countsDatesAndTierFactsOfTheIndictmentAreThoseOfTheCase() throws Exception {
    String text = text(DocumentKind.INDICTMENT);
    assertThat(all(text, "COUNT ([A-Z]{3,})")).containsExactly("ONE", "TWO");
    assertThat(all(text, "on or about (\\p{L}+ \\d+, \\d{4})"))
        .containsExactly(
            "January 2, 2024", "September 30, 2025", "January 2, 2024", "September 30, 2025");
    assertThat(text)
        .contains("In violation of 18 U.S.C. 1037(a)(3).")
        .contains("In violation of 18 U.S.C. 1343.")
        .contains("in furtherance of a felony under the law of the United States or of a State.")
        .contains("The penalty is charged under 18 U.S.C. 1037(b)(1)(A).")
        .contains("Fed. R. Crim. P. 32.2(a)")
        .contains("18 U.S.C. 1037(c)")
        .contains("THIS IS A TRUE BILL.");
  }

  @Test
  void countsTermsAndAmountsOfTheJudgmentAreThoseOfTheCase() throws Exception {
    String text = text(DocumentKind.JUDGMENT);
    assertThat(text)
        .contains("pleaded guilty on March 2, 2026 to Count 1.")
        .contains("18 U.S.C. 1037(a)(3)")
        .contains("Date of imposition of judgment: November 23, 2026.");
    assertThat(one(text, "imprisoned for a total term of: (\\d+ months)")).isEqualTo("51 months");
    assertThat(one(text, "supervised release for a term of: (\\d+ years)")).isEqualTo("3 years");
    assertThat(all(text, "(\\$[\\d,]+\\.\\d{2})"))
        .containsExactly("$100.00", "$12,345.67", "$25,000.00", "$12,345.67", "$250,000.00");
  }

  @Test
  void everyPageHasItsNumberTheCaseNumberAndTheCustodyHead() throws Exception {
    String text = text(DocumentKind.JUDGMENT);
    int pages = Integer.parseInt(one(text, "Page 1 of (\\d+)"));
    assertThat(all(text, "Page (\\d+) of")).hasSize(pages);
    assertThat(all(text, "(Custody head 12/f{12}…)")).hasSize(pages);
  }
}
