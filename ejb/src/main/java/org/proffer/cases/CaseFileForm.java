package org.proffer.cases;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.proffer.access.Member;
import org.proffer.access.MemberRole;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Json;
import org.proffer.records.RecordArchive;

/** The JSON form of a case file; {@code case-file.schema.json} of the REST API describes it. */
final class CaseFileForm {
  static final String FORMAT = "urn:proffer:case-file";
  static final int VERSION = 1;

  private CaseFileForm() {}

  /**
   * What a file says of its case before and after its records.
   *
   * @param id under which the case was, which is also that of the record that describes it
   */
  record Head(
      UUID id, boolean demonstration, Instant openedAt, String openedBy, List<Member> members) {
    Head {
      members = List.copyOf(members);
    }
  }

  static JsonObject json(Member member) {
    return Json.createObjectBuilder()
        .add("login", member.login())
        .add("role", member.role().name())
        .add("addedAt", member.addedAt().toString())
        .add("addedBy", member.addedBy())
        .build();
  }

  static JsonObject json(RecordArchive.Kept kept) {
    JsonArrayBuilder versions = Json.createArrayBuilder();
    for (RecordArchive.Version version : kept.versions()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("at", version.at().toString())
              .add("by", version.by())
              .add("note", version.note())
              .add("removed", version.removed());
      if (!version.afterFiling().isEmpty()) {
        json.add("afterFiling", version.afterFiling());
      }
      versions.add(json.add("content", version.content()));
    }
    return Json.createObjectBuilder()
        .add("id", kept.id().toString())
        .add("kind", kept.kind())
        .add("versions", versions)
        .build();
  }

  /** The head of a file out of everything in it but the records. */
  static Head head(JsonObject file) {
    if (!FORMAT.equals(text(file, "format", ""))) {
      throw new InvalidInput(
          "format", "This is no case file.", "Send one with format " + FORMAT + ".");
    }
    if (!(file.get("formatVersion") instanceof JsonNumber version)
        || !version.isIntegral()
        || version.intValue() != VERSION) {
      throw new InvalidInput(
          "formatVersion",
          file.get("formatVersion") + " is a version of the format that is not read here.",
          "Version " + VERSION + " is.");
    }
    JsonObject about = object(file, "case", "");
    List<Member> members = new ArrayList<>();
    for (JsonValue member : array(file, "members", "")) {
      members.add(member(member, "members[" + members.size() + "]"));
    }
    return new Head(
        id(about, "case"),
        yes(about, "demonstration", "case"),
        instant(about, "openedAt", "case"),
        text(about, "openedBy", "case"),
        members);
  }

  private static Member member(JsonValue value, String place) {
    JsonObject json = object(value, place);
    String role = text(json, "role", place);
    return new Member(
        text(json, "login", place),
        Arrays.stream(MemberRole.values())
            .filter(one -> one.name().equals(role))
            .findFirst()
            .orElseThrow(() -> wrong(place + ".role", "no role of a member")),
        instant(json, "addedAt", place),
        text(json, "addedBy", place));
  }

  /** A record out of a file. */
  static RecordArchive.Kept kept(JsonValue value, String place) {
    JsonObject json = object(value, place);
    List<RecordArchive.Version> versions = new ArrayList<>();
    for (JsonValue version : array(json, "versions", place)) {
      versions.add(version(version, place + ".versions[" + versions.size() + "]"));
    }
    if (versions.isEmpty()) {
      throw wrong(place + ".versions", "empty");
    }
    return new RecordArchive.Kept(id(json, place), text(json, "kind", place), versions);
  }

  private static RecordArchive.Version version(JsonValue value, String place) {
    JsonObject json = object(value, place);
    return new RecordArchive.Version(
        instant(json, "at", place),
        text(json, "by", place),
        text(json, "note", place),
        yes(json, "removed", place),
        json.containsKey("afterFiling") ? text(json, "afterFiling", place) : "",
        object(json, "content", place));
  }

  private static String at(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  static InvalidInput wrong(String place, String what) {
    return new InvalidInput(
        place, place + " is " + what + ".", "Send the file as it was exported.");
  }

  private static String text(JsonObject json, String name, String place) {
    if (json.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw wrong(at(place, name), "no text");
  }

  private static boolean yes(JsonObject json, String name, String place) {
    JsonValue value = json.get(name);
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw wrong(at(place, name), "neither true nor false");
    }
    return value == JsonValue.TRUE;
  }

  private static Instant instant(JsonObject json, String name, String place) {
    try {
      return Instant.parse(text(json, name, place));
    } catch (DateTimeException e) {
      InvalidInput wrong = wrong(at(place, name), "no moment");
      wrong.initCause(e);
      throw wrong;
    }
  }

  private static UUID id(JsonObject json, String place) {
    try {
      return UUID.fromString(text(json, "id", place));
    } catch (IllegalArgumentException e) {
      InvalidInput wrong = wrong(at(place, "id"), "no id");
      wrong.initCause(e);
      throw wrong;
    }
  }

  private static JsonObject object(JsonObject json, String name, String place) {
    return object(json.get(name), at(place, name));
  }

  private static JsonObject object(
      @org.jspecify.annotations.Nullable JsonValue value, String place) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong(place, "no object");
  }

  private static JsonArray array(JsonObject json, String name, String place) {
    if (json.get(name) instanceof JsonArray array) {
      return array;
    }
    throw wrong(at(place, name), "no list");
  }
}
