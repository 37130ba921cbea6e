/** The pages of imports and the beans behind them. */
@NullMarked
package org.proffer.web.imports;

import org.jspecify.annotations.NullMarked;
