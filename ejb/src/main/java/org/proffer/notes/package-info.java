/**
 * Notes on a case: what people write down for each other, which is no fact and no evidence.
 *
 * <p>Publishes the kind of records {@link org.proffer.notes.NoteKind}.
 */
@NullMarked
package org.proffer.notes;

import org.jspecify.annotations.NullMarked;
