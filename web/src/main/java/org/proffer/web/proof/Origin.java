package org.proffer.web.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.evidence.EvidenceView;
import org.proffer.facts.FactSource;
import org.proffer.messages.MessageView;

/**
 * What is sent to proof: a message, words in it, or an evidence item as a whole.
 *
 * @param id of the message or the item
 * @param name what it is, as a person reads it
 * @param sentence what the fact says at first
 * @param day the fact is true on at first, as year-month-day; empty where the origin has none
 * @param back address of the page it comes from
 * @param source what the fact will rest on
 */
public record Origin(
    UUID caseId,
    UUID id,
    String name,
    String sentence,
    String day,
    String back,
    FactSource source) {

  static Origin of(EvidenceView item) {
    UUID id = item.id().value();
    return new Origin(
        item.caseId().value(),
        id,
        "evidence item " + item.number() + ", “" + item.title() + "”",
        "",
        "",
        "/cases/case.xhtml?id=" + item.caseId(),
        source(FactSource.Type.ITEM, id, null, Map.of()));
  }

  static Origin of(MessageView message, Map<String, String> passage) {
    UUID id = message.summary().id().value();
    String words = passage.getOrDefault("words", "");
    String part = passage.getOrDefault("part", "");
    Instant sent = message.summary().sentAt();
    return new Origin(
        message.caseId().value(),
        id,
        "message "
            + message.summary().number()
            + ", “"
            + message.summary().subject()
            + "”"
            + (part.isEmpty()
                ? ""
                : ", part " + part + ", byte " + passage.getOrDefault("offset", "0")),
        words.isEmpty() ? message.summary().subject() : "The message says: “" + words + "”",
        sent == null ? "" : LocalDate.ofInstant(sent, ZoneOffset.UTC).toString(),
        "/messages/message.xhtml?id=" + id,
        source(
            part.isEmpty() ? FactSource.Type.MESSAGE : FactSource.Type.PASSAGE, null, id, passage));
  }

  private static FactSource source(
      FactSource.Type type,
      @Nullable UUID item,
      @Nullable UUID message,
      Map<String, String> passage) {
    boolean words = type == FactSource.Type.PASSAGE;
    return new FactSource(
        null,
        type,
        null,
        item,
        message,
        passage.getOrDefault("part", ""),
        words ? Integer.valueOf(passage.getOrDefault("offset", "0")) : null,
        words ? Integer.valueOf(passage.getOrDefault("length", "1")) : null,
        passage.getOrDefault("words", ""),
        null,
        null,
        "");
  }
}
