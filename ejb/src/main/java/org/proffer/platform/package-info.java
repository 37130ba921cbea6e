/**
 * What every capability stands on: the clock, ids, refusals, schema migration, places on disk.
 *
 * <p>Serves no law of its own. Publishes {@link org.proffer.platform.Refusal}, {@link
 * org.proffer.platform.Ids} and {@link org.proffer.platform.Places}.
 */
@NullMarked
package org.proffer.platform;

import org.jspecify.annotations.NullMarked;
