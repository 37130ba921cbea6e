/** Pages of the compliance desk. */
@NullMarked
package org.proffer.web.compliance;

import org.jspecify.annotations.NullMarked;
