package org.proffer.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.proffer.law.canspam.RecordedFacts;

/**
 * What is recorded about messages beyond their bytes, as a JSON file: facts of all messages and
 * facts of single ones, found by the SHA-256 of their bytes or by their Message-ID. The format is
 * in {@code docs/rules/facts-file.md}. A field that is not known is refused, as is a fact without a
 * source.
 */
public final class FactsFile {

  /** A file that records nothing. */
  public static final FactsFile NONE = new FactsFile(RecordedFacts.NONE, Map.of(), Map.of());

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final RecordedFacts common;
  private final Map<String, RecordedFacts> bySha256;
  private final Map<String, RecordedFacts> byMessageId;

  private FactsFile(
      RecordedFacts common,
      Map<String, RecordedFacts> bySha256,
      Map<String, RecordedFacts> byMessageId) {
    this.common = common;
    this.bySha256 = Map.copyOf(bySha256);
    this.byMessageId = Map.copyOf(byMessageId);
  }

  /**
   * Reads a file.
   *
   * @throws FactsRefused if it is no such file; the message names the field and the line
   * @throws IOException if it cannot be read
   */
  public static FactsFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /** As {@link #read(Path)}. */
  public static FactsFile read(InputStream in) throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      FactObject file = FactObject.read(json);
      if (json.nextToken() != null) {
        throw new FactsRefused(
            json.currentTokenLocation().getLineNr(), "the file", "something follows its end");
      }
      RecordedFacts common = facts(file);
      Map<String, RecordedFacts> bySha256 = new HashMap<>();
      Map<String, RecordedFacts> byMessageId = new HashMap<>();
      for (FactObject message : file.objects("messages")) {
        if (message.has("sha256") == message.has("messageId")) {
          throw message.refused("either sha256 or messageId is expected");
        }
        boolean hash = message.has("sha256");
        String key = hash ? sha256(message) : message.text("messageId");
        RecordedFacts facts = facts(message);
        message.finish();
        (hash ? bySha256 : byMessageId).merge(key, facts, RecordedFacts::and);
      }
      file.finish();
      return new FactsFile(common, bySha256, byMessageId);
    } catch (JsonProcessingException e) {
      throw new FactsRefused(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "the file",
          "no JSON: " + e.getOriginalMessage());
    }
  }

  private static String sha256(FactObject message) {
    String hash = message.text("sha256").toLowerCase(Locale.ROOT);
    if (!hash.matches("[0-9a-f]{64}")) {
      throw message.refused("sha256", "64 hexadecimal digits are expected");
    }
    return hash;
  }

  private static RecordedFacts facts(FactObject object) {
    return new RecordedFacts(object.objects("facts").stream().map(FactReader::read).toList());
  }

  /**
   * The same after facts of every message that come first, and count less where the last counts.
   */
  public FactsFile after(RecordedFacts first) {
    return new FactsFile(first.and(common), bySha256, byMessageId);
  }

  /**
   * What is recorded about one message; what is recorded of it alone counts over what is recorded
   * of all.
   *
   * @param sha256 hexadecimal, of its raw bytes
   * @param messageId as in its Message-ID field; empty where it has none
   */
  public RecordedFacts of(String sha256, String messageId) {
    RecordedFacts facts = common;
    for (RecordedFacts more :
        List.of(
            messageId.isEmpty()
                ? RecordedFacts.NONE
                : byMessageId.getOrDefault(messageId, RecordedFacts.NONE),
            bySha256.getOrDefault(sha256, RecordedFacts.NONE))) {
      facts = more.facts().isEmpty() ? facts : facts.and(more);
    }
    return facts;
  }
}
