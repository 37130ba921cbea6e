/**
 * The embedded logins: how a password is proved and chosen, when a login is locked, and what an
 * administrator does with it. Where Keycloak keeps the logins, nothing here lets anybody in.
 *
 * <p>Follows the FBI CJIS Security Policy, AC-7 and IA-5(1). Publishes {@link
 * org.proffer.logins.SignIns} and {@link org.proffer.logins.LoginAccounts}.
 */
@NullMarked
package org.proffer.logins;

import org.jspecify.annotations.NullMarked;
