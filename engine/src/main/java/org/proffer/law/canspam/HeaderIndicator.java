package org.proffer.law.canspam;

import java.util.List;
import org.proffer.law.Span;

/**
 * Something in the header that a forger would leave behind, and that may also have an innocent
 * cause.
 *
 * @param code stable, for example {@code RE_WITHOUT_THREAD}
 * @param because what was seen
 * @param spans where
 */
public record HeaderIndicator(String code, String because, List<Span> spans) {
  public HeaderIndicator {
    spans = List.copyOf(spans);
  }
}
