package org.proffer.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.analysis.Method;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.platform.CsvText;
import org.proffer.trends.BeforeAfter;
import org.proffer.trends.Count;
import org.proffer.trends.Trend;
import org.proffer.trends.TrendGroups;

/** Trends as JSON and as a table. */
final class TrendJson {
  private TrendJson() {}

  static JsonObjectBuilder trend(Trend trend) {
    return Json.createObjectBuilder()
        .add("step", trend.step().label())
        .add("whole", count(trend.whole()))
        .add("undated", trend.undated().messages())
        .add(
            "steps",
            JsonViews.array(
                trend.steps(),
                step ->
                    Json.createObjectBuilder()
                        .add("from", step.from().toString())
                        .add("until", step.until().toString())
                        .add("collectedDays", step.collected())
                        .add("covered", step.covered())
                        .add("count", count(step.count()))
                        .build()))
        .add(
            "sources",
            JsonViews.array(
                trend.collection().covers(),
                cover ->
                    Json.createObjectBuilder()
                        .add("source", cover.source())
                        .add("first", cover.first().toString())
                        .add("last", cover.last().toString())
                        .add("messages", cover.messages())
                        .build()))
        .add(
            "gaps",
            JsonViews.array(
                trend.collection().gaps(),
                gap ->
                    Json.createObjectBuilder()
                        .add("first", gap.first().toString())
                        .add("last", gap.last().toString())
                        .add("withinSource", gap.covered())
                        .build()));
  }

  private static JsonObject count(Count count) {
    JsonObjectBuilder purposes = Json.createObjectBuilder();
    count.purposes().forEach(purposes::add);
    JsonObjectBuilder methods = Json.createObjectBuilder();
    for (Method method : Method.values()) {
      methods.add(
          method.name(),
          Json.createObjectBuilder()
              .add("shown", count.shown(method))
              .add("told", count.told(method))
              .add("untold", count.untold(method)));
    }
    return Json.createObjectBuilder()
        .add("messages", count.messages())
        .add("purposes", purposes)
        .add("methods", methods)
        .build();
  }

  static JsonObject groups(TrendGroups groups) {
    JsonArray largest =
        JsonViews.array(
            groups.largest(),
            group -> {
              JsonObjectBuilder methods = Json.createObjectBuilder();
              for (Method method : Method.values()) {
                methods.add(method.name(), group.shown(method));
              }
              JsonObjectBuilder json =
                  Json.createObjectBuilder()
                      .add("name", group.name())
                      .add("messages", group.messages())
                      .add("methods", methods);
              text(json, "first", group.first());
              text(json, "last", group.last());
              return json.build();
            });
    return Json.createObjectBuilder()
        .add("largest", largest)
        .add("groups", groups.groups())
        .add("grouped", groups.grouped())
        .add("without", groups.without())
        .build();
  }

  private static void text(JsonObjectBuilder json, String name, @Nullable LocalDate day) {
    if (day != null) {
      json.add(name, day.toString());
    }
  }

  static JsonObject comparison(String label, String query, BeforeAfter result) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("of", label)
            .add("query", query)
            .add("before", side(result.before()))
            .add("after", side(result.after()))
            .add("cannotBeTold", result.why());
    BeforeAfter.Ratio ratio = result.ratio();
    if (ratio != null) {
      JsonObjectBuilder found = Json.createObjectBuilder();
      number(found, "ratio", ratio.value());
      number(found, "low", ratio.low());
      number(found, "high", ratio.high());
      json.add("ratio", found.add("confidence", 0.95));
    }
    return json.build();
  }

  /** A number; left out where it is unbounded. */
  private static void number(JsonObjectBuilder json, String name, double value) {
    if (Double.isFinite(value)) {
      json.add(name, value);
    }
  }

  private static JsonObject side(BeforeAfter.Side side) {
    return Json.createObjectBuilder()
        .add("from", side.from().toString())
        .add("until", side.until().toString())
        .add("messages", side.messages())
        .add("collectedDays", side.days())
        .build();
  }

  static Response table(Trend trend) {
    List<String> head =
        new ArrayList<>(List.of("from (UTC)", "until (UTC)", "days", "days collected", "messages"));
    for (PrimaryPurpose.Value purpose : PrimaryPurpose.Value.values()) {
      head.add(purpose.name());
    }
    for (Method method : Method.values()) {
      head.add(method.label() + ": shown");
      head.add(method.label() + ": cannot be told");
    }
    StringBuilder csv = new StringBuilder(CsvText.line(head));
    for (Trend.TrendStep step : trend.steps()) {
      csv.append(
          line(
              step.from().toString(),
              step.until().toString(),
              Long.toString(step.days()),
              Long.toString(step.collected()),
              step.count()));
    }
    if (trend.undated().messages() > 0) {
      csv.append(line("without a day", "", "", "", trend.undated()));
    }
    return Response.ok(csv.toString(), "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=trends.csv")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static String line(
      String from, String until, String days, String collected, Count count) {
    List<String> cells =
        new ArrayList<>(List.of(from, until, days, collected, Long.toString(count.messages())));
    for (PrimaryPurpose.Value purpose : PrimaryPurpose.Value.values()) {
      cells.add(Long.toString(count.purpose(purpose.name())));
    }
    for (Method method : Method.values()) {
      cells.add(Long.toString(count.shown(method)));
      cells.add(Long.toString(count.untold(method)));
    }
    return CsvText.line(cells);
  }
}
