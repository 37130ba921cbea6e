package org.proffer.cases;

import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Json;
import org.proffer.records.RecordArchive;

/** Reads a case file from its beginning to its end; of its records one is held at a time. */
final class CaseFileReader {
  private static final JsonParserFactory PARSERS = jakarta.json.Json.createParserFactory(Map.of());
  private static final Set<String> IN_HEAD = Set.of("format", "formatVersion", "case", "members");
  private static final String NEXT = "Send the file as it was exported, UTF-8 to its last byte.";

  private CaseFileReader() {}

  /** Takes the records of a file, one after the other. */
  interface Each {
    /** Takes one; the place is for whoever reads a refusal. */
    void take(RecordArchive.Kept kept, String place);
  }

  /**
   * Reads a file.
   *
   * @return what it says of the case
   * @throws InvalidInput naming the place of what cannot be used: the record and its field, or the
   *     line and column where it is no JSON
   */
  static CaseFileForm.Head read(Path file, Each each) {
    try (Reader text =
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT));
        JsonParser json = PARSERS.createParser(text)) {
      return read(json, each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaseFileForm.Head read(JsonParser json, Each each) {
    try {
      return whole(json, each);
    } catch (JsonParsingException e) {
      throw noJson(e.getLocation(), e);
    } catch (JsonException | NoSuchElementException e) {
      throw noJson(json.getLocation(), e);
    }
  }

  private static InvalidInput noJson(JsonLocation at, RuntimeException cause) {
    String place = "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    InvalidInput refusal =
        new InvalidInput(place, "The file is no JSON, or not all of it, at " + place + ".", NEXT);
    refusal.initCause(cause);
    return refusal;
  }

  private static CaseFileForm.Head whole(JsonParser json, Each each) {
    if (json.next() != Event.START_OBJECT) {
      throw new InvalidInput("format", "This is no case file.", NEXT);
    }
    JsonObjectBuilder head = Json.createObjectBuilder();
    Set<String> seen = new HashSet<>();
    while (json.next() == Event.KEY_NAME) {
      String name = json.getString();
      if (!seen.add(name)) {
        throw new InvalidInput(name, name + " is there twice.", NEXT);
      }
      Event value = json.next();
      if (name.equals("records")) {
        records(json, value, each);
      } else if (IN_HEAD.contains(name)) {
        head.add(name, json.getValue());
      } else if (value == Event.START_OBJECT) {
        json.skipObject();
      } else if (value == Event.START_ARRAY) {
        json.skipArray();
      }
    }
    if (json.hasNext()) {
      json.next();
    }
    if (!seen.contains("records")) {
      throw CaseFileForm.wrong("records", "no list");
    }
    return CaseFileForm.head(head.build());
  }

  private static void records(JsonParser json, Event value, Each each) {
    if (value != Event.START_ARRAY) {
      throw CaseFileForm.wrong("records", "no list");
    }
    int i = 0;
    while (json.next() != Event.END_ARRAY) {
      String place = "records[" + i++ + "]";
      each.take(CaseFileForm.kept(json.getValue(), place), place);
    }
  }
}
