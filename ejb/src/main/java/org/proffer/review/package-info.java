/**
 * The review of the messages of a case: tags and coding with history and undo, batches, comments on
 * words, saved searches, what each reviewer has opened, and the hosts whose lines are trusted.
 * Publishes {@link org.proffer.review.Coding}, {@link org.proffer.review.Tags}, {@link
 * org.proffer.review.Batches}, {@link org.proffer.review.Comments}, {@link
 * org.proffer.review.SavedSearches}, {@link org.proffer.review.ReviewList}, {@link
 * org.proffer.review.TrustedHosts}.
 */
@NullMarked
package org.proffer.review;

import org.jspecify.annotations.NullMarked;
