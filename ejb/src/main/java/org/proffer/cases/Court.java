package org.proffer.cases;

import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A court.
 *
 * @param code short name, as in the court's own electronic filing system, for example {@code mied}
 * @param name full name
 * @param docketFormat what a docket number of this court looks like; named groups as in {@link
 *     DocketNumber}
 * @param docketExample one that fits
 * @param confirmed whether the format was confirmed for this court; the screen says when it was not
 * @param zone zone of the court's principal seat; some districts reach into another
 */
public record Court(
    String code,
    String name,
    Pattern docketFormat,
    String docketExample,
    boolean confirmed,
    ZoneId zone) {}
