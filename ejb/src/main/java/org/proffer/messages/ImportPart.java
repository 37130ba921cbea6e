package org.proffer.messages;

/**
 * A run of entries of an item that is read and stored at once.
 *
 * @param position 0 for the first part of the item
 * @param member the member its first entry stands in
 * @param offset where reading begins in that member
 * @param firstNumber number of its first message in the item, from 1
 * @param entries messages and members without one
 * @param messages how many of them are messages
 * @param bytes of its entries
 */
record ImportPart(
    int position,
    int member,
    long offset,
    long firstNumber,
    int entries,
    int messages,
    long bytes) {}
