/**
 * Files of a case that are not evidence: letters, memoranda, copies of filings. They have no number
 * and no custody, and prove nothing.
 *
 * <p>Publishes {@link org.proffer.papers.Papers} and the kind of records {@link
 * org.proffer.papers.PaperKind}.
 */
@NullMarked
package org.proffer.papers;

import org.jspecify.annotations.NullMarked;
