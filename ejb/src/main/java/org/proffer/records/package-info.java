/**
 * Records of a case file: parties, counts, facts, sentences and whatever else people write down
 * about a case. A capability declares a kind of record as a Java record with labelled components;
 * adding, editing without overwriting anybody, history, undo, references, search, and the JSON form
 * then work alike for all.
 *
 * <p>Publishes {@link org.proffer.records.Records}, {@link org.proffer.records.RecordKind} and
 * {@link org.proffer.records.Field}. Every version of every record is kept.
 */
@NullMarked
package org.proffer.records;

import org.jspecify.annotations.NullMarked;
