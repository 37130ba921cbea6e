package org.proffer.extract;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code Extract FILE} writes what is in the file to its output, in the form of {@link Output}.
 * What the libraries say goes to the error output.
 */
public final class Extract {
  private Extract() {}

  /** Ends with 0 whenever the output is whole, however much of the file could be read. */
  public static void main(String[] arguments) throws IOException {
    try (Output out = new Output(new FileOutputStream(FileDescriptor.out))) {
      System.setOut(System.err);
      extract(Path.of(arguments[0]), out);
    }
  }

  static void extract(Path file, Output out) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(8);
    }
    Format format = Format.of(head);
    if (format == null) {
      out.tool("none", "");
      out.problem("", "NOT_THIS", "No format that this program reads.");
      out.end(0);
      return;
    }
    out.tool(format.tool(), format.version());
    long messages = 0;
    try {
      messages = format.reader().read(file, out);
    } catch (Exception | StackOverflowError e) {
      out.problem("", "DAMAGED", words(e));
    }
    out.end(messages);
  }

  /** What a library says of damage. */
  static String words(Throwable e) {
    String message = e.getMessage();
    return "Damaged: "
        + e.getClass().getSimpleName()
        + (message == null
            ? "."
            : " (" + (message.length() > 300 ? message.substring(0, 300) : message) + ").");
  }
}
