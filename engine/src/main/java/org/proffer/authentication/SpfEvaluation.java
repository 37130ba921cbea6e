package org.proffer.authentication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a check of SPF into a result with what it rests on. */
final class SpfEvaluation {
  /** The property that names the domain whose policy was asked for, for alignment in DMARC. */
  static final String DOMAIN = "policy.spf-domain";

  private SpfEvaluation() {}

  static Evaluation of(Delivery delivery, RecordedDns dns) {
    List<String> unknown = new ArrayList<>();
    if (delivery.client() == null) {
      unknown.add("the address of the client");
    }
    if (delivery.mailFrom() == null) {
      unknown.add("the MAIL FROM address");
    }
    String client = delivery.client();
    String sender = delivery.mailFrom();
    String helo = delivery.helo();
    if (sender != null && sender.isEmpty() && helo == null) {
      unknown.add("the HELO name, which stands for the null sender");
    }
    DnsQueries queries = new DnsQueries(dns);
    Map<String, String> properties = new LinkedHashMap<>();
    if (client == null || sender == null || !unknown.isEmpty()) {
      String reason = Evaluation.NO_RECORD + String.join("; ", unknown);
      return evaluation(Outcome.NOT_EVALUABLE, reason, properties, List.of(), List.of(), queries);
    }
    properties.put("smtp.remote-ip", client);
    properties.put(
        sender.isEmpty() ? "smtp.helo" : "smtp.mailfrom",
        sender.isEmpty() && helo != null ? helo : sender);
    SpfCheck check =
        new SpfCheck(
            queries,
            IpAddress.parse(client).orElseThrow(),
            helo == null ? "unknown" : helo,
            sender,
            delivery.receivedAt().getEpochSecond());
    properties.put(DOMAIN, check.domain());
    try {
      SpfCheck.Verdict verdict = check.evaluate();
      String explanation = verdict.explanation();
      List<String> notes =
          explanation == null ? List.of() : List.of("the domain explains: " + explanation);
      return evaluation(verdict.outcome(), verdict.reason(), properties, notes, List.of(), queries);
    } catch (NotRecorded missing) {
      return evaluation(
          Outcome.NOT_EVALUABLE,
          Evaluation.NO_RECORD + missing.lookup(),
          properties,
          List.of(),
          List.of(missing.lookup()),
          queries);
    }
  }

  private static Evaluation evaluation(
      Outcome outcome,
      String reason,
      Map<String, String> properties,
      List<String> notes,
      List<DnsLookup> missing,
      DnsQueries queries) {
    return new Evaluation(
        Method.SPF, outcome, reason, properties, notes, missing, queries.used(), List.of());
  }
}
