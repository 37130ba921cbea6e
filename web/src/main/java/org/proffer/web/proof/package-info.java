/** The pages of the proof board and the beans behind them. */
@NullMarked
package org.proffer.web.proof;

import org.jspecify.annotations.NullMarked;
