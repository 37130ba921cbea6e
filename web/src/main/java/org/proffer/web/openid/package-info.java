/**
 * Sessions of people whose login is kept by an OpenID provider (Keycloak): asks it every half
 * minute whether they still stand, and ends them on both sides. CJIS AC-2(13), IA-5(j).
 */
@NullMarked
package org.proffer.web.openid;

import org.jspecify.annotations.NullMarked;
