package org.proffer.web.records;

import java.util.List;
import org.proffer.records.FieldView;
import org.proffer.records.Records;
import org.proffer.web.Show;

/**
 * A field as the form shows it.
 *
 * @param widget what it is entered with
 * @param choices what can be chosen; empty where anything of the type is allowed
 */
public record FormField(FieldView view, Widget widget, List<FieldView.Choice> choices) {
  public FormField {
    choices = List.copyOf(choices);
  }

  /** What a field is entered with. */
  public enum Widget {
    /** One line. */
    LINE,
    /** Several lines. */
    AREA,
    /** A calendar day. */
    DAY,
    /** A day and a time, UTC. */
    MOMENT,
    /** One box. */
    BOX,
    /** One of a list. */
    ONE_OF,
    /** Any number of a list. */
    ANY_OF
  }

  /** Says that not everything is offered, where that is so; empty where it is not. */
  public String cut() {
    return choices.size() < Records.MOST_CHOICES
        ? ""
        : "The first "
            + Show.count(Records.MOST_CHOICES)
            + " are offered here; any other is chosen through the API, by its id.";
  }

  static FormField of(FieldView view, List<FieldView.Choice> choices) {
    return new FormField(view, widget(view, choices), choices);
  }

  private static Widget widget(FieldView view, List<FieldView.Choice> choices) {
    return switch (view.type()) {
      case TEXT ->
          !choices.isEmpty() ? Widget.ONE_OF : view.lines() > 1 ? Widget.AREA : Widget.LINE;
      case TEXTS -> !choices.isEmpty() ? Widget.ANY_OF : Widget.AREA;
      case NUMBER, MONEY -> Widget.LINE;
      case YES_NO -> Widget.BOX;
      case DATE -> Widget.DAY;
      case INSTANT -> Widget.MOMENT;
      case REFERENCE -> view.refersTo().equals("message") ? Widget.LINE : Widget.ONE_OF;
      case CHOICE -> Widget.ONE_OF;
      case CHOICES, REFERENCES -> Widget.ANY_OF;
    };
  }
}
