package org.proffer.access;

/** What an action does to what it concerns. */
public enum Effect {
  /** Concerns no case; the roles alone decide. */
  OFFICE,
  /** Reads something of a case. */
  READ,
  /** Takes something of a case away: a copy of the bytes, a file of the whole. */
  TAKE,
  /** Makes a document from what is there; changes nothing else. */
  PRODUCE,
  /** Writes something of a case. */
  WRITE,
  /** Says who may see the case and in what state it is. */
  GOVERN
}
