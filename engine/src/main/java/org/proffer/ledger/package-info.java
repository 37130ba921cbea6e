/**
 * A log that cannot be rewritten unseen: a Merkle tree over its entries, proofs that an entry is in
 * it and that a later tree continues an earlier one, and heads signed with a key that whoever keeps
 * the entries does not hold.
 *
 * <p>Hashing and proofs are those of RFC 9162 section 2.1 with SHA-256; heads are notes in the form
 * of C2SP tlog-checkpoint, signed with Ed25519 (RFC 8032). It serves the authentication of evidence
 * under Fed. R. Evid. 901(b)(9) and 902(13): a process that shows what it kept was not changed.
 *
 * <p>Publishes {@link org.proffer.ledger.TreeHash}, {@link org.proffer.ledger.Frontier}, {@link
 * org.proffer.ledger.MerkleTree}, {@link org.proffer.ledger.Proofs}, {@link
 * org.proffer.ledger.Head}, {@link org.proffer.ledger.HeadSigner}, {@link
 * org.proffer.ledger.HeadVerifier}, {@link org.proffer.ledger.HeadsFile} and {@link
 * org.proffer.ledger.Witness}. It depends on the JDK alone.
 */
@NullMarked
package org.proffer.ledger;

import org.jspecify.annotations.NullMarked;
