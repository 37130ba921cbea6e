package org.proffer.cli;

import java.io.IOException;

/** Writes what was found. */
interface Report {
  void add(Check.Result result) throws IOException;

  void end() throws IOException;
}
