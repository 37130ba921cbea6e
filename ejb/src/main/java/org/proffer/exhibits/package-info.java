/**
 * Exhibits: what of the evidence is put before the court, under which number, and how the court
 * ruled on it.
 *
 * <p>Serves Fed. R. Evid. 103 to 106, 401 to 403 and 901. Publishes {@link
 * org.proffer.exhibits.Exhibit} and {@link org.proffer.exhibits.ExhibitKind}.
 */
@NullMarked
package org.proffer.exhibits;

import org.jspecify.annotations.NullMarked;
