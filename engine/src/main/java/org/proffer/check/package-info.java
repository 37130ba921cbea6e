/**
 * One message through the whole engine: bytes, structure, facts, findings. What the command line,
 * the portal's import and the REST check share, with the JSON form that outsiders read.
 */
@NullMarked
package org.proffer.check;

import org.jspecify.annotations.NullMarked;
