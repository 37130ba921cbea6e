package org.proffer.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** What is wrong with the custody log or the vault just now; said once in the server log. */
@ApplicationScoped
public class CustodyAlarm {
  private final Map<Trouble, String> troubles = new EnumMap<>(Trouble.class);

  /** What can be wrong. */
  public enum Trouble {
    /** The log is not the one whose heads were signed. */
    NOT_THE_LOG_THAT_WAS_SIGNED,
    /** The register of items does not say what their custody says. */
    REGISTER_DIFFERS,
    /** Heads cannot be signed or put on the disk. */
    NO_HEADS,
    /** The authority has stamped no head for a day. */
    NO_TIME_STAMPS,
    /** Bytes in the vault are not those that were received. */
    DAMAGED
  }

  /** What is wrong, with a sentence on each; empty while all is well. */
  public synchronized Map<Trouble, String> troubles() {
    return Map.copyOf(troubles);
  }

  /** Says that something is wrong. */
  public synchronized void raise(Trouble trouble, String sentence) {
    if (troubles.put(trouble, sentence) == null) {
      CustodyLogMessages.LOG.raised(trouble, sentence);
    }
  }

  /** Says that it is so no longer. */
  public synchronized void clear(Trouble trouble) {
    if (troubles.remove(trouble) != null) {
      CustodyLogMessages.LOG.cleared(trouble);
    }
  }
}
