/**
 * Cases: the matter, its court and docket number, its members.
 *
 * <p>Publishes {@link org.proffer.cases.Cases}, {@link org.proffer.cases.Courts} and {@link
 * org.proffer.cases.DocketNumber}.
 */
@NullMarked
package org.proffer.cases;

import org.jspecify.annotations.NullMarked;
