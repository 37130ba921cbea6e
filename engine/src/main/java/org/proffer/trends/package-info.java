/**
 * What is counted over time, and what can be said of a change: steps, shares, gaps in the
 * collection, and before and after an event. Serves no one law; a court asks how often, of how
 * many, and how it is known.
 *
 * <p>Publishes {@link org.proffer.trends.Trend}, made of {@link org.proffer.trends.TrendCell}, its
 * {@link org.proffer.trends.CollectionDays}, and {@link org.proffer.trends.BeforeAfter}.
 */
@NullMarked
package org.proffer.trends;

import org.jspecify.annotations.NullMarked;
