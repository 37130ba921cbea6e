package org.proffer.documents;

import org.proffer.platform.Refusal;

/** Somebody saved the document, or moved it on, since it was read; nothing was overwritten. */
public final class DocumentChanged extends Refusal {
  DocumentChanged(String title, int version, String by) {
    super(
        Kind.CHANGED_MEANWHILE,
        "Somebody changed this meanwhile",
        by + " wrote version " + version + " of “" + title + "”.",
        "Read it again, then write your change into it.");
  }
}
