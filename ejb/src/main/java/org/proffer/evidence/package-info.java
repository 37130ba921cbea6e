/**
 * Evidence items and the vault that keeps their bytes, addressed by content and never rewritten.
 *
 * <p>Publishes {@link org.proffer.evidence.EvidenceItems} and {@link org.proffer.evidence.Vault}.
 */
@NullMarked
package org.proffer.evidence;

import org.jspecify.annotations.NullMarked;
