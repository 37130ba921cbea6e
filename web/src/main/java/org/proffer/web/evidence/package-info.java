/** The page of an evidence item and the bean behind it. */
@NullMarked
package org.proffer.web.evidence;

import org.jspecify.annotations.NullMarked;
