package org.proffer.messages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.proffer.evidence.Vault;
import org.proffer.mail.Archives;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;

/**
 * First step of an import: where the item is an archive, expands its leaf members into one
 * derivative in the vault.
 */
@Named("archiveExpansion")
@Dependent
public class ArchiveExpansion extends ImportStep {
  @Inject private ImportStore store;
  @Inject private Vault vault;

  @Override
  void work(ImportId id) throws Exception {
    ImportStore.Task task = store.begin(id, ImportState.EXPANDING, execution());
    ByteSource item = vault.open(task.itemSha256());
    if (Mailboxes.recognize(item).kind() == Mailboxes.Kind.ARCHIVE
        && store.derived(task.itemId()).isEmpty()) {
      Patience.with(
          id,
          () -> isStopped() || !store.standing(id).state().isAtWork(),
          () -> {
            expand(id, item);
            return true;
          });
    }
  }

  private void expand(ImportId id, ByteSource item) throws IOException {
    try (Vault.Arrival arrival = vault.arrive()) {
      Expansion expansion = new Expansion(arrival);
      Archives.expand(item, Archives.Budget.DEFAULT, expansion);
      store.expanded(id, arrival.keep(), expansion.members, expansion.problems);
    }
  }

  /** Writes leaf members one after the other and notes where each stands. */
  private static final class Expansion implements Archives.MemberSink {
    final List<Member> members = new ArrayList<>();
    final List<ImportProblemView> problems = new ArrayList<>();
    private final Vault.Arrival arrival;

    Expansion(Vault.Arrival arrival) {
      this.arrival = arrival;
    }

    @Override
    public OutputStream member(String path) {
      long offset = arrival.length();
      return new FilterOutputStream(arrival) {
        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
          out.write(bytes, from, count);
        }

        @Override
        public void close() {
          members.add(new Member(members.size(), path, offset, arrival.length() - offset));
        }
      };
    }

    @Override
    public void problem(String path, Archives.Problem problem, String detail) {
      problems.add(new ImportProblemView(path, problem.name(), detail));
      // The bytes of a void member stay in the derivative, unnamed.
      if (problem.voids(path)) {
        members.remove(members.size() - 1);
      }
    }
  }
}
