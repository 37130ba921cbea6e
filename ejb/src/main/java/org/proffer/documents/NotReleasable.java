package org.proffer.documents;

import java.util.List;
import java.util.stream.Collectors;
import org.proffer.platform.Refusal;

/** A document has what must be mended before anybody approves it. */
public final class NotReleasable extends Refusal {
  NotReleasable(String title, List<Check> stopping) {
    super(
        Kind.CONFLICT,
        "Not ready",
        "“" + title + "”: " + stopping.stream().map(Check::detail).collect(Collectors.joining(" ")),
        stopping.stream().map(Check::next).distinct().collect(Collectors.joining(" ")));
  }
}
