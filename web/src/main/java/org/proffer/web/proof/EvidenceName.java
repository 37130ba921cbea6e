package org.proffer.web.proof;

import org.proffer.proof.Evidence;

/** Evidence as an address names it. */
public final class EvidenceName {
  private EvidenceName() {}

  /** The kind and the id, with a colon between. */
  public static String of(Evidence evidence) {
    if (evidence instanceof Evidence.Item item) {
      return "item:" + item.id();
    }
    if (evidence instanceof Evidence.Message message) {
      return "message:" + message.id();
    }
    if (evidence instanceof Evidence.Witness witness) {
      return "witness:" + witness.id();
    }
    if (evidence instanceof Evidence.Stipulation stipulation) {
      return "stipulation:" + stipulation.id();
    }
    return "passage:" + evidence.words();
  }
}
