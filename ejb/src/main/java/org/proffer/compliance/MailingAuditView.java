package org.proffer.compliance;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.mailings.ListKind;

/**
 * An audit of a mailing as it stands.
 *
 * @param settings what was said of the mailing
 * @param tally what was counted; null before the audit has ended
 * @param problem why it failed; empty if it did not
 * @param lists the lists it was given
 * @param allFindings SHA-256 of the CSV with every finding; null before the audit has ended
 */
public record MailingAuditView(
    UUID id,
    UUID clientId,
    @Nullable UUID programmeId,
    String title,
    State state,
    JsonObject settings,
    @Nullable JsonObject tally,
    String problem,
    @Nullable String allFindings,
    Instant createdAt,
    String createdBy,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<GivenList> lists) {
  public MailingAuditView {
    lists = List.copyOf(lists);
  }

  /** How far an audit is. */
  public enum State {
    /** Its lists are being sent. */
    PREPARED("Being prepared"),
    /** It is being computed. */
    RUNNING("Running"),
    /** It has ended. */
    COMPLETED("Completed"),
    /** It could not be done. */
    FAILED("Failed");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /**
   * A list that was given.
   *
   * @param header the headings of the file
   * @param mapping which heading stands for which column
   */
  public record GivenList(
      ListKind kind,
      String fileName,
      String sha256,
      long length,
      List<String> header,
      JsonObject mapping) {
    public GivenList {
      header = List.copyOf(header);
    }
  }
}
