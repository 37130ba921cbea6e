package org.proffer.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeMap;
import org.proffer.check.JsonText;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;

/**
 * SARIF 2.1.0, for code hosts: one result for each violated duty. A region is where the first words
 * it rests on stand in the file, encoded or not, or the message where it rests on what is missing;
 * all words are quoted.
 */
final class SarifReport implements Report {
  private final Appendable out;
  private final JsonText json;
  private boolean begun;

  SarifReport(Appendable out) {
    this.out = out;
    this.json = new JsonText(out);
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    json.begin('{');
    json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.field("version", "2.1.0");
    json.name("runs").begin('[').begin('{');
    json.name("tool").begin('{').name("driver").begin('{');
    json.field("name", "Proffer");
    json.field("semanticVersion", "0.1.0");
    json.name("properties").begin('{').field("ruleVersion", CanSpamRules.VERSION).end('}');
    json.name("rules").begin('[');
    Map<String, CanSpamRules.Rule> newest = new TreeMap<>();
    CanSpamRules.all().forEach(rule -> newest.put(rule.id(), rule));
    for (CanSpamRules.Rule rule : newest.values()) {
      json.begin('{').field("id", rule.id());
      json.name("shortDescription").begin('{').field("text", rule.title()).end('}');
      json.name("fullDescription").begin('{').field("text", rule.summary()).end('}');
      json.name("help").begin('{');
      json.field("text", rule.citation() + ": " + rule.test()).end('}');
      json.end('}');
    }
    json.end(']').end('}').end('}');
    json.field("columnKind", "utf16CodeUnits");
    json.name("results").begin('[');
  }

  @Override
  public void add(Check.Result result) throws IOException {
    begin();
    for (Finding finding : result.message().findings()) {
      if (finding.verdict() == Verdict.VIOLATED) {
        add(result, finding);
      }
    }
  }

  private void add(Check.Result result, Finding finding) throws IOException {
    json.begin('{').field("ruleId", finding.requirement()).field("level", "error");
    json.field("kind", "fail");
    json.name("message").begin('{').field("text", text(finding)).end('}');
    json.name("locations").begin('[').begin('{').name("physicalLocation").begin('{');
    json.name("artifactLocation").begin('{').field("uri", uri(result.source())).end('}');
    byte[] raw = result.raw().readAll();
    RawPlace place =
        finding.spans().isEmpty()
            ? new RawPlace(0, raw.length)
            : RawPlace.of(finding.spans().get(0), raw, result.message().message());
    json.name("region").begin('{');
    json.field("startLine", result.line() + LineCount.lineEnds(raw, place.offset()));
    json.field("byteOffset", result.offset() + place.offset());
    json.field("byteLength", place.length());
    json.end('}').end('}').end('}').end(']');
    json.name("partialFingerprints").begin('{');
    json.field("messageSha256/v1", result.message().sha256()).end('}');
    json.end('}');
  }

  private static String text(Finding finding) {
    StringBuilder text = new StringBuilder(finding.reason());
    for (Span span : finding.spans()) {
      text.append(" “").append(span.text().replaceAll("\\s+", " ")).append('”');
    }
    return text.append(" (").append(finding.citation()).append(')').toString();
  }

  private static String uri(String source) {
    try {
      return new URI(null, null, source.replace('\\', '/'), null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no path: " + source, e);
    }
  }

  @Override
  public void end() throws IOException {
    begin();
    json.end(']').end('}').end(']').end('}');
    out.append('\n');
  }
}
