package org.proffer.architecture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which capability may know which: the one table, enforced and drawn by {@link ArchitectureTest}.
 */
final class AllowedDependencies {
  static final Map<String, List<String>> TABLE =
      new TreeMap<>(
          Map.ofEntries(
              row("platform"),
              row("access", "platform"),
              row("audit", "platform", "access"),
              row("operations", "platform", "access", "audit", "custody"),
              row("search", "platform", "access", "audit"),
              row("records", "platform", "access", "audit", "search"),
              row("cases", "platform", "access", "audit", "records", "search"),
              row("restrictions", "platform", "access", "audit", "cases", "evidence"),
              row("parties", "platform", "records"),
              row("notes", "platform", "records"),
              row("timeline", "platform", "access", "audit", "cases", "records"),
              row("charges", "platform", "records", "parties"),
              row("sentencing", "platform", "access", "records", "parties", "charges"),
              row("logins", "platform", "access", "audit"),
              row("custody", "platform", "access", "audit"),
              row("clients", "platform", "access", "audit", "records"),
              row("compliance", "platform", "access", "audit", "clients", "evidence", "documents"),
              row("facts", "platform", "access", "records", "parties", "charges", "messages"),
              row("exhibits", "platform", "access", "records"),
              row("papers", "platform", "access", "audit", "cases", "records", "evidence"),
              row(
                  "evidence",
                  "platform",
                  "access",
                  "audit",
                  "cases",
                  "custody",
                  "search",
                  "records"),
              row(
                  "messages",
                  "platform",
                  "records",
                  "access",
                  "audit",
                  "cases",
                  "custody",
                  "evidence",
                  "search",
                  "query"),
              row("query", "platform"),
              row("review", "platform", "access", "audit", "cases", "messages", "query"),
              row(
                  "documents",
                  "platform",
                  "access",
                  "audit",
                  "cases",
                  "records",
                  "parties",
                  "charges",
                  "facts",
                  "sentencing",
                  "timeline",
                  "custody",
                  "evidence",
                  "exhibits",
                  "messages",
                  "restrictions",
                  "search"),
              row(
                  "demonstration",
                  "timeline",
                  "platform",
                  "access",
                  "cases",
                  "records",
                  "parties",
                  "charges",
                  "facts",
                  "sentencing",
                  "papers",
                  "evidence",
                  "messages",
                  "clients",
                  "compliance")));

  private AllowedDependencies() {}

  private static Map.Entry<String, List<String>> row(String capability, String... known) {
    return Map.entry(capability, List.of(known));
  }
}
