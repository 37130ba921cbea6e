package org.proffer.custody;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What custody says in the server log: no persons. */
@MessageLogger(projectCode = "PROFFER")
@ValidIdRange(min = 2600, max = 2699)
interface CustodyLogMessages {
  /** The log. */
  CustodyLogMessages LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), CustodyLogMessages.class, "org.proffer.custody");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2600, value = "CUSTODY ALARM %s: %s")
  void raised(CustodyAlarm.Trouble trouble, String sentence);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2601, value = "Custody alarm %s is over")
  void cleared(CustodyAlarm.Trouble trouble);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2602, value = "The custody log is the one that was signed: %d events, %d heads")
  void verified(long events, long heads);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2603, value = "The custody log could not be kept")
  void failed(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2604, value = "A head of the custody log has no time stamp yet")
  void notStamped(@Cause Throwable cause);
}
