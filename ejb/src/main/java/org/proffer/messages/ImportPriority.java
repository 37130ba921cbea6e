package org.proffer.messages;

/** Which import is served first where several wait. */
public enum ImportPriority {
  /** Before all others. */
  URGENT("Urgent"),
  /** As imports usually are. */
  NORMAL("Normal"),
  /** Only while no other import has work. */
  BACKGROUND("Background");

  private final String label;

  ImportPriority(String label) {
    this.label = label;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }
}
