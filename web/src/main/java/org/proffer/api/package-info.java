/**
 * The REST API under {@code /api/v1}: the same services as the pages, as JSON.
 *
 * <p>Every refusal is a problem document (RFC 9457) with a stable type. Publishes its addresses,
 * listed in {@code openapi.json}.
 */
@NullMarked
package org.proffer.api;

import org.jspecify.annotations.NullMarked;
