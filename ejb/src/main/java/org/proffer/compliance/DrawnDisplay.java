package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.proffer.advice.Display;
import org.proffer.check.CheckedMessage;
import org.proffer.platform.JsonText;
import org.proffer.platform.Places;

/**
 * Measures how the way to object, the notice and the address are drawn, in a headless Chromium that
 * the administrator named: size, contrast, place, hiding, as a phone and a desktop show them. The
 * message stands in frames that run no script; the page may load nothing, the browser knows no name
 * of any host and no way out, has a folder of its own, and is ended after {@value #SECONDS}
 * seconds. For a person who judges; no verdict follows from it.
 */
@ApplicationScoped
class DrawnDisplay {
  private static final int SECONDS = 15;
  private static final int WAIT_SECONDS = 20;
  private static final int SMALL = 10;
  private static final int FAINT = 3;

  @Inject private Places places;

  private final Semaphore one = new Semaphore(1);
  private final SecureRandom random = new SecureRandom();

  /**
   * What was measured: {@code by}, the browser, or {@code notMeasured}, why it was not; {@code
   * rows}, each with {@code view}, {@code of}, {@code words} and the numbers.
   */
  JsonObject of(CheckedMessage checked) {
    List<String> command = places.browser();
    if (command.isEmpty()) {
      return none("no browser is configured on the server");
    }
    List<Display.Measured> asked = Display.of(checked);
    if (asked.isEmpty()) {
      return none("there is nothing to measure in HTML text");
    }
    try {
      if (!one.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        return none("the browser is at other messages");
      }
      try {
        return drawn(command, Display.html(checked).orElse(""), asked);
      } finally {
        one.release();
      }
    } catch (IOException e) {
      ComplianceLog.LOG.notDrawn(e);
      return none("the browser failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none("the measurement was interrupted");
    }
  }

  private static JsonObject none(String why) {
    return Json.createObjectBuilder()
        .add("notMeasured", why)
        .add("rows", Json.createArrayBuilder())
        .build();
  }

  private JsonObject drawn(List<String> command, String html, List<Display.Measured> asked)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("proffer-display-");
    try {
      Path page = folder.resolve("page.html");
      Files.writeString(page, page(html, asked));
      Path out = folder.resolve("dom.html");
      List<String> all = new ArrayList<>(command);
      all.addAll(
          List.of(
              "--headless",
              "--disable-gpu",
              "--disable-dev-shm-usage",
              "--disable-extensions",
              "--disable-background-networking",
              "--disable-sync",
              "--disable-component-update",
              "--no-first-run",
              "--no-default-browser-check",
              "--hide-scrollbars",
              "--host-resolver-rules=MAP * ~NOTFOUND",
              "--proxy-server=127.0.0.1:9",
              "--user-data-dir=" + folder.resolve("profile"),
              "--window-size=1400,2000",
              "--dump-dom",
              page.toUri().toString()));
      ProcessBuilder builder =
          new ProcessBuilder(all)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().keySet().removeIf(name -> name.startsWith("PROFFER_"));
      builder.environment().put("HOME", folder.toString());
      Process browser = builder.start();
      if (!browser.waitFor(SECONDS, TimeUnit.SECONDS)) {
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly();
        throw new IOException("it did not end in " + SECONDS + " seconds");
      }
      Element measured = Jsoup.parse(Files.readString(out)).getElementById("measured");
      if (measured == null || measured.text().isEmpty()) {
        throw new IOException("it measured nothing, exit code " + browser.exitValue());
      }
      return result(JsonText.object(measured.text()), asked);
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      // The browser still removes its own files.
      ComplianceLog.LOG.notDrawn(e);
    }
  }

  /** Our page, with the message in two frames. */
  private String page(String html, List<Display.Measured> asked) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String nonce = HexFormat.of().formatHex(bytes);
    String inert = Entities.escape(inert(html)).replace("\"", "&quot;");
    JsonArrayBuilder words = Json.createArrayBuilder();
    asked.forEach(each -> words.add(each.words()));
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'unsafe-inline'; script-src 'nonce-"
        + nonce
        + "'\"><style>iframe{border:0;display:block}</style></head><body>"
        + "<iframe id=\"phone\" width=\"390\" height=\"844\" sandbox=\"allow-same-origin\" srcdoc=\""
        + inert
        + "\"></iframe>"
        + "<iframe id=\"desktop\" width=\"1280\" height=\"900\" sandbox=\"allow-same-origin\""
        + " srcdoc=\""
        + inert
        + "\"></iframe>"
        + "<script type=\"application/json\" id=\"asked\" nonce=\""
        + nonce
        + "\">"
        + words.build().toString().replace("<", "\\u003c")
        + "</script><pre id=\"measured\"></pre><script nonce=\""
        + nonce
        + "\">"
        + SCRIPT
        + "</script></body></html>";
  }

  private static final String SCRIPT = resource();

  private static String resource() {
    try (InputStream in =
        Objects.requireNonNull(DrawnDisplay.class.getResourceAsStream("measure.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The message without what runs, loads or leads anywhere; its styles stay. */
  private static String inert(String html) {
    Document document = Jsoup.parse(html);
    document.outputSettings().prettyPrint(false);
    document
        .select(
            "script,noscript,template,iframe,frame,object,embed,svg,math,link,base,meta,video,audio")
        .remove();
    for (Element element : document.getAllElements()) {
      element.attributes().asList().stream()
          .map(attribute -> attribute.getKey().toLowerCase(Locale.ROOT))
          .filter(
              name ->
                  name.startsWith("on")
                      || List.of("src", "srcset", "background", "poster", "action", "formaction")
                          .contains(name))
          .toList()
          .forEach(element::removeAttr);
    }
    document
        .head()
        .prepend("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
    return document.outerHtml();
  }

  private static JsonObject result(JsonObject measured, List<Display.Measured> asked) {
    JsonArrayBuilder rows = Json.createArrayBuilder();
    for (String view : List.of("phone", "desktop")) {
      List<JsonObject> all = measured.getJsonArray(view).getValuesAs(JsonObject.class);
      for (int i = 0; i < asked.size(); i++) {
        rows.add(row(view, asked.get(i), all.get(i)));
      }
    }
    return Json.createObjectBuilder()
        .add("by", "Chromium on the server, 390 × 844 and 1280 × 900 CSS pixels, images off")
        .add("rows", rows)
        .build();
  }

  private static JsonObjectBuilder row(String view, Display.Measured asked, JsonObject seen) {
    JsonObjectBuilder row =
        Json.createObjectBuilder()
            .add("view", view)
            .add("of", asked.of())
            .add("words", asked.words());
    if (!seen.getBoolean("found")) {
      return row.add("remark", "the words are not in the text as it is drawn");
    }
    double size = seen.getJsonNumber("size").doubleValue();
    double contrast = seen.getJsonNumber("contrast").doubleValue();
    String hidden = seen.getString("hidden");
    List<String> remarks = new ArrayList<>();
    if (!hidden.isEmpty()) {
      remarks.add("hidden: " + hidden);
    }
    if (size < SMALL) {
      remarks.add(String.format(Locale.ROOT, "letters of %.0f px", size));
    }
    if (contrast < FAINT) {
      remarks.add(String.format(Locale.ROOT, "contrast %.1f to 1", contrast));
    }
    if (seen.getBoolean("image")) {
      remarks.add("an image is behind it, which was not drawn");
    }
    return row.add("size", Math.round(size * 10) / 10.0)
        .add("contrast", Math.round(contrast * 10) / 10.0)
        .add("position", Math.round(seen.getJsonNumber("position").doubleValue() * 100) / 100.0)
        .add("screen", seen.getInt("screen") + " of " + seen.getInt("screens"))
        .add("hidden", hidden)
        .add("remark", String.join(", ", remarks));
  }
}
