package org.proffer.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import org.proffer.access.Mark;

/**
 * A person to whom matter under a mark may be disclosed.
 *
 * @param advisedOn the day on which the person was advised of the duty of secrecy, or acknowledged
 *     the order
 */
public record Disclosure(
    Mark mark, String login, LocalDate advisedOn, Instant listedAt, String listedBy) {}
