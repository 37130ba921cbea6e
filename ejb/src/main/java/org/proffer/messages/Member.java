package org.proffer.messages;

/**
 * A file that is not an archive: the item itself, or a leaf member of an archive.
 *
 * @param position 0 for the first
 * @param path in the archive; empty for the item itself
 * @param offset where its bytes begin in the vault object
 * @param length bytes
 */
record Member(int position, String path, long offset, long length) {}
