package org.proffer.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.proffer.messages.MessagePage;
import org.proffer.review.Batch;
import org.proffer.review.CodingAct;
import org.proffer.review.CodingOf;
import org.proffer.review.Comment;
import org.proffer.review.ReviewList;
import org.proffer.review.SavedSearch;
import org.proffer.review.Tag;
import org.proffer.review.TrustedHosts.TrustedHost;

/** The JSON form of the review. */
final class ReviewJson {
  private ReviewJson() {}

  static JsonObject tag(Tag tag) {
    return Json.createObjectBuilder()
        .add("id", tag.id().toString())
        .add("key", tag.key())
        .add("name", tag.name())
        .add("group", tag.group())
        .add("retired", tag.retired())
        .build();
  }

  static JsonObject rows(ReviewList.Rows rows, long cursor, int limit) {
    MessagePage page = rows.page();
    JsonArrayBuilder messages = Json.createArrayBuilder();
    page.rows()
        .forEach(
            row -> {
              JsonArrayBuilder tags = Json.createArrayBuilder();
              rows.tags()
                  .getOrDefault(row.id().value(), java.util.List.of())
                  .forEach(tag -> tags.add(tag.toString()));
              messages.add(
                  Json.createObjectBuilder(JsonViews.message(row))
                      .add("tags", tags)
                      .add("seen", rows.seen().contains(row.id().value())));
            });
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("messages", messages)
            .add("total", page.total())
            .add("totalIsExact", page.exact())
            .add("coverage", page.coverage().words())
            .add("importsRunning", page.coverage().importing())
            .add("notes", JsonViews.strings(page.notes()));
    long behind = cursor + page.rows().size();
    if (page.exact() ? behind < page.total() : page.rows().size() == limit) {
      json.add("next", Long.toString(behind));
    }
    return json.build();
  }

  static JsonObject coding(CodingOf coding) {
    return Json.createObjectBuilder()
        .add(
            "tags",
            JsonViews.array(
                coding.tags(),
                tag ->
                    Json.createObjectBuilder()
                        .add("id", tag.id().toString())
                        .add("name", tag.name())
                        .add("at", tag.at().toString())
                        .add("by", tag.by())
                        .build()))
        .add(
            "history",
            JsonViews.array(
                coding.history(),
                change ->
                    Json.createObjectBuilder()
                        .add("tag", change.tag())
                        .add("set", change.isSet())
                        .add("at", change.at().toString())
                        .add("by", change.by())
                        .add("kind", change.kind().name())
                        .add("act", change.act().toString())
                        .build()))
        .build();
  }

  static JsonObject act(CodingAct act) {
    return Json.createObjectBuilder()
        .add("id", act.id().toString())
        .add("kind", act.kind().name())
        .add("at", act.at().toString())
        .add("by", act.by())
        .add("query", act.query())
        .add("reason", act.reason())
        .add("changes", act.changes())
        .add("passed", act.passed())
        .add("undoes", act.undoes() == null ? "" : act.undoes().toString())
        .add("undoneBy", act.undoneBy() == null ? "" : act.undoneBy().toString())
        .build();
  }

  static JsonObject batch(Batch batch) {
    return Json.createObjectBuilder()
        .add("id", batch.id().toString())
        .add("number", batch.number())
        .add("query", batch.query())
        .add("size", batch.size())
        .add("coded", batch.coded())
        .add("state", batch.state())
        .add("reviewer", batch.reviewer() == null ? "" : batch.reviewer())
        .add("checkedOutAt", text(batch.checkedOutAt()))
        .add("finishedAt", text(batch.finishedAt()))
        .build();
  }

  static JsonObject comment(Comment comment) {
    return Json.createObjectBuilder()
        .add("id", comment.id().toString())
        .add("messageId", comment.message().toString())
        .add("part", comment.part())
        .add("offset", comment.offset())
        .add("length", comment.length())
        .add("words", comment.words())
        .add("body", comment.body())
        .add("at", comment.at().toString())
        .add("by", comment.by())
        .build();
  }

  static JsonObject search(SavedSearch search) {
    return Json.createObjectBuilder()
        .add("id", search.id().toString())
        .add("name", search.name())
        .add("query", search.query())
        .add("shared", search.shared())
        .add("at", search.at().toString())
        .add("by", search.by())
        .build();
  }

  static JsonObject host(TrustedHost host) {
    return Json.createObjectBuilder()
        .add("host", host.host())
        .add("reason", host.reason())
        .add("at", host.at().toString())
        .add("by", host.by())
        .build();
  }

  private static String text(@Nullable Instant at) {
    return at == null ? "" : at.toString();
  }
}
