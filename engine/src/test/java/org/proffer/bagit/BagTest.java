package org.proffer.bagit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BagTest {
  @TempDir private Path folder;

  private Path written() throws IOException {
    Path zip = folder.resolve("bag.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        BagWriter bag = new BagWriter(out, "case")) {
      bag.info("External-Identifier", "one\ntwo");
      bag.add("items/0001-a.eml", bytes("From: a@example.org\r\n\r\nx"));
      bag.add("items/0002-100%.txt", bytes("y"));
      bag.finish();
    }
    return zip;
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Bag.Checked checked(Path zip) throws IOException {
    try (Bag bag = Bag.open(zip)) {
      return bag.check();
    }
  }

  @Test
  void whatIsWrittenIsValid() throws IOException {
    Bag.Checked checked = checked(written());

    assertThat(checked.problems()).isEmpty();
    assertThat(checked.sha256()).hasSize(2).containsKey("data/items/0002-100%.txt");
  }

  /** Each change of a whole bag, and the sentence that names it. */
  @Test
  void everyChangeIsNamed() throws IOException {
    assertThat(after(root -> Files.writeString(root.resolve("data/items/0001-a.eml"), "z")))
        .containsExactly("“data/items/0001-a.eml” has not the SHA-256 of the manifest.");
    assertThat(after(root -> Files.delete(root.resolve("data/items/0001-a.eml"))))
        .containsExactly("“data/items/0001-a.eml” is missing.");
    assertThat(after(root -> Files.writeString(root.resolve("data/more"), "z")))
        .containsExactly("“data/more” is not in a manifest.");
    assertThat(after(root -> Files.writeString(root.resolve("bag-info.txt"), "z")))
        .containsExactly("“bag-info.txt” has not the SHA-256 of the manifest.");
    assertThat(after(root -> Files.delete(root.resolve("bagit.txt"))))
        .containsExactly("bagit.txt is missing.");
    assertThat(
            after(
                root ->
                    Files.writeString(
                        root.resolve("manifest-sha256.txt"), "00  ../../etc/passwd\n")))
        .anyMatch(problem -> problem.endsWith("“../../etc/passwd” leads out of the bag."));
  }

  private interface Change {
    void to(Path root) throws IOException;
  }

  private java.util.List<String> after(Change change) throws IOException {
    Path zip = written();
    try (FileSystem files = FileSystems.newFileSystem(zip)) {
      change.to(files.getPath("/case"));
    }
    return checked(zip).problems();
  }
}
