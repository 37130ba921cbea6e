/**
 * Logins that Keycloak keeps: whether they still stand, the way in and the way out. With the
 * embedded logins nothing here has anything to do. Serves the office's duty to close a login within
 * the time its rules give (CJIS Security Policy AC-2(13)).
 *
 * <p>Publishes {@link org.proffer.oidc.LoginServer}.
 */
@NullMarked
package org.proffer.oidc;

import org.jspecify.annotations.NullMarked;
