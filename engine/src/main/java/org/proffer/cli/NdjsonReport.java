package org.proffer.cli;

import java.io.IOException;
import org.proffer.check.CheckedMessageJson;

/** One JSON object a line. */
record NdjsonReport(Appendable out) implements Report {
  @Override
  public void add(Check.Result result) throws IOException {
    CheckedMessageJson.write(
        out, result.source(), result.offset(), result.raw().length(), result.message());
    out.append('\n');
  }

  @Override
  public void end() {
    // nothing follows the last line
  }
}
