package org.proffer.evidence;

/**
 * Bytes in the vault.
 *
 * @param sha256 their hash, lower-case hexadecimal, which is also their address
 * @param sha3 their SHA3-256, lower-case hexadecimal
 * @param length how many
 */
public record StoredObject(String sha256, String sha3, long length) {}
