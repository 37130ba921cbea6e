package org.proffer.compliance;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Verdict;

/**
 * A check of a template or message as it is kept.
 *
 * @param origin how the message came
 * @param sha256 of the message, which stays in the vault
 * @param verdict the gravest of its duties
 * @param violated requirements that are violated
 * @param undetermined duties that are open
 * @param result {@code check} as {@code proffer check} writes it; {@code remedies}, {@code
 *     display}, {@code drawn}, {@code links}, {@code providers}, {@code unfilled}
 * @param facts the facts file that was given with it; empty without one
 */
public record TemplateCheckView(
    UUID id,
    UUID clientId,
    @Nullable UUID programmeId,
    String title,
    Origin origin,
    String sha256,
    long length,
    Verdict verdict,
    List<String> violated,
    List<String> undetermined,
    LocalDate lawAsOf,
    String ruleVersion,
    JsonObject result,
    Instant checkedAt,
    String checkedBy,
    JsonObject facts) {
  public TemplateCheckView {
    violated = List.copyOf(violated);
    undetermined = List.copyOf(undetermined);
  }

  /** How a message came. */
  public enum Origin {
    /** Its parts were pasted into the page. */
    PASTED("Pasted"),
    /** A file was uploaded. */
    UPLOADED("Uploaded"),
    /** A program sent it. */
    SENT("Sent by a program"),
    /** It arrived at a seed mailbox. */
    SEED("Seed mailbox");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }
}
