package org.proffer.audit;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the audit log says in the server log: no persons. */
@MessageLogger(projectCode = "PROFFER")
@ValidIdRange(min = 2400, max = 2499)
interface AuditLogMessages {
  /** The log. */
  AuditLogMessages LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), AuditLogMessages.class, "org.proffer.audit");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2400, value = "AUDIT ALARM %s: %s")
  void raised(AuditAlarm.Trouble trouble, String sentence);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2401, value = "Audit alarm %s is over")
  void cleared(AuditAlarm.Trouble trouble);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2402, value = "The audit log is the one that was signed: %d entries, %d heads")
  void verified(long entries, long heads);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2403, value = "A refusal could not be recorded")
  void unrecorded(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2404, value = "The audit log could not be kept")
  void failed(@Cause Throwable cause);
}
