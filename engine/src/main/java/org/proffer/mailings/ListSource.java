package org.proffer.mailings;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A list, to be read from its beginning as often as needed, and what its columns mean. */
public interface ListSource {

  /** From the beginning; UTF-8. */
  InputStream open() throws IOException;

  /** What its columns mean. */
  ColumnMapping mapping();

  /** A list with a mapping. */
  static ListSource of(Bytes bytes, ColumnMapping mapping) {
    return new ListSource() {
      @Override
      public InputStream open() throws IOException {
        return bytes.open();
      }

      @Override
      public ColumnMapping mapping() {
        return mapping;
      }
    };
  }

  /**
   * A list whose headings say what they mean.
   *
   * @throws ListRefused if it is empty or no CSV
   */
  static ListSource guessed(ListKind kind, Bytes bytes) throws IOException {
    return of(bytes, ColumnMapping.guess(kind, header(kind, bytes)));
  }

  /**
   * The headings of a list.
   *
   * @throws ListRefused if it is empty or no CSV
   */
  static List<String> header(ListKind kind, Bytes bytes) throws IOException {
    return CsvList.header(kind, of(bytes, new ColumnMapping(java.util.Map.of())));
  }

  /** Bytes that can be read again. */
  interface Bytes {
    /** From the beginning. */
    InputStream open() throws IOException;
  }
}
