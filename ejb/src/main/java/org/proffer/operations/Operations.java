package org.proffer.operations;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.proffer.access.Access;
import org.proffer.access.Action;

/** How the portal runs, for the administrator. */
@Stateless
public class Operations {
  @Inject private Access access;
  @Inject private Observed observed;

  /** How it runs now, at most five seconds old. */
  public Standing standing() {
    access.require(Action.OPERATE);
    return observed.standing();
  }
}
