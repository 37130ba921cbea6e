package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The graph of a package, against what the published shapes ask of the classes it uses: written
 * down by hand from investigation.ttl of CASE 0.7.1 and action, core, types of UCO 1.0 to 1.3. No
 * SHACL engine runs over the ontology itself here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseUcoIT {
  /** A property: how often, and a datatype, or the classes of what it points at. */
  private record Asked(int least, int most, String datatype, Set<String> classes) {}

  private static final int MANY = Integer.MAX_VALUE;
  private static final Set<String> OBJECTS =
      Set.of(
          "case-investigation:ProvenanceRecord",
          "case-investigation:InvestigativeAction",
          "uco-observable:File",
          "uco-core:Item",
          "uco-core:Relationship",
          "uco-identity:Identity",
          "uco-location:Location");
  private static final Asked NAME = new Asked(0, 1, "xsd:string", Set.of());
  private static final Asked DESCRIPTION = new Asked(0, MANY, "xsd:string", Set.of());
  private static final Asked FACETS =
      new Asked(0, MANY, "", Set.of("uco-observable:FileFacet", "uco-observable:ContentDataFacet"));

  private static final Map<String, Map<String, Asked>> SHAPES =
      Map.of(
          "case-investigation:Investigation",
          Map.of("uco-core:name", NAME, "uco-core:object", new Asked(1, MANY, "", OBJECTS)),
          "case-investigation:ProvenanceRecord",
          Map.of(
              "uco-core:name",
              NAME,
              "uco-core:description",
              DESCRIPTION,
              "uco-core:object",
              new Asked(1, MANY, "", OBJECTS),
              "case-investigation:exhibitNumber",
              new Asked(0, 1, "xsd:string", Set.of())),
          "case-investigation:InvestigativeAction",
          Map.of(
              "uco-core:name", NAME,
              "uco-core:description", DESCRIPTION,
              "uco-action:startTime", new Asked(0, 1, "xsd:dateTime", Set.of()),
              "uco-action:performer", new Asked(0, 1, "", OBJECTS),
              "uco-action:object", new Asked(0, MANY, "", OBJECTS),
              "uco-action:location", new Asked(0, MANY, "", Set.of("uco-location:Location"))),
          "uco-observable:File",
          Map.of("uco-core:name", NAME, "uco-core:hasFacet", FACETS),
          "uco-core:Item",
          Map.of("uco-core:name", NAME),
          "uco-observable:FileFacet",
          Map.of(
              "uco-observable:fileName", new Asked(0, 1, "xsd:string", Set.of()),
              "uco-observable:sizeInBytes", new Asked(0, 1, "xsd:integer", Set.of())),
          "uco-observable:ContentDataFacet",
          Map.of("uco-observable:hash", new Asked(0, MANY, "", Set.of("uco-types:Hash"))),
          "uco-types:Hash",
          Map.of(
              "uco-types:hashMethod",
              new Asked(1, 1, "uco-vocabulary:HashNameVocab or xsd:string", Set.of()),
              "uco-types:hashValue",
              new Asked(1, 1, "xsd:hexBinary", Set.of())),
          "uco-core:Relationship",
          Map.of(
              "uco-core:source", new Asked(1, MANY, "", OBJECTS),
              "uco-core:target", new Asked(1, 1, "", OBJECTS),
              "uco-core:isDirectional", new Asked(1, 1, "xsd:boolean", Set.of()),
              "uco-core:kindOfRelationship", new Asked(0, 1, "xsd:string", Set.of())),
          "uco-identity-and-location",
          Map.of("uco-core:name", NAME));

  private final Map<String, JsonObject> nodes = new HashMap<>();

  @BeforeAll
  void takeAPackage() throws Exception {
    Api prosecutor = new Api(Portal.running(), "prosecutor").logIn();
    String caseId = prosecutor.openCase("CASE/UCO");
    byte[] letter = "Subject: a\r\n\r\nBuy.\r\n".getBytes(StandardCharsets.US_ASCII);
    String item = Api.json(prosecutor.send(caseId, "a.eml", letter).body()).getString("id");
    prosecutor.post(
        "/cases/" + caseId + "/items",
        "{\"title\":\"A disk\",\"form\":\"THING\",\"nature\":\"ORIGINAL\",\"place\":\"Detroit\"}");
    prosecutor.post("/evidence/" + item + "/copies", "{\"purpose\":\"Examination\"}");
    byte[] packed = prosecutor.get("/cases/" + caseId + "/package").body();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith("case-uco.jsonld")) {
          try (JsonReader reader =
              Json.createReader(new ByteArrayInputStream(zip.readAllBytes()))) {
            reader.readObject().getJsonArray("@graph").forEach(this::collect);
          }
        }
      }
    }
  }

  /** A node and those that stand inside it. */
  private void collect(JsonValue value) {
    if (value instanceof JsonArray all) {
      all.forEach(this::collect);
    } else if (value instanceof JsonObject node && !node.containsKey("@value")) {
      if (node.containsKey("@type")) {
        assertThat(nodes.put(node.getString("@id"), node)).as(node.toString()).isNull();
      }
      node.values().forEach(this::collect);
    }
  }

  private static String kind(JsonObject node) {
    String type = node.getString("@type");
    return type.equals("uco-identity:Identity") || type.equals("uco-location:Location")
        ? "uco-identity-and-location"
        : type;
  }

  @Test
  void theGraphHasItemsEventsPeopleAndWhatWasMadeOfWhat() {
    assertThat(nodes.values().stream().map(node -> node.getString("@type")))
        .contains(
            "case-investigation:Investigation",
            "case-investigation:ProvenanceRecord",
            "case-investigation:InvestigativeAction",
            "uco-observable:File",
            "uco-core:Item",
            "uco-core:Relationship",
            "uco-types:Hash",
            "uco-identity:Identity");
  }

  @Test
  void everyNodeIsOfAKnownClassAndHasWhatItsShapeAsks() {
    assertThat(nodes).hasSizeGreaterThan(10);
    nodes.values().forEach(this::check);
  }

  private void check(JsonObject node) {
    Map<String, Asked> shape = SHAPES.get(kind(node));
    assertThat(shape).as(node.toString()).isNotNull();
    node.forEach(
        (property, value) ->
            assertThat(property.startsWith("@") || shape.containsKey(property))
                .as(property + " of " + node)
                .isTrue());
    shape.forEach(
        (property, asked) -> {
          JsonValue value = node.get(property);
          List<JsonValue> values =
              value == null ? List.of() : value instanceof JsonArray all ? all : List.of(value);
          assertThat(values.size())
              .as(property + " of " + node)
              .isBetween(asked.least(), asked.most());
          values.forEach(each -> check(property, asked, each));
        });
  }

  private void check(String property, Asked asked, JsonValue value) {
    if (asked.datatype().isEmpty()) {
      JsonObject target = nodes.get(value.asJsonObject().getString("@id"));
      assertThat(target).as(property + " points at " + value).isNotNull();
      assertThat(asked.classes()).as(property).contains(target.getString("@type"));
    } else if (value instanceof JsonObject typed) {
      assertThat(asked.datatype()).as(property).contains(typed.getString("@type"));
    } else {
      boolean truth = value.getValueType() == JsonValue.ValueType.TRUE;
      assertThat(asked.datatype()).as(property).contains(truth ? "xsd:boolean" : "xsd:string");
    }
  }
}
