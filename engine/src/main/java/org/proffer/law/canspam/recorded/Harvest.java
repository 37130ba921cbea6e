package org.proffer.law.canspam.recorded;

/**
 * How the recipient's address was obtained from a website or proprietary online service.
 *
 * @param automated whether by automated means
 * @param noticeShown whether the site then carried a notice that it will not give addresses away
 *     for electronic mail
 * @param known whether who initiated or assisted knew, or circumstances fairly imply it
 * @param source where the fact comes from
 */
public record Harvest(boolean automated, boolean noticeShown, boolean known, String source)
    implements Fact {}
