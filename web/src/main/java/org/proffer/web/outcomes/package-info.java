/** The pages of outcomes, of a case and across cases, and the beans behind them. */
@NullMarked
package org.proffer.web.outcomes;

import org.jspecify.annotations.NullMarked;
