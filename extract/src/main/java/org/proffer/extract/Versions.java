package org.proffer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Versions of libraries that do not say theirs, as the build knows them. */
final class Versions {
  private Versions() {}

  static String of(Format format) throws IllegalStateException {
    Properties known = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      if (in == null) {
        throw new IllegalStateException("the build left out versions.properties");
      }
      known.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return known.getProperty(format.name(), "");
  }
}
