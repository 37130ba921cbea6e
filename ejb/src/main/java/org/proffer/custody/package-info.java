/**
 * The custody of evidence: who received, opened, examined or passed on an item, when, and the hash
 * it then had.
 *
 * <p>Serves Fed. R. Evid. 901 and 902(14). Publishes {@link org.proffer.custody.CustodyLog}.
 */
@NullMarked
package org.proffer.custody;

import org.jspecify.annotations.NullMarked;
