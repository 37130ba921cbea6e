package org.proffer.evidence;

/**
 * Bytes in the vault.
 *
 * @param sha256 their hash, lower-case hexadecimal, which is also their address
 * @param length how many
 */
public record StoredObject(String sha256, long length) {}
