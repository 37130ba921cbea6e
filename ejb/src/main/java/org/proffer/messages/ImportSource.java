package org.proffer.messages;

import java.util.List;

/**
 * What an import reads: one vault object and the members in it.
 *
 * @param sha256 of the vault object
 * @param members in order
 */
record ImportSource(String sha256, List<Member> members) {
  ImportSource {
    members = List.copyOf(members);
  }

  long bytes() {
    return members.stream().mapToLong(Member::length).sum();
  }
}
