package org.proffer.messages;

import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What re-checks say in the server log: ids and counts. */
@MessageLogger(projectCode = "PROFFER")
@ValidIdRange(min = 2100, max = 2199)
interface RecheckLog {
  /** The log. */
  RecheckLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), RecheckLog.class, "org.proffer.messages");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2100, value = "Re-check %s started as job execution %d")
  void started(RecheckId id, long execution);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2101, value = "Re-check %s goes on after a restart of the server")
  void resumed(RecheckId id);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2102, value = "Re-check %s ended as %s with %d messages, %d changed")
  void ended(RecheckId id, RecheckState state, long messages, long changed);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2103, value = "Re-check %s failed")
  void failed(RecheckId id, @org.jboss.logging.annotations.Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2104, value = "The engine failed on message %s; its findings stay as they were")
  void unchecked(UUID message, @org.jboss.logging.annotations.Cause Throwable cause);
}
