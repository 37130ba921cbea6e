package org.proffer.records;

/**
 * Something in what is about to be written that the law does not allow, or that a person has to
 * look at. It does not forbid to write it: what is recorded is what happened.
 *
 * @param code what kind of thing it is, for programs
 * @param breach whether the law is broken on what is recorded; else a fact is missing, or the law
 *     leaves room
 * @param words what a lawyer reads, with the citation
 * @param citation the law
 * @param confirmed whether the law was looked up or is settled
 */
public record Objection(
    String code, boolean breach, String words, String citation, boolean confirmed) {}
