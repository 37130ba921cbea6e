package org.proffer.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;

/**
 * An evidence item.
 *
 * @param number 1 for the first item of the case
 * @param fileName as it was sent, without folders
 * @param content what the bytes were recognised as, for example {@code mbox, LF line ends}
 * @param sha256 lower-case hexadecimal, computed while it arrived
 * @param length bytes
 * @param holder login of the person who holds it
 * @param verifiedAt when its bytes were last hashed again; null before the first time
 * @param damagedAt since when they are known not to be those that were received; null while they
 *     are
 */
public record EvidenceView(
    EvidenceId id,
    CaseId caseId,
    int number,
    String title,
    String fileName,
    String content,
    String sha256,
    long length,
    Instant receivedAt,
    String receivedBy,
    String holder,
    @Nullable Instant verifiedAt,
    @Nullable Instant damagedAt) {}
