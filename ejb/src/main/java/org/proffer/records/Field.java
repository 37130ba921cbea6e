package org.proffer.records;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a person sees of one component of a record's content, and what may be written in it. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Field {
  /** The words beside the field. */
  String label();

  /** A sentence under the field; empty for none. */
  String hint() default "";

  /** Whether it must be filled. */
  boolean required() default false;

  /** The most characters of a text. */
  int most() default 300;

  /** Lines of the field on the screen; more than one for longer text. */
  int lines() default 1;

  /** The kind of what an id refers to; needed on ids and lists of ids. */
  String refersTo() default "";

  /** Whether it stands in a table of these records. */
  boolean column() default false;

  /** Whether it is set once, with the record, and not written by people. */
  boolean fixed() default false;

  /** Whether it is personal data that public copies leave out. */
  boolean personal() default false;
}
