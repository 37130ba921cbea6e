package org.proffer.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.proffer.mail.ByteSource;

/** The ARC test suite of ValiMail, and the older copy of it that Mail::DKIM carries. */
class ArcSuiteTest {
  private static final String SUITE = "authentication/arc/arc-draft-validation-tests.yml";
  private static final String COPY =
      "authentication/dkim/mail_dkim/arc_test_suite/arc-draft-validation-tests.yml";
  private static final String SIGNING = "authentication/arc/arc-draft-sign-tests.yml";

  private static final String NO_STATUS =
      "the suite states an empty status; RFC 8617 section 5.2 step 2 makes a chain fail that says"
          + " cv=fail, and so do we";
  private static final String NO_CANONICALISATION =
      "without c= the signature fits the relaxed header only, but RFC 8617 section 4.1.2 keeps the"
          + " default of RFC 6376 section 3.5, simple/simple; the copy of Mail::DKIM expects fail";
  private static final String SHA1 =
      "signed with rsa-sha1, which RFC 8617 section 4.1.1 does not allow; the newer suite of"
          + " ValiMail expects fail";

  /** Cases whose expected result we do not give, and why; one that begins to agree fails here. */
  private static final Map<String, String> LEFT_FAILING =
      Map.of(
          "cv_fail_i1_as_cv_fail", NO_STATUS,
          "cv_fail_i2_as2_fail", NO_STATUS,
          "cv_fail_i2_as1_fail", NO_STATUS,
          "ams_fields_c_na", NO_CANONICALISATION);

  private static final Map<String, String> LEFT_FAILING_OF_THE_COPY =
      Map.of(
          "cv_fail_i1_as_cv_fail", NO_STATUS,
          "cv_fail_i2_as2_fail", NO_STATUS,
          "cv_fail_i2_as1_fail", NO_STATUS,
          "ams_fields_a_sha1", SHA1,
          "as_fields_a_sha1", SHA1);

  @TestFactory
  List<DynamicTest> everyChainHasItsStatus() throws IOException {
    List<DynamicTest> cases = cases(SUITE, LEFT_FAILING);
    assertThat(cases).hasSize(171);
    return cases;
  }

  @TestFactory
  List<DynamicTest> everyChainOfTheCopyHasItsStatus() throws IOException {
    List<DynamicTest> cases = cases(COPY, LEFT_FAILING_OF_THE_COPY);
    assertThat(cases).hasSize(170);
    return cases;
  }

  /**
   * We do not sign. The message signatures that the suite expects of a signer must verify; its
   * seals cannot be tried, because they are over the folds of the signature, which the suite leaves
   * out.
   */
  @TestFactory
  List<DynamicTest> theMessageSignaturesOfTheSigningSuiteVerify() throws IOException {
    List<DynamicTest> cases = new ArrayList<>();
    for (Map<String, Object> document : PublicSuites.documents(PublicSuites.path(SIGNING))) {
      DnsQueries dns = new DnsQueries(dns(document));
      PublicSuites.map(document.get("tests"))
          .forEach((name, test) -> signed(name, dns, PublicSuites.map(test)).ifPresent(cases::add));
    }
    assertThat(cases).hasSize(16);
    return cases;
  }

  @Test
  void theListNamesOnlyCasesOfTheSuite() throws IOException {
    assertThat(cases(SUITE, LEFT_FAILING).stream().map(DynamicTest::getDisplayName))
        .containsAll(LEFT_FAILING.keySet());
    assertThat(cases(COPY, LEFT_FAILING).stream().map(DynamicTest::getDisplayName))
        .containsAll(LEFT_FAILING_OF_THE_COPY.keySet());
  }

  private static Optional<DynamicTest> signed(
      String name, DnsQueries dns, Map<String, Object> test) {
    String written = (String) test.getOrDefault("AMS", "");
    if (written.isBlank()) {
      return Optional.empty();
    }
    String field = "ARC-Message-Signature: " + written.strip().replace("\n", "\n  ") + "\n";
    byte[] bytes = (field + test.get("message")).getBytes(StandardCharsets.UTF_8);
    return Optional.of(
        dynamicTest(
            name,
            () -> {
              RawMessage message = RawMessage.read(ByteSource.of(bytes));
              RawField first = message.fields().get(0);
              MessageSignature signature =
                  MessageSignature.read(first, TagList.read(first.value()));
              DkimKey key =
                  DkimKey.find(
                      dns, signature.selector(), signature.domain(), signature.algorithm());
              assertThat(
                      signature.flaw(
                          message, key, BodyHash.compute(message, List.of(signature.body()))))
                  .isNull();
            }));
  }

  private static List<DynamicTest> cases(String file, Map<String, String> leftFailing)
      throws IOException {
    List<DynamicTest> cases = new ArrayList<>();
    for (Map<String, Object> document : PublicSuites.documents(PublicSuites.path(file))) {
      RecordedDns dns = dns(document);
      PublicSuites.map(document.get("tests"))
          .forEach(
              (name, test) ->
                  cases.add(
                      dynamicTest(
                          name,
                          () ->
                              check(
                                  name,
                                  dns,
                                  PublicSuites.map(test),
                                  leftFailing.containsKey(name)))));
    }
    return cases;
  }

  private static void check(
      String name, RecordedDns dns, Map<String, Object> test, boolean leftFailing)
      throws Exception {
    Evaluation evaluation = evaluate((String) test.get("message"), dns);
    String status = evaluation.outcome().name().toLowerCase(Locale.ROOT);
    String expected = ((String) test.get("cv")).toLowerCase(Locale.ROOT);
    if (leftFailing) {
      assertThat(status).as("agrees now, take it off the list: %s", name).isNotEqualTo(expected);
    } else {
      assertThat(status).as("%s", evaluation.reason()).isEqualTo(expected);
    }
  }

  private static Evaluation evaluate(String message, RecordedDns dns) throws Exception {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    return new ArcCheck(RawMessage.read(ByteSource.of(bytes)), dns).evaluate();
  }

  private static RecordedDns dns(Map<String, Object> document) {
    Map<String, Object> records = new HashMap<>(PublicSuites.map(document.get("txt-records")));
    return lookup -> Optional.of(answer(records, lookup));
  }

  private static DnsAnswer answer(Map<String, Object> records, DnsLookup lookup) {
    Object text = records.get(lookup.name());
    return new DnsAnswer(
        lookup,
        text == null ? DnsStatus.NXDOMAIN : DnsStatus.DATA,
        text == null ? List.of() : List.of(((String) text).strip()),
        Instant.EPOCH,
        Instant.EPOCH,
        "records of the suite");
  }
}
