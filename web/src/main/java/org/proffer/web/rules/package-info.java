/**
 * The pages of the rules and of re-checks under them, and the beans behind them. Serves the
 * CAN-SPAM Act by showing what is tested and since when.
 */
@NullMarked
package org.proffer.web.rules;

import org.jspecify.annotations.NullMarked;
