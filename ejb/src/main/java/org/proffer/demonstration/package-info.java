/** Loads the demonstration case at the first start; nothing depends on it. */
@NullMarked
package org.proffer.demonstration;

import org.jspecify.annotations.NullMarked;
