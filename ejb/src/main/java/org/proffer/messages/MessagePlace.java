package org.proffer.messages;

import org.proffer.cases.CaseId;
import org.proffer.evidence.EvidenceId;

/**
 * Where a message belongs.
 *
 * @param length bytes of the message
 */
public record MessagePlace(CaseId caseId, EvidenceId itemId, long length) {}
