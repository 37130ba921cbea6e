package org.proffer.check;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.proffer.authentication.AuthenticationReport;
import org.proffer.authentication.DnsAnswer;
import org.proffer.authentication.Evaluation;

/** The {@code authentication} object of a checked message. */
record CheckedSenderJson(JsonText json) {

  void write(CheckedSender sender) throws IOException {
    AuthenticationReport report = sender.report();
    json.name("authentication").begin('{');
    Instant receivedAt = sender.receivedAt();
    if (receivedAt != null) {
      json.field("receivedAt", receivedAt.toString()).field("receivedSays", sender.receivedSays());
    }
    json.name("spf");
    evaluation(report.spf());
    json.name("dkim").begin('[');
    for (Evaluation signature : report.dkim()) {
      evaluation(signature);
    }
    json.end(']').name("domainKeys").begin('[');
    for (Evaluation signature : report.domainKeys()) {
      evaluation(signature);
    }
    json.end(']').name("dmarc");
    evaluation(report.dmarc());
    json.name("arc");
    evaluation(report.arc());
    json.end('}');
  }

  private void evaluation(Evaluation evaluation) throws IOException {
    json.begin('{').field("result", evaluation.outcome().name());
    json.field("reason", evaluation.reason());
    json.name("properties").begin('{');
    for (Map.Entry<String, String> property : evaluation.properties().entrySet()) {
      json.field(property.getKey(), property.getValue());
    }
    json.end('}').name("notes").begin('[');
    for (String note : evaluation.notes()) {
      json.value(note);
    }
    json.end(']').name("dns").begin('[');
    for (DnsAnswer answer : evaluation.answers()) {
      json.begin('{').field("name", answer.lookup().name());
      json.field("type", answer.lookup().type().name()).field("status", answer.status().name());
      json.field("firstSeen", answer.firstSeen().toString());
      json.field("lastSeen", answer.lastSeen().toString());
      json.field("source", answer.source()).end('}');
    }
    json.end(']').end('}');
  }
}
