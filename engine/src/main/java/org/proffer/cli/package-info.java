/** The {@code proffer} command. */
@NullMarked
package org.proffer.cli;

import org.jspecify.annotations.NullMarked;
