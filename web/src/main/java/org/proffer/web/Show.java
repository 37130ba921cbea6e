package org.proffer.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proffer.access.FreshLoginNeeded;
import org.proffer.access.TooFast;
import org.proffer.platform.Refusal;

/** How pages show what the services answer. */
public final class Show {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Attribute of a request whose answer asks for the password. */
  static final String FRESH_LOGIN_NEEDED = FreshLoginNeeded.class.getName();

  private Show() {}

  /** A refusal on the page the person is on. */
  public static void refusal(Refusal refusal) {
    if (refusal instanceof FreshLoginNeeded) {
      FacesContext.getCurrentInstance().getAttributes().put(FRESH_LOGIN_NEEDED, true);
    }
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(
                FacesMessage.SEVERITY_ERROR,
                refusal.title(),
                refusal.detail() + " " + refusal.next()));
  }

  /**
   * A refusal in place of the page: not found, not permitted, not in this state, or asked too
   * often.
   */
  public static void errorPage(Refusal refusal) {
    FacesContext faces = FacesContext.getCurrentInstance();
    int status =
        switch (refusal.kind()) {
          case NOT_PERMITTED -> 403;
          case CONFLICT -> 409;
          case TOO_FAST -> 429;
          default -> 404;
        };
    if (refusal instanceof TooFast tooFast) {
      faces
          .getExternalContext()
          .setResponseHeader("Retry-After", Long.toString(tooFast.retryAfter()));
    }
    try {
      faces.getExternalContext().responseSendError(status, refusal.title());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    faces.responseComplete();
  }

  /** Date and time to the second, UTC; a dash where there is none. */
  public static String instant(@Nullable Instant instant) {
    return instant == null ? "—" : SECONDS.format(instant);
  }

  /** A number of bytes in words. */
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " bytes";
    }
    String[] units = {"kB", "MB", "GB", "TB"};
    double value = bytes;
    int unit = -1;
    while (value >= 1_000 && unit < units.length - 1) {
      value /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
  }

  /** A count with thousands apart. */
  public static String count(long count) {
    return String.format(Locale.US, "%,d", count);
  }
}
