package org.proffer.records;

import java.util.List;

/**
 * A field of a kind of record.
 *
 * @param name as in JSON
 * @param label the words beside it
 * @param hint a sentence under it; empty for none
 * @param most the most characters of a text
 * @param lines lines on the screen
 * @param refersTo the kind of what an id refers to; empty for fields that hold none
 * @param column whether it stands in a table
 * @param fixed whether it is set once, with the record
 * @param personal whether public copies leave it out
 * @param choices what can be chosen, in order; empty where anything of the type is allowed
 */
public record FieldView(
    String name,
    String label,
    String hint,
    Type type,
    boolean required,
    int most,
    int lines,
    String refersTo,
    boolean column,
    boolean fixed,
    boolean personal,
    List<Choice> choices) {
  public FieldView {
    choices = List.copyOf(choices);
  }

  /** The same field with choices, for example of a catalogue. */
  public FieldView choosing(List<Choice> all) {
    return new FieldView(
        name, label, hint, type, required, most, lines, refersTo, column, fixed, personal, all);
  }

  /** What a field holds. */
  public enum Type {
    /** Text. */
    TEXT,
    /** Several short texts. */
    TEXTS,
    /** A whole number. */
    NUMBER,
    /** An amount in US dollars, with cents. */
    MONEY,
    /** Yes or no. */
    YES_NO,
    /** A calendar day. */
    DATE,
    /** A moment, UTC. */
    INSTANT,
    /** One of the choices. */
    CHOICE,
    /** Any number of the choices. */
    CHOICES,
    /** One other record. */
    REFERENCE,
    /** Any number of other records. */
    REFERENCES
  }

  /**
   * A value that can be chosen.
   *
   * @param value as in JSON
   * @param label as a person reads it
   */
  public record Choice(String value, String label) {}
}
