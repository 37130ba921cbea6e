/**
 * Who may do what: one policy, asked by every service. Decision = role and case membership; deny by
 * default.
 *
 * <p>Publishes {@link org.proffer.access.Access}, {@link org.proffer.access.Action}, {@link
 * org.proffer.access.Role} and {@link org.proffer.access.Members}; for the compliance desk {@link
 * org.proffer.access.ClientAccess} and {@link org.proffer.access.ClientAction}, which know nothing
 * of cases.
 */
@NullMarked
package org.proffer.access;

import org.jspecify.annotations.NullMarked;
