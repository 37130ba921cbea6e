/** The pages of a person's calendar, and the bean behind it. */
@NullMarked
package org.proffer.web.calendar;

import org.jspecify.annotations.NullMarked;
