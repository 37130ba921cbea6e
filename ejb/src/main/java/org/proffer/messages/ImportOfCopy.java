package org.proffer.messages;

import org.proffer.evidence.EvidenceView;
import org.proffer.platform.Refusal;

/** A working copy has the messages of its original; they would be counted twice. */
public final class ImportOfCopy extends Refusal {
  ImportOfCopy(EvidenceView copy, EvidenceView original) {
    super(
        Kind.CONFLICT,
        "A working copy is not imported",
        "Item "
            + copy.number()
            + " is a working copy of item "
            + original.number()
            + ": its messages would be counted twice.",
        "Import item " + original.number() + ".");
  }
}
