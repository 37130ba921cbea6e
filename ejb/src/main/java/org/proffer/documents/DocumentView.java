package org.proffer.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;

/**
 * A document; the bytes of its newest version lie in the vault.
 *
 * @param subject what it is about besides the case; null for the case as a whole
 * @param version the newest, for the next edit; the first is 1
 * @param statusAt since when it has its status; null for what never was a draft
 * @param statusNote what was said when it got its status
 * @param filedOn the day it was filed; null before
 * @param docketEntry number of the docket entry it was filed as; empty before
 */
public record DocumentView(
    DocumentId id,
    CaseId caseId,
    DocumentKind kind,
    @Nullable UUID subject,
    String title,
    int version,
    DocumentStatus status,
    @Nullable Instant statusAt,
    String statusBy,
    String statusNote,
    @Nullable LocalDate filedOn,
    String docketEntry,
    String fileName,
    Instant producedAt,
    String producedBy,
    String sha256,
    long length,
    int pages) {}
