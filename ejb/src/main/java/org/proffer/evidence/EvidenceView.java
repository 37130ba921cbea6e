package org.proffer.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;

/**
 * An evidence item.
 *
 * @param number 1 for the first item of the case
 * @param fileName as it was sent, without folders; empty for a thing
 * @param content what the bytes were recognised as, for example {@code mbox, LF line ends}
 * @param sha256 lower-case hexadecimal, computed while it arrived; empty for a thing
 * @param sha3 SHA3-256, lower-case hexadecimal; empty for a thing, and until the first check of
 *     what was received before it was computed
 * @param length bytes
 * @param holder login of the person who holds it
 * @param seal number of the seal on it; empty while it is not sealed
 * @param shelf where it is kept; empty where nobody said
 * @param outTo who has it for a while; empty while it is in
 * @param hold why it may not be destroyed; empty while it is not on hold
 * @param retainUntil it is not destroyed on or before this day; null for no such day
 * @param verifiedAt when its bytes were last hashed again; null before the first time
 * @param damagedAt since when they are known not to be those that were received; null while they
 *     are
 * @param destroyedAt when it was destroyed; null while it is there
 * @param copyOf the item whose bytes it has, where it is a working copy; null otherwise
 */
public record EvidenceView(
    EvidenceId id,
    CaseId caseId,
    int number,
    String title,
    String fileName,
    String content,
    ItemForm form,
    String sha256,
    String sha3,
    long length,
    Instant receivedAt,
    String receivedBy,
    String holder,
    String seal,
    String shelf,
    String outTo,
    String hold,
    @Nullable LocalDate retainUntil,
    @Nullable Instant verifiedAt,
    @Nullable Instant damagedAt,
    @Nullable Instant destroyedAt,
    @Nullable EvidenceId copyOf) {

  /** Whether the vault has its bytes. */
  public boolean hasBytes() {
    return !sha256.isEmpty() && destroyedAt == null;
  }

  /**
   * Refuses what needs bytes.
   *
   * @throws NoBytes if it is a thing, or was destroyed
   */
  public void requireBytes() {
    if (!hasBytes()) {
      throw new NoBytes(this);
    }
  }

  /**
   * Refuses what needs the item to be there.
   *
   * @throws HandlingRefused if it was destroyed
   */
  public void requireThere() {
    if (destroyedAt != null) {
      throw HandlingRefused.destroyed(this);
    }
  }

  /** The hash that its custody goes on with; null where there are no bytes. */
  @Nullable String custodyHash() {
    return hasBytes() ? sha256 : null;
  }

  /** The first characters of the SHA-256; a dash where there is none. */
  public String shortHash() {
    return sha256.isEmpty() ? "—" : sha256.substring(0, 16) + "…";
  }
}
