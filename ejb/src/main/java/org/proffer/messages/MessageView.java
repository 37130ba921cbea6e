package org.proffer.messages;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.evidence.EvidenceId;
import org.proffer.law.Finding;
import org.proffer.mail.Defect;
import org.proffer.mail.HeaderField;
import org.proffer.mail.Hop;

/**
 * A message with everything a reviewer looks at.
 *
 * @param path where it stands in an archive; empty otherwise
 * @param offset where its bytes begin in the item, or in the archive's member
 * @param length bytes
 * @param sha256 of its raw bytes
 * @param quarantine why it was not read as a whole; null otherwise
 * @param headers in original order
 * @param hops top first
 * @param texts the text parts, in the order of the message
 * @param attachments parts that are not text, text with a file name, and messages within
 * @param findings in the order of the Act
 * @param previous the message before it in its item; null for the first
 * @param next the message after it in its item; null for the last
 */
public record MessageView(
    MessageSummary summary,
    CaseId caseId,
    EvidenceId itemId,
    int itemNumber,
    String itemFileName,
    String path,
    long offset,
    long length,
    String sha256,
    @Nullable String quarantine,
    LocalDate lawAsOf,
    String ruleVersion,
    List<HeaderField> headers,
    List<Hop> hops,
    List<TextPart> texts,
    List<AttachmentPart> attachments,
    List<Defect> defects,
    List<Finding> findings,
    @Nullable MessageId previous,
    @Nullable MessageId next) {
  public MessageView {
    headers = List.copyOf(headers);
    hops = List.copyOf(hops);
    texts = List.copyOf(texts);
    attachments = List.copyOf(attachments);
    defects = List.copyOf(defects);
    findings = List.copyOf(findings);
  }

  /**
   * One text part, cut where the words of findings begin and end.
   *
   * @param section IMAP section number
   * @param mediaType for example {@code text/plain}
   * @param charset name of the charset used
   * @param runs the whole text in pieces
   */
  public record TextPart(String section, String mediaType, String charset, List<Run> runs) {
    public TextPart {
      runs = List.copyOf(runs);
    }
  }

  /**
   * A piece of text.
   *
   * @param text the characters
   * @param requirements ids of the requirements whose findings rest on it; empty for ordinary text
   * @param hit whether it is a word that was looked for
   */
  public record Run(String text, List<String> requirements, boolean hit) {
    public Run {
      requirements = List.copyOf(requirements);
    }

    /** Words that were not looked for. */
    public Run(String text, List<String> requirements) {
      this(text, requirements, false);
    }
  }

  /**
   * An attachment: a part that is not text, text with a file name, or a message within.
   *
   * @param mediaType as the message says
   * @param fileName as the message says; of a message within without one, its subject
   * @param kind what its first bytes say it is
   * @param length bytes of the decoded content
   * @param sha256 of the decoded content
   * @param opened what was found in it; null where it is no container
   */
  public record AttachmentPart(
      String section,
      String mediaType,
      String fileName,
      String kind,
      long length,
      String sha256,
      @Nullable OpenedAttachment opened) {
    /** What is in it; none where it is no container. */
    public List<AttachmentMember> members() {
      return opened == null ? List.of() : opened.members();
    }

    /** What of it was not opened. */
    public List<ImportProblemView> problems() {
      return opened == null ? List.of() : opened.problems();
    }
  }
}
