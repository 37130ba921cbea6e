/** The pages of messages and the beans behind them. */
@NullMarked
package org.proffer.web.messages;

import org.jspecify.annotations.NullMarked;
