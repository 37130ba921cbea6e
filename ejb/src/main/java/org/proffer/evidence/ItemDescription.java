package org.proffer.evidence;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.DayPrecision;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * What an item is, where it came from, and on what authority the office has it.
 *
 * @param fileName as it was sent; empty for a thing
 * @param number of the item in its case, from 1
 * @param collectedOn the day it was taken from where it was; as exactly as {@code
 *     collectedPrecision} says
 * @param receivedOn the day it came to the office, if that was before it was entered
 * @param nature whether it is the original or was made from another
 * @param parent what it was made from; null for an original
 * @param retainUntil it is not destroyed on or before this day; null for no such day
 */
public record ItemDescription(
    @Field(label = "Title", required = true) String title,
    @Field(label = "Kind", required = true, column = true) @Nullable ItemForm form,
    @Field(label = "Description", most = 4_000, lines = 3) String description,
    @Field(label = "Source", hint = "From whom, or from what, it comes.", most = 500) String source,
    @Field(label = "Authority") @Nullable Authority authority,
    @Field(label = "Authority dated") @Nullable LocalDate authorityDate,
    @Field(label = "Authority number", hint = "As 2:07-mj-30123, or who consented.", most = 300)
        String authorityNumber,
    @Field(
            label = "Document of the authority",
            hint = "One of the files of the case that are not evidence.",
            refersTo = "paper")
        @Nullable UUID authorityDocument,
    @Field(label = "Place", hint = "Where it was collected.", most = 500) String place,
    @Field(label = "Collected by") String collectedBy,
    @Field(label = "Collected on") @Nullable LocalDate collectedOn,
    @Field(label = "How exact that day is") @Nullable DayPrecision collectedPrecision,
    @Field(
            label = "Received by",
            hint = "Who took it for the office, if not the one who entered it.")
        String receivedBy,
    @Field(label = "Received on", hint = "If that was before it was entered here.")
        @Nullable LocalDate receivedOn,
    @Field(label = "Original or copy") @Nullable Nature nature,
    @Field(label = "Made from", refersTo = "evidence-item") @Nullable UUID parent,
    @Field(label = "Made with", hint = "The tool.") String tool,
    @Field(label = "Version of the tool", most = 100) String toolVersion,
    @Field(label = "Parameters of the tool", most = 1_000) String parameters,
    @Field(label = "Keep until", hint = "It is not destroyed on or before this day.")
        @Nullable LocalDate retainUntil,
    @Field(label = "Why so long", hint = "The rule or order that says so.", most = 500)
        String retention,
    @Field(label = "File", fixed = true) String fileName,
    @Field(label = "Number of the item", fixed = true) @Nullable Integer number) {

  /** On what the office has an item. */
  public enum Authority implements Labelled {
    /** A search warrant. */
    WARRANT("Search warrant"),
    /** A subpoena. */
    SUBPOENA("Subpoena"),
    /** An order of a court that is no warrant, for example 18 U.S.C. 2703(d). */
    COURT_ORDER("Court order"),
    /** Somebody who may agreed. */
    CONSENT("Consent"),
    /** It was sent to an address that is kept to receive unsolicited mail. */
    SPAM_TRAP("Spam trap"),
    /** Somebody handed it in with a complaint. */
    COMPLAINT("Complaint"),
    /** Something else, said in the description. */
    OTHER("Other");

    private final String label;

    Authority(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Whether an item was made from another. */
  public enum Nature implements Labelled {
    /** As it was found. */
    ORIGINAL("Original"),
    /** A copy, to work on. */
    WORKING_COPY("Working copy"),
    /** Made from another by a tool. */
    DERIVATIVE("Derivative");

    private final String label;

    Nature(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** What is known of a file when it arrives. */
  static ItemDescription ofFile(String fileName, ItemForm form, int number) {
    return new ItemDescription(
        fileName,
        form,
        "",
        "",
        null,
        null,
        "",
        null,
        "",
        "",
        null,
        null,
        "",
        null,
        Nature.ORIGINAL,
        null,
        "",
        "",
        "",
        null,
        "",
        fileName,
        number);
  }

  /** The same, made from another item. */
  ItemDescription made(
      Nature how, UUID from, String called, String purpose, String with, String of, String by) {
    return new ItemDescription(
        called,
        form,
        purpose,
        source,
        authority,
        authorityDate,
        authorityNumber,
        authorityDocument,
        place,
        collectedBy,
        collectedOn,
        collectedPrecision,
        receivedBy,
        receivedOn,
        how,
        from,
        with,
        of,
        by,
        retainUntil,
        retention,
        fileName,
        number);
  }

  ItemDescription numbered(int given) {
    return new ItemDescription(
        title,
        form,
        description,
        source,
        authority,
        authorityDate,
        authorityNumber,
        authorityDocument,
        place,
        collectedBy,
        collectedOn,
        collectedPrecision,
        receivedBy,
        receivedOn,
        nature == null ? Nature.ORIGINAL : nature,
        parent,
        tool,
        toolVersion,
        parameters,
        retainUntil,
        retention,
        fileName,
        given);
  }

  /** The authority in words; empty where none was named. */
  public String authorityWords() {
    Authority named = authority;
    if (named == null) {
      return authorityNumber;
    }
    return named.label()
        + (authorityNumber.isEmpty() ? "" : " " + authorityNumber)
        + (authorityDate == null ? "" : " of " + authorityDate);
  }
}
