package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Span;
import org.proffer.law.canspam.Observation;
import org.proffer.mail.HeaderField;

/** An opt-out for mail programs in the header (RFC 2369, RFC 8058); it is not displayed. */
final class OptOutHeader {
  private OptOutHeader() {}

  static Observation find(Headers headers) {
    List<Span> spans = new ArrayList<>();
    for (HeaderField field : headers.all("List-Unsubscribe")) {
      String value = Body.lower(field.value());
      if (value.contains("http") || value.contains("mailto:")) {
        spans.add(Headers.span(field));
      }
    }
    if (spans.isEmpty()) {
      return Observation.absent("no List-Unsubscribe field that leads anywhere");
    }
    return Observation.present(
        spans,
        headers.has("List-Unsubscribe-Post")
            ? "with one-click (RFC 8058)"
            : "without one-click (RFC 8058)");
  }
}
