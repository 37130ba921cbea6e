/**
 * The language in which messages are asked for: words, phrases, fields, AND OR NOT, nearness,
 * beginnings of words. Parsed here, translated into a condition of the database here; what it says
 * is in {@code docs/guide/review.md}. Publishes {@link org.proffer.query.QueryLanguage}.
 */
@NullMarked
package org.proffer.query;

import org.jspecify.annotations.NullMarked;
