/** Messages over time: of a case, and the parts that the page of a client shows as well. */
@NullMarked
package org.proffer.web.trends;

import org.jspecify.annotations.NullMarked;
