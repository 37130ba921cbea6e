package org.proffer.documents;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.proffer.access.RowIdentity;
import org.proffer.evidence.Vault;

/** Has veraPDF look at what was made, after it was made: that takes longer than making it. */
@ApplicationScoped
class ConformityJob {
  @Resource private ManagedExecutorService executor;
  @Inject private DocumentRegister register;
  @Inject private Vault vault;

  /** Looks at a version some time; what stops it is found again at the approval. */
  void later(UUID version, String sha256) {
    executor.execute(() -> RowIdentity.asPortal(() -> now(version, sha256)));
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
