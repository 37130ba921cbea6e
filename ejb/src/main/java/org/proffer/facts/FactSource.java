package org.proffer.facts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * What a fact rests on.
 *
 * @param ground sources of one ground are needed together; any one ground suffices; 1 if not said
 * @param part of a passage: section of the message, as in a finding
 * @param offset of a passage: first byte in the decoded part, from 0
 * @param length of a passage: bytes
 * @param words of a passage as they stand there, of a stipulation as agreed
 */
public record FactSource(
    @Field(label = "For the fact", refersTo = "fact", required = true, column = true)
        @Nullable UUID fact,
    @Field(label = "What it is", required = true, column = true) @Nullable Type type,
    @Field(
            label = "Ground",
            hint = "Sources with the same number are needed together; any one number suffices.")
        @Nullable Integer ground,
    @Field(label = "Evidence item", refersTo = "evidence-item") @Nullable UUID item,
    @Field(
            label = "Message",
            hint = "Send it to proof from the message itself; then its id stands here.",
            refersTo = "message",
            column = true)
        @Nullable UUID message,
    @Field(label = "Part", most = 40) String part,
    @Field(label = "From byte") @Nullable Integer offset,
    @Field(label = "Bytes") @Nullable Integer length,
    @Field(label = "Words", most = 4_000, lines = 2, column = true) String words,
    @Field(label = "Witness", refersTo = "party", column = true) @Nullable UUID witness,
    @Field(label = "Other fact", refersTo = "fact") @Nullable UUID rests,
    @Field(label = "Note", most = 2_000) String note) {

  /** What sort of source it is. */
  public enum Type implements Labelled {
    /** An evidence item as a whole. */
    ITEM("Evidence item"),
    /** A message of an item. */
    MESSAGE("Message"),
    /** Words in a message. */
    PASSAGE("Words in a message"),
    /** What a witness says. */
    WITNESS("Witness"),
    /** What the parties agree on. */
    STIPULATION("Stipulation"),
    /** Another fact. */
    FACT("Other fact");

    private final String label;

    Type(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  int groundOrFirst() {
    return ground == null ? 1 : ground;
  }
}
