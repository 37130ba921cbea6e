package org.proffer.law.canspam.recorded;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one who objects must do, from a record of each step.
 *
 * @param fee whether a fee is asked
 * @param information what must be given beyond an address and preferences
 * @param steps what must be done beyond sending a reply or visiting a single page
 * @param menu whether kinds of mail are offered to choose from
 * @param offersNone whether the menu has a choice of no commercial mail at all; null without a menu
 * @param receivingAddress whether the request takes effect for the address that received the
 *     message; null where that was not tested
 * @param source where the fact comes from
 */
public record OptOutProcess(
    boolean fee,
    List<String> information,
    List<String> steps,
    boolean menu,
    @Nullable Boolean offersNone,
    @Nullable Boolean receivingAddress,
    String source)
    implements Fact {
  public OptOutProcess {
    information = List.copyOf(information);
    steps = List.copyOf(steps);
    if (menu == (offersNone == null)) {
      throw new IllegalArgumentException("offersNone goes with a menu, and only with it");
    }
  }
}
