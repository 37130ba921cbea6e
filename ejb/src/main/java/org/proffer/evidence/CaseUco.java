package org.proffer.evidence;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.proffer.cases.CaseView;
import org.proffer.custody.CustodyEventView;

/**
 * Items and their custody in the words of CASE (Cyber-investigation Analysis Standard Expression)
 * and UCO, as JSON-LD: a provenance record and a file an item, an investigative action an event, an
 * identity a person. It keeps to what the shapes of CASE 0.7.1 and UCO 1.0 to 1.3 ask of these
 * classes.
 */
final class CaseUco {
  private static final String INVESTIGATION = "case-investigation:";
  private static final String CORE = "uco-core:";
  private static final String ACTION = "uco-action:";
  private static final String OBSERVABLE = "uco-observable:";
  private static final String TYPES = "uco-types:";

  private final JsonArrayBuilder graph = Json.createArrayBuilder();
  private final Set<String> people = new LinkedHashSet<>();
  private final Set<String> places = new LinkedHashSet<>();

  private CaseUco() {}

  /**
   * The graph.
   *
   * @param described what is known of each item, by its id
   * @param custody of each item, by its id
   */
  static JsonObject of(
      CaseView of,
      List<EvidenceView> items,
      Map<UUID, ItemDescription> described,
      Map<UUID, List<CustodyEventView>> custody) {
    CaseUco made = new CaseUco();
    JsonArrayBuilder objects = Json.createArrayBuilder();
    Set<UUID> ids = items.stream().map(each -> each.id().value()).collect(Collectors.toSet());
    for (EvidenceView item : items) {
      UUID id = item.id().value();
      made.item(item, described.get(id), ids);
      objects.add(reference("provenance-" + id));
      for (CustodyEventView event : custody.getOrDefault(id, List.of())) {
        made.event(event);
        objects.add(reference(eventId(event)));
      }
    }
    made.graph.add(
        node("investigation-" + of.id(), INVESTIGATION + "Investigation")
            .add(CORE + "name", of.title())
            .add(CORE + "object", objects));
    made.people.forEach(
        login ->
            made.graph.add(
                node("person-" + login, "uco-identity:Identity").add(CORE + "name", login)));
    int number = 0;
    for (String place : made.places) {
      made.graph.add(node("place-" + number++, "uco-location:Location").add(CORE + "name", place));
    }
    return Json.createObjectBuilder().add("@context", context()).add("@graph", made.graph).build();
  }

  private static JsonObjectBuilder context() {
    String uco = "https://ontology.unifiedcyberontology.org/uco/";
    return Json.createObjectBuilder()
        .add("kb", "urn:proffer:")
        .add("case-investigation", "https://ontology.caseontology.org/case/investigation/")
        .add("uco-action", uco + "action/")
        .add("uco-core", uco + "core/")
        .add("uco-identity", uco + "identity/")
        .add("uco-location", uco + "location/")
        .add("uco-observable", uco + "observable/")
        .add("uco-types", uco + "types/")
        .add("uco-vocabulary", uco + "vocabulary/")
        .add("xsd", "http://www.w3.org/2001/XMLSchema#");
  }

  private static JsonObjectBuilder node(String id, String type) {
    return Json.createObjectBuilder().add("@id", "kb:" + id).add("@type", type);
  }

  private static JsonObjectBuilder reference(String id) {
    return Json.createObjectBuilder().add("@id", "kb:" + id);
  }

  private static JsonObjectBuilder typed(String type, String value) {
    return Json.createObjectBuilder().add("@type", type).add("@value", value);
  }

  private void item(
      EvidenceView item,
      @org.jspecify.annotations.Nullable ItemDescription description,
      Set<UUID> packed) {
    UUID id = item.id().value();
    JsonObjectBuilder record =
        node("provenance-" + id, INVESTIGATION + "ProvenanceRecord")
            .add(CORE + "name", item.title())
            .add(INVESTIGATION + "exhibitNumber", Integer.toString(item.number()))
            .add(CORE + "object", Json.createArrayBuilder().add(reference("object-" + id)));
    if (description != null && !description.description().isEmpty()) {
      record.add(CORE + "description", description.description());
    }
    graph.add(record);
    JsonObjectBuilder object =
        node("object-" + id, item.form() == ItemForm.THING ? CORE + "Item" : OBSERVABLE + "File")
            .add(CORE + "name", item.title());
    if (!item.sha256().isEmpty()) {
      JsonArrayBuilder hashes =
          Json.createArrayBuilder()
              .add(
                  hash(
                      id + "-sha256",
                      typed("uco-vocabulary:HashNameVocab", "SHA256"),
                      item.sha256()));
      if (!item.sha3().isEmpty()) {
        // The vocabulary of UCO has no SHA3-256; a plain string may stand in its place.
        hashes.add(hash(id + "-sha3", typed("xsd:string", "SHA3-256"), item.sha3()));
      }
      object.add(
          CORE + "hasFacet",
          Json.createArrayBuilder()
              .add(
                  node("file-facet-" + id, OBSERVABLE + "FileFacet")
                      .add(OBSERVABLE + "fileName", item.fileName())
                      .add(
                          OBSERVABLE + "sizeInBytes",
                          typed("xsd:integer", Long.toString(item.length()))))
              .add(
                  node("content-facet-" + id, OBSERVABLE + "ContentDataFacet")
                      .add(OBSERVABLE + "hash", hashes)));
    }
    graph.add(object);
    // What a relationship points at has to be in the graph.
    if (description != null && packed.contains(description.parent())) {
      graph.add(
          node("made-" + id, CORE + "Relationship")
              .add(CORE + "source", reference("object-" + id))
              .add(CORE + "target", reference("object-" + description.parent()))
              .add(CORE + "kindOfRelationship", "Derived_From")
              .add(CORE + "isDirectional", true));
    }
  }

  private static JsonObjectBuilder hash(String id, JsonObjectBuilder method, String value) {
    return node("hash-" + id, TYPES + "Hash")
        .add(TYPES + "hashMethod", method)
        .add(TYPES + "hashValue", typed("xsd:hexBinary", value));
  }

  private static String eventId(CustodyEventView event) {
    return "event-" + event.itemId() + "-" + event.sequence();
  }

  private void event(CustodyEventView event) {
    people.add(event.act().by());
    String when = (event.act().happened() == null ? event.at() : event.act().happened()).toString();
    JsonObjectBuilder action =
        node(eventId(event), INVESTIGATION + "InvestigativeAction")
            .add(CORE + "name", event.act().kind().label())
            .add(CORE + "description", event.act().detail())
            .add(ACTION + "startTime", typed("xsd:dateTime", when))
            .add(ACTION + "performer", reference("person-" + event.act().by()))
            .add(
                ACTION + "object",
                Json.createArrayBuilder().add(reference("object-" + event.itemId())));
    String where = event.act().location();
    if (where != null) {
      places.add(where);
      action.add(ACTION + "location", reference("place-" + index(places, where)));
    }
    graph.add(action);
  }

  private static int index(Collection<String> all, String one) {
    return List.copyOf(all).indexOf(one);
  }
}
