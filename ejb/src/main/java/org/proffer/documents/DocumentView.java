package org.proffer.documents;

import java.time.Instant;
import org.proffer.cases.CaseId;

/** A produced document; its bytes lie in the vault. */
public record DocumentView(
    DocumentId id,
    CaseId caseId,
    String title,
    String fileName,
    Instant producedAt,
    String producedBy,
    String sha256,
    long length,
    int pages) {}
