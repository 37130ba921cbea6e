package org.proffer.documents;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.proffer.access.RowIdentity;
import org.proffer.evidence.Vault;

/**
 * Has veraPDF look at what was made, after it was made: that takes longer than making it. One after
 * the other, so that a batch of hundreds leaves the server to others.
 */
@ApplicationScoped
class ConformityJob {
  @Resource private ManagedExecutorService executor;
  @Inject private DocumentRegister register;
  @Inject private Vault vault;

  /**
   * The SHA-256 of the versions that wait, by their ids; the first is the one that is looked at.
   */
  private final Map<UUID, String> waiting = new LinkedHashMap<>();

  /**
   * Looks at a version some time; what stops it is found again at the approval. A server that ends
   * meanwhile forgets it, and whoever opens the document has it looked at again.
   */
  void later(UUID version, String sha256) {
    synchronized (waiting) {
      if (waiting.putIfAbsent(version, sha256) != null || waiting.size() > 1) {
        return;
      }
    }
    try {
      start();
    } catch (RuntimeException e) {
      done(version);
      throw e;
    }
  }

  private void start() {
    executor.execute(() -> RowIdentity.asPortal(this::work));
  }

  /** Looks at all that wait; if one cannot be looked at, another run goes on with the rest. */
  private boolean work() {
    Optional<Waiting> next = first();
    while (next.isPresent()) {
      boolean looked = false;
      try {
        now(next.get().version(), next.get().sha256());
        looked = true;
      } finally {
        done(next.get().version());
        if (!looked && first().isPresent()) {
          start();
        }
      }
      next = first();
    }
    return true;
  }

  private record Waiting(UUID version, String sha256) {}

  private Optional<Waiting> first() {
    synchronized (waiting) {
      return waiting.entrySet().stream()
          .findFirst()
          .map(entry -> new Waiting(entry.getKey(), entry.getValue()));
    }
  }

  private void done(UUID version) {
    synchronized (waiting) {
      waiting.remove(version);
    }
  }

  /** Looks at a version, and notes what it breaks. */
  List<String> now(UUID version, String sha256) {
    List<String> broken = broken(sha256);
    register.checked(version, broken);
    return broken;
  }

  /** What a file in the vault breaks. */
  List<String> broken(String sha256) {
    return Conformance.broken(() -> open(sha256));
  }

  private InputStream open(String sha256) throws java.io.IOException {
    return vault.open(sha256).open(0);
  }
}
