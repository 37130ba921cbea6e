/** Coming in with an embedded login, staying in, and the pages of logins. */
@NullMarked
package org.proffer.web.logins;

import org.jspecify.annotations.NullMarked;
