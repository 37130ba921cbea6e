/**
 * The office at work, for measuring how the portal bears it: people who think between clicks, and
 * hostile mail that is imported meanwhile. Publishes the simulation.
 */
@NullMarked
package org.proffer.load;

import org.jspecify.annotations.NullMarked;
