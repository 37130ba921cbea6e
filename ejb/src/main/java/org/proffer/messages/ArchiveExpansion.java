package org.proffer.messages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;

/**
 * First step of an import: where the item is an archive, or of a format that has to be opened
 * first, expands its leaf members into one derivative in the vault.
 */
@Named("archiveExpansion")
@Dependent
public class ArchiveExpansion extends ImportStep {
  @Inject private ImportStore store;
  @Inject private Vault vault;
  @Inject private Extraction extraction;

  @Override
  void work(ImportId id) throws Exception {
    ImportStore.Task task = store.begin(id, ImportState.EXPANDING, execution());
    ByteSource item = vault.open(task.itemSha256());
    if (Expansion.isNeeded(item) && store.derived(task.itemId()).isEmpty()) {
      Patience.with(
          store,
          id,
          () -> isStopped() || !store.standing(id).state().isAtWork(),
          () -> {
            expand(id, task, item);
            return true;
          });
    }
  }

  private void expand(ImportId id, ImportStore.Task task, ByteSource item) throws IOException {
    try (Vault.Arrival arrival = vault.arrive()) {
      Expansion expansion =
          new Expansion(vault, arrival, extraction, item.length(), Expansion.Limits.ITEM);
      expansion.open(item, vault.file(task.itemSha256()));
      store.expanded(
          id, arrival.keep(), expansion.members(), expansion.problems(), expansion.made());
    }
  }
}
