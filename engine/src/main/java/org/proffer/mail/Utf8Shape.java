package org.proffer.mail;

/**
 * What bytes look like as UTF-8.
 *
 * @param ascii no byte above 127
 * @param sequences well-formed sequences of several bytes
 * @param errors places that are not well-formed
 */
record Utf8Shape(boolean ascii, int sequences, int errors) {

  boolean valid() {
    return errors == 0;
  }

  /** Plainly UTF-8 with a few damaged places. */
  boolean mostly() {
    return sequences > errors;
  }

  static Utf8Shape of(byte[] b) {
    int i = 0;
    int n = b.length;
    while (i < n && b[i] >= 0) {
      i++;
    }
    if (i == n) {
      return new Utf8Shape(true, 0, 0);
    }
    int sequences = 0;
    int errors = 0;
    while (i < n) {
      int c = b[i] & 0xff;
      if (c < 0x80) {
        i++;
        continue;
      }
      int more =
          c >= 0xc2 && c < 0xe0 ? 1 : c >= 0xe0 && c < 0xf0 ? 2 : c >= 0xf0 && c < 0xf5 ? 3 : 0;
      if (more > 0 && continues(b, i, more)) {
        sequences++;
        i += more + 1;
      } else {
        errors++;
        i++;
      }
    }
    return new Utf8Shape(false, sequences, errors);
  }

  private static boolean continues(byte[] b, int at, int more) {
    if (at + more >= b.length) {
      return false;
    }
    for (int k = 1; k <= more; k++) {
      if ((b[at + k] & 0xc0) != 0x80) {
        return false;
      }
    }
    int first = b[at] & 0xff;
    int second = b[at + 1] & 0xff;
    return !(first == 0xe0 && second < 0xa0)
        && !(first == 0xed && second > 0x9f)
        && !(first == 0xf0 && second < 0x90)
        && !(first == 0xf4 && second > 0x8f);
  }
}
