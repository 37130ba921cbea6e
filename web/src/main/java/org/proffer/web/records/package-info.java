/** The pages of single records of a case file, whatever their kind, and the beans behind them. */
@NullMarked
package org.proffer.web.records;

import org.jspecify.annotations.NullMarked;
