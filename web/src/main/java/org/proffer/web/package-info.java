/**
 * The beans behind the pages, one a page, at the same path as the page.
 *
 * <p>Serves no law of its own: it shows what the services found under 15 U.S.C. 7701-7713.
 * Publishes nothing; pages name their bean in EL.
 */
@NullMarked
package org.proffer.web;

import org.jspecify.annotations.NullMarked;
