/**
 * Who is kept away from a case, and what in it is shown to few: walls, marks on evidence with their
 * lists of disclosure (Fed. R. Crim. P. 6(e), privilege, protective orders), and the hour that
 * somebody enters by breaking glass.
 *
 * <p>Publishes {@link org.proffer.restrictions.Walls}, {@link org.proffer.restrictions.Marks} and
 * {@link org.proffer.restrictions.BreakGlass}. The policy that reads what is written here is in
 * {@link org.proffer.access}.
 */
@NullMarked
package org.proffer.restrictions;

import org.jspecify.annotations.NullMarked;
