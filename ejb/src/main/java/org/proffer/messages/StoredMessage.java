package org.proffer.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.proffer.analysis.MessageTraits;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.mail.ParsedMessage;

/**
 * A message as it is stored: where its bytes are and what the engine said of them; the bytes stay
 * in the vault.
 */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "message")
@DynamicUpdate
@NullUnmarked
class StoredMessage {
  private static final int CONTENT = 16;

  @Id UUID id;

  @Column(name = "case_id")
  UUID caseId;

  @Column(name = "item_id")
  UUID itemId;

  long number;
  int member;
  String path;

  @Column(name = "object_sha256")
  String objectSha256;

  @Column(name = "object_offset")
  long objectOffset;

  @Column(name = "byte_offset")
  long byteOffset;

  long length;
  String sha256;

  @Enumerated(EnumType.STRING)
  ParsedMessage.Outcome outcome;

  String quarantine;

  @Column(name = "sent_at")
  Instant sentAt;

  @Column(name = "from_name")
  String fromName;

  @Column(name = "from_address")
  String fromAddress;

  String subject;

  @Column(name = "message_id")
  String messageId;

  @Enumerated(EnumType.STRING)
  PrimaryPurpose.Value purpose;

  @Column(name = "law_as_of")
  LocalDate lawAsOf;

  @Column(name = "rule_version")
  String ruleVersion;

  @Enumerated(EnumType.STRING)
  Verdict verdict;

  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] violated;

  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] undetermined;

  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] met;

  @JdbcTypeCode(SqlTypes.ARRAY)
  String[] defects;

  /** JSON of messages that were checked before it was packed; null for others. */
  @Column(name = "assessment", columnDefinition = "jsonb")
  @ColumnTransformer(read = "assessment::text", write = "?::jsonb")
  String unpackedAssessment;

  @Column(name = "packed_assessment")
  byte[] packedAssessment;

  /** Bits of {@link org.proffer.analysis.Method}; null in a message stored before. */
  Integer methods;

  String network = "";
  String campaign = "";

  @Column(name = "received_at")
  Instant receivedAt;

  /** Written once: what a re-check finds does not change the words. */
  @Column(name = "search", columnDefinition = "tsvector", updatable = false)
  @ColumnTransformer(read = "''", write = "proffer.message_search(?)")
  String searchText;

  /** Hexadecimal; for reviewers who want each message once. */
  @Transient String contentSha256;

  /** Hexadecimal, of EDRM; null without a Message-ID. */
  @Transient String mih;

  /** What was found in its attachments; rows of their own. */
  @Transient List<OpenedAttachment> opened = List.of();

  protected StoredMessage() {}

  StoredMessage(UUID id) {
    this.id = id;
  }

  /** Takes what was found in place of what was found before. */
  void assess(Assessment found) {
    purpose = found.purpose();
    lawAsOf = found.lawAsOf();
    ruleVersion = found.ruleVersion();
    verdict = found.verdict();
    violated = found.violated().toArray(String[]::new);
    undetermined = found.undetermined().toArray(String[]::new);
    met = found.met().toArray(String[]::new);
    packedAssessment = PackedAssessment.of(found.json());
    unpackedAssessment = null;
    methods = found.traits().methods();
  }

  /** What was found, as {@link AssessmentJson} writes it. */
  String assessment() {
    return packedAssessment == null ? unpackedAssessment : PackedAssessment.json(packedAssessment);
  }

  /**
   * Takes what the message is grouped by: the domain it leads to, else what it has in common with
   * its copies.
   */
  void group(MessageTraits traits) {
    network = traits.network();
    receivedAt = traits.receivedAt();
    campaign =
        !traits.linkedDomain().isEmpty()
            ? traits.linkedDomain()
            : contentSha256 == null ? "" : "content:" + contentSha256.substring(0, CONTENT);
  }

  /** Whether the verdict of a duty, or the purpose, is another than before. */
  boolean differsFrom(Assessment found) {
    return purpose != found.purpose()
        || verdict != found.verdict()
        || !Set.of(violated).equals(Set.copyOf(found.violated()))
        || !Set.of(undetermined).equals(Set.copyOf(found.undetermined()))
        || !Set.of(met).equals(Set.copyOf(found.met()));
  }

  MessageSummary summary() {
    return new MessageSummary(
        new MessageId(id),
        number,
        sha256,
        sentAt,
        fromName,
        fromAddress,
        subject,
        purpose,
        outcome,
        verdict,
        List.of(violated),
        List.of(undetermined));
  }
}
