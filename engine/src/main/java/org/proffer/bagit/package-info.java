/**
 * Packages of files with their hashes: BagIt (RFC 8493), as a folder or in a zip.
 *
 * <p>Serves the exchange of evidence with the other side, who checks it with any BagIt tool.
 * Publishes {@link org.proffer.bagit.Bag} and {@link org.proffer.bagit.BagWriter}.
 */
@NullMarked
package org.proffer.bagit;

import org.jspecify.annotations.NullMarked;
