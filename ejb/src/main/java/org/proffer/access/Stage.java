package org.proffer.access;

/** Whether a case is worked on. */
public enum Stage {
  /** Worked on. */
  OPEN,
  /** Over; read, and documents are still produced from it. */
  CLOSED,
  /** Put away; read only. */
  ARCHIVED
}
