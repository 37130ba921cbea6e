/**
 * Who may do what: one policy, asked by every service. Decision = role and case membership; deny by
 * default.
 *
 * <p>Publishes {@link org.proffer.access.Access}, {@link org.proffer.access.Action}, {@link
 * org.proffer.access.Role} and {@link org.proffer.access.Members}.
 */
@NullMarked
package org.proffer.access;

import org.jspecify.annotations.NullMarked;
