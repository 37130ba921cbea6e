/**
 * Counting days as the law does: the federal holidays (5 U.S.C. 6103) as dated data and business
 * days over them.
 *
 * <p>Depends on the JDK alone. Publishes {@link org.proffer.law.deadlines.FederalHolidays} and
 * {@link org.proffer.law.deadlines.BusinessDays}.
 */
@NullMarked
package org.proffer.law.deadlines;

import org.jspecify.annotations.NullMarked;
