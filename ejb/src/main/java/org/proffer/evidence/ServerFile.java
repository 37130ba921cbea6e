package org.proffer.evidence;

import java.time.Instant;

/**
 * A file in a folder of the server from which evidence may be taken.
 *
 * @param folder the folder, as the administrator names it
 * @param path in the folder, with slashes
 * @param length bytes
 * @param changedAt when the file says it was last changed
 */
public record ServerFile(String folder, String path, long length, Instant changedAt) {}
