package org.proffer.api;

import jakarta.ws.rs.WebApplicationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version an edit was made on, as {@code If-Match} names it (RFC 9110 13.1.1). */
final class ReadVersion {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  private ReadVersion() {}

  static int of(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new WebApplicationException(
          new Problem(
                  428,
                  "version-required",
                  "Which version was edited?",
                  "The request has no If-Match.",
                  "Read the record, and send its ETag as If-Match.")
              .response());
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw new WebApplicationException(
          new Problem(
                  422,
                  "invalid-input",
                  "Please check: If-Match",
                  "“" + ifMatch + "” is no ETag of a record.",
                  "Send the ETag as it came, for example \"3\".")
              .response());
    }
    return Integer.parseInt(tag.group(1));
  }
}
