package org.proffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SARIF as a code host reads it. */
class SarifReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEADER =
      """
      From: Acme <news@acme.example>
      To: rita@example.org
      Subject: Spring sale: 25% off
      Date: Mon, 16 Mar 2026 17:00:00 +0000
      Message-ID: <1@acme.example>
      """;
  private static final String OFFER =
      """
      Buy our garden tools now and save 25%. Shop today!

      The sale ends on Sunday. Order at https://acme.example/sale
      """;

  @TempDir Path folder;

  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    }
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private static JsonNode sarif(Path... paths) throws IOException {
    List<String> words = new ArrayList<>(List.of("check", "--format", "sarif"));
    for (Path path : paths) {
      words.add(path.toString());
    }
    return JSON.readTree(Ran.proffer(words.toArray()).out());
  }

  private static JsonNode region(JsonNode sarif, int result) {
    return sarif.at("/runs/0/results/" + result + "/locations/0/physicalLocation/region");
  }

  @Test
  void theSchemaOfTheStandardHoldsWithResultsAndWithout() throws IOException {
    Path offer = file("a sale & more.eml", HEADER + "\n" + OFFER);
    Path lunch = file("lunch.eml", "From: a@b.example\nSubject: Lunch\n\nAt noon? Rita\n");

    assertThat(sarif(offer).at("/runs/0/results")).isNotEmpty();
    assertThat(schema().validate(sarif(offer, lunch))).isEmpty();
    assertThat(sarif(lunch).at("/runs/0/results")).isEmpty();
    assertThat(schema().validate(sarif(lunch))).isEmpty();
  }

  @Test
  void theSchemaNoticesWhatItForbids() throws IOException {
    assertThat(schema().validate(JSON.readTree("{\"version\":\"2.1.0\",\"runs\":[{}]}")))
        .isNotEmpty();
  }

  @Test
  void whatIsMissingIsTheMessageFromItsFirstLine() throws IOException {
    JsonNode region = region(sarif(file("sale.eml", HEADER + "\n" + OFFER)), 0);

    assertThat(region.get("startLine").asInt()).isEqualTo(1);
    assertThat(region.get("byteOffset").asInt()).isZero();
    assertThat(region.get("byteLength").asInt()).isEqualTo((HEADER + "\n" + OFFER).length());
  }

  @Test
  void aMessageOfAMailboxBeginsAtItsLineThere() throws IOException {
    String separator = "From news@acme.example Mon Mar 16 17:00:00 2026\n";
    String message = HEADER + "\n" + OFFER;
    JsonNode sarif = sarif(file("two.mbox", separator + message + "\n" + separator + message));
    int last = sarif.at("/runs/0/results").size() - 1;
    long linesBefore = (separator + message + "\n" + separator).lines().count();

    assertThat(region(sarif, last).get("startLine").asLong()).isEqualTo(linesBefore + 1);
    assertThat(region(sarif, last).get("byteOffset").asInt())
        .isEqualTo((separator + message + "\n" + separator).length());
  }
}
