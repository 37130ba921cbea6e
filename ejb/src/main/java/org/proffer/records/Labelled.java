package org.proffer.records;

/** A value with the words a person reads for it. */
public interface Labelled {
  /** As a person reads it. */
  String label();
}
