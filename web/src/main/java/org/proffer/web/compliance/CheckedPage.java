package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.proffer.compliance.TemplateCheckView;
import org.proffer.compliance.TemplateChecks;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** What a check found, what to change, and how the message is shown. */
@Named("deskCheckedPage")
@RequestScoped
public class CheckedPage {
  @Inject private TemplateChecks checks;
  @Inject private ClientTabs tabs;

  private static final String FACT = "To record: ";

  private String id = "";
  private @Nullable TemplateCheckView view;
  private List<Group> groups = List.of();
  private List<Remedy> remedies = List.of();
  private List<Remedy> facts = List.of();
  private List<Map<String, String>> display = List.of();
  private List<Map<String, String>> drawn = List.of();
  private String drawnBy = "";
  private String notDrawn = "";
  private List<Map<String, String>> links = List.of();
  private List<Map<String, String>> providers = List.of();
  private List<String> unfilled = List.of();

  /** Findings of one verdict. */
  public record Group(String label, String verdict, List<Row> findings) {}

  /** A finding. */
  public record Row(
      String requirement,
      String title,
      String citation,
      String reason,
      List<String> missing,
      List<String> words) {}

  /** What to change, and what that changes. */
  public record Remedy(
      String requirements, String what, String words, List<String> effects, String untried) {
    /** Whether it is a fact to record, not a change of the message. */
    boolean fact() {
      return what.startsWith(FACT);
    }
  }

  /** Loads what the page shows. */
  public void load() {
    try {
      TemplateCheckView shown = checks.get(Ids.parse("check", id));
      view = shown;
      tabs.show(shown.clientId(), "check");
      groups = groups(shown);
      List<Remedy> all = remedies(shown);
      remedies = all.stream().filter(r -> !r.fact()).toList();
      facts = all.stream().filter(Remedy::fact).toList();
      display = rows(shown.result().getJsonArray("display"));
      // Checks that were made before have nothing of it.
      JsonObject measured =
          shown.result().getOrDefault("drawn", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
      drawnBy = measured.getString("by", "");
      notDrawn = measured.getString("notMeasured", "");
      drawn = measured.containsKey("rows") ? rows(measured.getJsonArray("rows")) : List.of();
      links = rows(shown.result().getJsonArray("links"));
      providers = rows(shown.result().getJsonArray("providers"));
      unfilled =
          shown.result().getJsonArray("unfilled").getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static List<Group> groups(TemplateCheckView shown) {
    Map<String, String> titles = new HashMap<>();
    CanSpamRules.inForce(shown.lawAsOf()).forEach(rule -> titles.put(rule.id(), rule.title()));
    List<Group> all = new ArrayList<>();
    for (String verdict : List.of("VIOLATED", "UNDETERMINED", "MET", "NOT_APPLICABLE")) {
      List<Row> rows = new ArrayList<>();
      for (JsonObject f :
          shown
              .result()
              .getJsonObject("check")
              .getJsonArray("findings")
              .getValuesAs(JsonObject.class)) {
        if (f.getString("verdict").equals(verdict)
            && CanSpamRules.isDuty(f.getString("requirement"))) {
          rows.add(
              new Row(
                  f.getString("requirement"),
                  titles.getOrDefault(f.getString("requirement"), ""),
                  f.getString("citation"),
                  f.getString("reason"),
                  strings(f, "missing"),
                  f.getJsonArray("spans").getValuesAs(JsonObject.class).stream()
                      .map(span -> span.getString("text", ""))
                      .filter(text -> !text.isEmpty())
                      .limit(3)
                      .toList()));
        }
      }
      if (!rows.isEmpty()) {
        all.add(new Group(label(verdict), verdict, rows));
      }
    }
    return all;
  }

  private static String label(String verdict) {
    return switch (verdict) {
      case "VIOLATED" -> "Violated";
      case "UNDETERMINED" -> "Undetermined";
      case "MET" -> "Met";
      default -> "Not applicable";
    };
  }

  private static List<String> strings(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private static List<Remedy> remedies(TemplateCheckView shown) {
    List<Remedy> all = new ArrayList<>();
    for (JsonObject r : shown.result().getJsonArray("remedies").getValuesAs(JsonObject.class)) {
      List<String> effects =
          r.getJsonArray("effects").getValuesAs(JsonObject.class).stream()
              .map(
                  e ->
                      e.getString("requirement")
                          + ": "
                          + label(e.getString("was")).toLowerCase(java.util.Locale.ROOT)
                          + " becomes "
                          + label(e.getString("becomes")).toLowerCase(java.util.Locale.ROOT))
              .toList();
      all.add(
          new Remedy(
              String.join(", ", strings(r, "requirements")),
              r.getString("what"),
              r.getString("words"),
              effects,
              effects.isEmpty() && !r.getString("words").isEmpty()
                  ? "The check was not made again with these words, or says the same."
                  : ""));
    }
    return all;
  }

  private static List<Map<String, String>> rows(JsonArray json) {
    List<Map<String, String>> all = new ArrayList<>();
    for (JsonObject one : json.getValuesAs(JsonObject.class)) {
      Map<String, String> row = new HashMap<>();
      one.forEach(
          (key, value) ->
              row.put(key, value instanceof JsonString text ? text.getString() : value.toString()));
      all.add(row);
    }
    return all;
  }

  public TemplateCheckView getView() {
    return Objects.requireNonNull(view, "the page shows a check");
  }

  /** When it was checked. */
  public String getAt() {
    return Show.instant(getView().checkedAt());
  }

  /** How large it is. */
  public String getSize() {
    return Show.bytes(getView().length());
  }

  /** The facts file that was given with it, a fact a line; empty without one. */
  public String getRecorded() {
    JsonObject facts = getView().facts();
    return facts.isEmpty() ? "" : facts.toString().replace("},{", "},\n{");
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }

  public List<Group> getGroups() {
    return groups;
  }

  public List<Remedy> getRemedies() {
    return remedies;
  }

  public List<Map<String, String>> getDisplay() {
    return display;
  }

  /** What a browser measured; empty if none did. */
  public List<Map<String, String>> getDrawn() {
    return drawn;
  }

  /** Which browser measured, and how. */
  public String getDrawnBy() {
    return drawnBy;
  }

  /** Why no browser measured; empty if one did. */
  public String getNotDrawn() {
    return notDrawn;
  }

  public List<Map<String, String>> getLinks() {
    return links;
  }

  public List<Map<String, String>> getProviders() {
    return providers;
  }

  public List<String> getUnfilled() {
    return unfilled;
  }

  public List<Remedy> getFacts() {
    return facts;
  }
}
