/** The pages of documents and their templates, and the beans behind them. */
@NullMarked
package org.proffer.web.documents;

import org.jspecify.annotations.NullMarked;
