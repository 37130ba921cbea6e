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
}
