package org.proffer.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** What is wrong with the audit log just now; said once in the server log when it begins. */
@ApplicationScoped
public class AuditAlarm {
  private final Map<Trouble, String> troubles = new EnumMap<>(Trouble.class);

  /** What can be wrong. */
  public enum Trouble {
    /** Rows cannot be written: what must be recorded is refused. */
    UNWRITABLE,
    /** The log is not the one whose heads were signed. */
    NOT_THE_LOG_THAT_WAS_SIGNED,
    /** Heads cannot be signed or put on the disk. */
    NO_HEADS
  }

  /** What is wrong, with a sentence on each; empty while all is well. */
  public synchronized Map<Trouble, String> troubles() {
    return Map.copyOf(troubles);
  }

  synchronized void raise(Trouble trouble, String sentence) {
    if (troubles.put(trouble, sentence) == null) {
      AuditLogMessages.LOG.raised(trouble, sentence);
    }
  }

  synchronized void clear(Trouble trouble) {
    if (troubles.remove(trouble) != null) {
      AuditLogMessages.LOG.cleared(trouble);
    }
  }
}
