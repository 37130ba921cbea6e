/** The page of a case's timeline, and the bean behind it. */
@NullMarked
package org.proffer.web.timeline;

import org.jspecify.annotations.NullMarked;
