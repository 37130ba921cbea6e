/** The pages of cases and the beans behind them. */
@NullMarked
package org.proffer.web.cases;

import org.jspecify.annotations.NullMarked;
