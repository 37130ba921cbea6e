package org.proffer.compliance;

import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the compliance desk says in the server log: ids and counts, no addresses. */
@MessageLogger(projectCode = "PROFFER")
@ValidIdRange(min = 6100, max = 6199)
interface ComplianceLog {
  /** The log. */
  ComplianceLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), ComplianceLog.class, "org.proffer.compliance");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 6100, value = "Mailing audit %s ended: %d sends, %d findings")
  void auditCompleted(UUID id, long sends, int findings);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 6101, value = "Mailing audit %s could not be done")
  void auditFailed(UUID id, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 6102, value = "Seed mailboxes receive at %s:%d")
  void seedsReceive(String host, int port);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 6103, value = "Seed mailboxes cannot receive at %s:%d")
  void seedsDoNotReceive(String host, int port, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 6104, value = "A message to a seed mailbox was not taken")
  void seedNotTaken(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 6105, value = "Seed mailbox %s could not be read")
  void seedNotRead(UUID id, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 6106, value = "A message was not measured as a browser draws it")
  void notDrawn(@Cause Throwable cause);
}
