package org.proffer.evidence;

import java.util.List;
import org.proffer.platform.Refusal;

/** An item is not destroyed as was asked. */
public final class DestructionRefused extends Refusal {
  DestructionRefused(EvidenceView item, String detail, String next) {
    super(
        Kind.CONFLICT,
        "The item is not destroyed",
        "Item " + item.number() + ", “" + item.title() + "”: " + detail,
        next);
  }

  static DestructionRefused stopped(EvidenceView item, List<String> obstacles) {
    return new DestructionRefused(
        item, String.join(" ", obstacles), "Nothing was changed. It can be asked again after.");
  }
}
