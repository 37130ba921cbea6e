package org.proffer.timestamp;

/** What should be a time stamp is none, or none of these bytes, or none that is trusted. */
public final class StampRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Why.
   *
   * @param reason continues "the time stamp ..."
   */
  StampRefused(String reason) {
    super(reason);
  }

  StampRefused(String reason, Throwable cause) {
    super(reason, cause);
  }
}
