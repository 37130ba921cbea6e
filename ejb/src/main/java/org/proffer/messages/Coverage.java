package org.proffer.messages;

import java.util.Locale;

/**
 * What a search looked through.
 *
 * @param messages messages of the case that the person sees
 * @param importing imports that are not at their end
 * @param doneBytes bytes those imports have read
 * @param totalBytes bytes they have to read
 * @param inWordsOnly messages imported before recipients, links, IP addresses and attachments went
 *     into the index: they are found by words, sender, subject and dates alone
 */
public record Coverage(
    long messages, long importing, long doneBytes, long totalBytes, long inWordsOnly) {

  /** Whether everything received for reading was looked through in every field. */
  public boolean isComplete() {
    return importing == 0 && inWordsOnly == 0;
  }

  /** In a sentence or two. */
  public String words() {
    StringBuilder words = new StringBuilder();
    if (importing == 0) {
      words.append(String.format(Locale.US, "Searched: all %,d messages.", messages));
    } else {
      words.append(
          String.format(
              Locale.US,
              "Import running: searched the %,d messages read so far%s.",
              messages,
              totalBytes == 0
                  ? ""
                  : String.format(
                      Locale.US, ", %d %% of the bytes", 100 * doneBytes / totalBytes)));
    }
    if (inWordsOnly > 0) {
      words.append(
          String.format(
              Locale.US,
              " %,d of them are still being indexed: recipients, links, IP addresses, attachments and hashes are not"
                  + " searched in those yet.",
              inWordsOnly));
    }
    return words.toString();
  }
}
