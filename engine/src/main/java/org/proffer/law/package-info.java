/**
 * What the law says: dated tables with their citations, and the vocabulary of a decision.
 *
 * <p>Depends on the JDK alone. Publishes {@link org.proffer.law.Verdict}, {@link
 * org.proffer.law.Finding} and {@link org.proffer.law.Span}, the reader of dated tables {@link
 * org.proffer.law.DatedTable}, and {@link org.proffer.law.Usd}.
 */
@NullMarked
package org.proffer.law;

import org.jspecify.annotations.NullMarked;
