package org.proffer.messages;

import java.util.List;

/**
 * What an attachment holds that is a container.
 *
 * @param section IMAP section number of the attachment
 * @param tool what opened it, with versions
 * @param members in the order in which they were found
 * @param problems what was not opened, and why; the path is empty where it is the attachment
 */
public record OpenedAttachment(
    String section, String tool, List<AttachmentMember> members, List<ImportProblemView> problems) {
  public OpenedAttachment {
    members = List.copyOf(members);
    problems = List.copyOf(problems);
  }
}
