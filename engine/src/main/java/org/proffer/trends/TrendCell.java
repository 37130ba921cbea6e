package org.proffer.trends;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are alike in everything that is counted.
 *
 * @param day in UTC; null where it cannot be told
 * @param source what they were collected in
 * @param purpose name of the primary purpose
 * @param methods bits of {@link org.proffer.analysis.Method}
 * @param messages how many
 */
public record TrendCell(
    @Nullable LocalDate day, String source, String purpose, int methods, long messages) {}
