package org.proffer.messages;

import jakarta.annotation.Resource;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.proffer.evidence.Vault;
import org.proffer.law.canspam.CanSpamRules;

/**
 * Finds the messages of a case that are checked under other rules, from the checkpoint on, and has
 * them checked on all cores, some ahead of what is stored. The checkpoint is the re-check's own
 * row.
 */
@Named("recheckReader")
@Dependent
public class RecheckReader extends AbstractItemReader {
  private static final int CHECKED_AHEAD = 400;

  @Inject private RecheckJob job;
  @Inject private RecheckStore store;
  @Inject private Vault vault;
  @Inject private MessageIntake intake;
  @Resource private ManagedExecutorService executor;

  private final Deque<Item> checking = new ArrayDeque<>();
  private @Nullable RecheckRun run;
  private UUID after = RecheckRun.START;
  private boolean atEnd;

  /** A message whose check has begun. */
  record Item(Future<RecheckStore.Rechecked> checked) {}

  /** The rules are no longer those the re-check was asked for. */
  static final class RulesChanged extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    RulesChanged(String asked) {
      super("The rules " + asked + " are no longer current.");
    }
  }

  @Override
  public void open(@Nullable Serializable checkpoint) {
    RecheckRun begun = store.begin(job.recheckId(), job.execution());
    if (!begun.ruleVersion.equals(CanSpamRules.VERSION)) {
      throw new RulesChanged(begun.ruleVersion);
    }
    run = begun;
    after = begun.nextAfter;
    atEnd = begun.state.isEnded();
  }

  @Override
  public @Nullable Object readItem() {
    if (checking.size() < CHECKED_AHEAD / 2 && !atEnd) {
      readAhead(Objects.requireNonNull(run));
    }
    return checking.poll();
  }

  private void readAhead(RecheckRun begun) {
    List<RecheckStore.Place> places =
        store.next(begun.caseId, begun.ruleVersion, after, CHECKED_AHEAD);
    atEnd = places.size() < CHECKED_AHEAD;
    for (RecheckStore.Place place : places) {
      after = place.messageId();
      Callable<RecheckStore.Rechecked> check = () -> check(place);
      checking.add(new Item(executor.submit(check)));
    }
  }

  private RecheckStore.Rechecked check(RecheckStore.Place place) throws IOException {
    try {
      return new RecheckStore.Rechecked(
          place.messageId(),
          intake.checkAgain(
              vault.open(place.objectSha256()).slice(place.offset(), place.length()),
              place.lawAsOf()));
    } catch (RuntimeException e) {
      // One message must not stop all others: its findings stay, and it is counted.
      RecheckLog.LOG.unchecked(place.messageId(), e);
      return new RecheckStore.Rechecked(place.messageId(), null);
    }
  }

  @Override
  public void close() {
    checking.forEach(item -> item.checked().cancel(true));
    checking.clear();
  }
}
