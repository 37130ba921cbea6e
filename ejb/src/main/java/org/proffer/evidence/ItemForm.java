package org.proffer.evidence;

import org.proffer.records.Labelled;

/** What sort of thing an item is. */
public enum ItemForm implements Labelled {
  /** A file that holds others: a mailbox, an archive, an image of a disk. */
  CONTAINER("Digital container"),
  /** One file. */
  FILE("File"),
  /** Messages that belong together, as one file. */
  MESSAGE_SET("Message set"),
  /** Something that can be touched: a disk, a paper, a telephone. */
  THING("Physical thing");

  private final String label;

  ItemForm(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
