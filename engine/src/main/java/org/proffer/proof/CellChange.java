package org.proffer.proof;

/** A cell that is judged by another rule once evidence is left out. */
public record CellChange(
    String count, String element, String defendant, ProofRule before, ProofRule after) {}
