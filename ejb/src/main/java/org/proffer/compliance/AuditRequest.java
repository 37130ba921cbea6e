package org.proffer.compliance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a mailing that is to be audited.
 *
 * @param title of the audit
 * @param programmeId whose mailing it is; null for none: then {@code sender} is needed
 * @param sender name of the sender; empty for that of the programme
 * @param senderZone name of the time zone of its place; empty for that of the sender, or unknown
 * @param timesZone name of the zone of times without offset; empty for UTC
 * @param kind which kind of mail it is; empty for that of the programme, or unknown
 * @param requestsComplete whether the custodian says that the opt-out log holds every request
 * @param consentsComplete whether the custodian says that the list of consents holds every one
 */
public record AuditRequest(
    String title,
    @Nullable UUID programmeId,
    String sender,
    String senderZone,
    String timesZone,
    String kind,
    boolean requestsComplete,
    boolean consentsComplete) {}
