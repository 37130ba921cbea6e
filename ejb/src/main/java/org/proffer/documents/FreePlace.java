package org.proffer.documents;

/**
 * A place of a document for the drafter's own text.
 *
 * @param key in the form
 * @param label in words
 * @param required whether the document has nothing there without it
 * @param standing whether the template has words of its own there, which the drafter's replace
 * @param text as it was written; empty if nothing was
 */
public record FreePlace(
    String key, String label, boolean required, boolean standing, String text) {}
