package org.proffer.parties;

import jakarta.enterprise.context.Dependent;
import org.proffer.records.RecordKind;

/** Other names of the parties. */
@Dependent
public class AliasKind extends RecordKind<Alias> {
  /** Declares the kind. */
  public AliasKind() {
    super("alias", "aliases", "Alias", Alias.class);
  }

  @Override
  public String title(Alias alias) {
    return alias.name();
  }
}
