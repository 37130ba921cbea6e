/**
 * When things happened: events of the conduct, the investigation and the court, each as exactly as
 * it is known and with its source, and hearings; a case's timeline, a person's calendar, and the
 * same calendar for other programs (RFC 5545).
 *
 * <p>Publishes {@link org.proffer.timeline.Timelines}, {@link org.proffer.timeline.Calendars},
 * {@link org.proffer.timeline.CalendarFeeds} and the kinds of records {@link
 * org.proffer.timeline.EventKind} and {@link org.proffer.timeline.HearingKind}.
 */
@NullMarked
package org.proffer.timeline;

import org.jspecify.annotations.NullMarked;
