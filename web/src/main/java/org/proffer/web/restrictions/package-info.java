/** Pages of walls, marks on evidence with their lists of disclosure, and break-glass. */
@NullMarked
package org.proffer.web.restrictions;

import org.jspecify.annotations.NullMarked;
