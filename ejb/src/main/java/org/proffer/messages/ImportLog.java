package org.proffer.messages;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What imports say in the server log: ids and counts. */
@MessageLogger(projectCode = "PROFFER")
@ValidIdRange(min = 2000, max = 2099)
interface ImportLog {
  /** The log. */
  ImportLog LOG =
      Logger.getMessageLogger(
          java.lang.invoke.MethodHandles.lookup(), ImportLog.class, "org.proffer.messages");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2000, value = "Import %s started as job execution %d")
  void started(ImportId id, long execution);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2001, value = "Import %s has no job and goes on")
  void resumed(ImportId id);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2002, value = "Import %s ended as %s with %d messages")
  void ended(ImportId id, ImportState state, long messages);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 2003, value = "Import %s failed")
  void failed(ImportId id, @org.jboss.logging.annotations.Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 2004,
      value = "Import %s: the engine failed on member %d at offset %d; the message is quarantined")
  void unchecked(
      ImportId id, int member, long offset, @org.jboss.logging.annotations.Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2005, value = "Import %s waits: %s")
  void waits(ImportId id, String trouble, @org.jboss.logging.annotations.Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2006, value = "Message %s cannot be read, and is found by its earlier words alone")
  void notIndexed(MessageId id, @org.jboss.logging.annotations.Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2007, value = "Whether an import has lost its job cannot be seen just now")
  void looksLater(@org.jboss.logging.annotations.Cause Throwable cause);
}
