/**
 * Documents a court accepts as they are: PDF/A-3a and PDF/UA-1, from data, with the data attached.
 *
 * <p>Serves the duties of form of the federal district courts (E.D. Mich. LR 5.1). Publishes {@link
 * org.proffer.documents.Documents}; nothing depends on it.
 */
@NullMarked
package org.proffer.documents;

import org.jspecify.annotations.NullMarked;
