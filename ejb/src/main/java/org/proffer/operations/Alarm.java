package org.proffer.operations;

/**
 * What somebody must look at.
 *
 * @param sentence what is wrong; begins without the subject
 */
public record Alarm(Subject subject, String sentence) {

  /** What it is about. */
  public enum Subject {
    /** The audit log, its places and its signed heads. */
    AUDIT_LOG("Audit log"),
    /** The custody log and its signed heads. */
    CUSTODY_LOG("Custody log"),
    /** Bytes in the vault. */
    VAULT("Vault"),
    /** Something the portal needs and tried. */
    READINESS("Readiness"),
    /** Backups. */
    BACKUP("Backup");

    private final String label;

    Subject(String label) {
      this.label = label;
    }

    /** As it is written on screen. */
    public String label() {
      return label;
    }
  }

  /** Subject and sentence. */
  public String text() {
    return subject.label() + ": " + sentence;
  }
}
