/** The page of the search over all one's cases, and the bean behind it. */
@NullMarked
package org.proffer.web.search;

import org.jspecify.annotations.NullMarked;
