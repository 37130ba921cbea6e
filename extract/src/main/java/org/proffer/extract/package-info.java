/**
 * Opens what only libraries of others can read, in a process of its own, with the memory and time
 * its parent gives it: Outlook items (MSG), Outlook data files (PST, OST), TNEF (winmail.dat), 7z.
 *
 * <p>Serves no law of its own. Publishes the program {@link org.proffer.extract.Extract} and the
 * form of what it writes.
 */
@NullMarked
package org.proffer.extract;

import org.jspecify.annotations.NullMarked;
