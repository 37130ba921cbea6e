package org.proffer.mailings;

/**
 * A row that was not used.
 *
 * @param list which list
 * @param line in the file, from 1; the header is line 1
 * @param column label of the column
 * @param what is wrong with what stands there
 * @param next what can be done
 */
public record RowProblem(ListKind list, long line, String column, String what, String next) {}
