/**
 * What is recorded about a message beyond its bytes, one record a kind of fact, each with a
 * sentence on its source. Serves 15 U.S.C. 7702-7705 and 16 CFR Part 316; publishes {@link
 * org.proffer.law.canspam.recorded.Fact} and its kinds. Values only: nothing is decided here.
 */
@NullMarked
package org.proffer.law.canspam.recorded;

import org.jspecify.annotations.NullMarked;
