/** The pages of charges and the beans behind them. */
@NullMarked
package org.proffer.web.charges;

import org.jspecify.annotations.NullMarked;
