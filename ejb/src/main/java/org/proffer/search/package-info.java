/**
 * Search over everything a person's cases hold, behind one box. A capability that keeps something
 * to be found declares a {@link org.proffer.search.Searched}; each asks the database for what the
 * person may see, so that a case one is no member of leaves no trace, in totals either.
 *
 * <p>Publishes {@link org.proffer.search.Search} and {@link org.proffer.search.Searched}.
 */
@NullMarked
package org.proffer.search;

import org.jspecify.annotations.NullMarked;
