package org.proffer.messages;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.evidence.Vault;

/**
 * Second step of an import: finds where every message stands and divides them into parts. What was
 * found is kept, so that a stop costs no second search.
 */
@Named("importPlanning")
@Dependent
public class ImportPlanning extends ImportStep {
  /** Entries of a part, at most. */
  static final int ENTRIES = 400;

  /** Bytes after which a part is closed. */
  static final long BYTES = 4L << 20;

  private static final int KEPT_AT_ONCE = 500;

  @Inject private ImportStore store;
  @Inject private Vault vault;

  @Override
  void work(ImportId id) throws Exception {
    ImportStore.Task task = store.begin(id, ImportState.PLANNING, execution());
    ImportStore.Plan plan = store.plan(id);
    if (plan.complete() || !task.state().isAtWork()) {}
    ImportSource source = store.source(task);
    Parts parts = new Parts(id, plan);
    new ImportEntries(source, vault.open(source.sha256()))
        .scan(plan.member(), plan.offset(), parts);
    if (!isStopped() && parts.goOn) {
      parts.close();
      parts.keep(parts.nextNumber - 1);
    }
  }

  /** Gathers entries into parts, and keeps some parts at a time. */
  private final class Parts implements ImportEntries.Sink {
    private final ImportId id;
    private final List<ImportPart> found = new ArrayList<>();
    private int position;
    private int member;
    private long offset;
    private int entries;
    private int messages;
    private long bytes;
    private int nextMember;
    private long nextOffset;
    private long nextNumber;
    private boolean goOn = true;

    Parts(ImportId id, ImportStore.Plan plan) {
      this.id = id;
      position = plan.position();
      member = plan.member();
      offset = plan.offset();
      nextMember = member;
      nextOffset = offset;
      nextNumber = plan.number();
    }

    @Override
    public boolean entry(ImportEntry entry, int toMember, long toOffset) {
      entries++;
      if (entry instanceof ImportEntry.Range range) {
        messages++;
        bytes += range.length();
      } else {
        bytes += entry.member().length();
      }
      nextMember = toMember;
      nextOffset = toOffset;
      if (entries == ENTRIES || bytes >= BYTES) {
        close();
        if (found.size() == KEPT_AT_ONCE) {
          goOn = keep(null);
          found.clear();
        }
      }
      return goOn && !isStopped();
    }

    boolean keep(@Nullable Long messages) {
      try {
        Boolean kept =
            Patience.with(
                store,
                id,
                () -> isStopped(),
                () -> store.planned(id, found, nextMember, nextOffset, messages));
        return kept != null && kept;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private void close() {
      if (entries > 0) {
        found.add(new ImportPart(position++, member, offset, nextNumber, entries, messages, bytes));
        nextNumber += messages;
      }
      member = nextMember;
      offset = nextOffset;
      entries = 0;
      messages = 0;
      bytes = 0;
    }
  }
}
