package org.proffer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The custody of one item, event after event, as a package says it. */
final class CustodyOfItem {
  private static final Pattern LISTED = Pattern.compile("items\\.ndjson ([0-9a-f]{64})");

  private final String item;
  private final List<String> problems = new ArrayList<>();
  private int events;
  private String received = "";
  private String last = "";
  private boolean exported;
  private boolean disposed;
  private String listed = "";

  CustodyOfItem(String item) {
    this.item = item;
  }

  /** The values of a leaf, all as text. */
  static Map<String, String> values(String leaf) throws IOException {
    Map<String, String> values = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(leaf)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME) {
          String name = json.currentName();
          json.nextToken();
          values.put(name, json.getText());
        }
      }
    }
    return values;
  }

  /** Takes the next event in the order of the log. */
  void take(Map<String, String> event) {
    events++;
    String sequence = event.getOrDefault("sequence", "");
    if (!sequence.equals(Integer.toString(events))) {
      problems.add("event " + events + " of item " + item + " is number " + sequence + ".");
    }
    boolean first = event.getOrDefault("kind", "").equals("RECEIVED");
    if (first != (events == 1)) {
      problems.add("item " + item + " is " + (first ? "received again" : "never received") + ".");
    }
    if (first) {
      received = event.getOrDefault("after", "");
    } else if (event.containsKey("before") && !event.get("before").equals(last)) {
      problems.add("event " + events + " of item " + item + " begins with another hash.");
    }
    exported = event.getOrDefault("kind", "").equals("EXPORTED");
    if (disposed && !exported) {
      problems.add("event " + events + " of item " + item + " comes after its destruction.");
    }
    disposed |= event.getOrDefault("kind", "").equals("DISPOSED");
    if (exported) {
      Matcher named = LISTED.matcher(event.getOrDefault("detail", ""));
      listed = named.find() ? named.group(1) : "";
    }
    // Events of before the log do not say what the hash was before, and some name a derivative's.
    if (event.getOrDefault("result", "").equals("DONE") && (first || event.containsKey("before"))) {
      last = event.getOrDefault("after", "");
    }
  }

  /** Whether it was destroyed. */
  boolean disposed() {
    return disposed;
  }

  /** The SHA-256 of the list of items that its export names; empty in packages of before that. */
  String listed() {
    return listed;
  }

  /** Says that there is no more; what came after cannot have been left out if it ends so. */
  List<String> end() {
    if (!exported) {
      problems.add("the custody of item " + item + " does not end with an export.");
    }
    return problems;
  }

  /** The SHA-256 with which it was received; empty if it never was. */
  String received() {
    return received;
  }

  int events() {
    return events;
  }
}
