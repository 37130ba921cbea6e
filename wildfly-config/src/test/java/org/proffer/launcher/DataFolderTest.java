package org.proffer.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temp;

  private static String refusal(Path folder) {
    try (DataFolder opened = DataFolder.open(folder)) {
      throw new AssertionError("opened " + opened.path());
    } catch (CannotStart refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void aNewFolderIsTheOwnersAlone() throws IOException {
    Path home = temp.resolve("a/b");
    try (DataFolder folder = DataFolder.open(home)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.sub("keys"))))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aFolderIsOpenedAgainAfterItWasClosed() {
    Path home = temp.resolve("home");
    DataFolder.open(home).close();
    DataFolder.open(home).close();

    assertThat(home.resolve("VERSION")).hasContent(DataFolder.VERSION);
  }

  @Test
  void aFolderInUseIsRefused() {
    Path home = temp.resolve("home");
    try (DataFolder first = DataFolder.open(home)) {
      assertThat(refusal(first.path()))
          .contains(home.toString(), "in use by another Proffer", "-Dproffer.home=");
    }
  }

  @Test
  void aFolderOfSomethingElseIsRefusedAndLeftAsItIs() throws IOException {
    Files.writeString(temp.resolve("thesis.txt"), "years of work");

    assertThat(refusal(temp)).contains("no data folder of Proffer", "-Dproffer.home=");
    try (var files = Files.list(temp)) {
      assertThat(files).containsExactly(temp.resolve("thesis.txt"));
    }
  }

  @Test
  void dataOfAnotherVersionIsRefused() throws IOException {
    Files.writeString(temp.resolve("VERSION"), "0\n");

    assertThat(refusal(temp)).contains("has version 0", "works with version " + DataFolder.VERSION);
    assertThat(temp.resolve("VERSION")).hasContent("0");
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");

    assertThat(refusal(file)).contains("is a file, not a folder");
  }

  @Test
  void aNearlyFullDiskIsRefused() {
    Path home = temp.resolve("home");

    assertThatThrownBy(() -> DataFolder.open(home, folder -> DataFolder.LEAST_FREE - 1))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("1023 MiB free and the portal needs 1024 MiB")
        .hasMessageContaining("make room");
    DataFolder.open(home, folder -> DataFolder.LEAST_FREE).close();
  }

  @Test
  void aDatabaseOfAnotherMajorVersionIsRefused() throws IOException {
    try (DataFolder folder = DataFolder.open(temp.resolve("home"))) {
      Files.writeString(folder.sub("database").resolve("PG_VERSION"), "15\n");

      assertThatThrownBy(() -> Database.start(folder))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("written by PostgreSQL 15")
          .hasMessageContaining("PostgreSQL 18");
    }
  }

  @Test
  void aSecretIsMadeOnceAndTheOwnersAlone() throws IOException {
    Secrets secrets = new Secrets(temp);
    String made = secrets.of("database");

    assertThat(made).hasSize(32).isEqualTo(new Secrets(temp).of("database"));
    assertThat(made).isNotEqualTo(secrets.of("another"));
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("database"))))
        .isEqualTo("rw-------");
  }

  @Test
  void loginsAreWrittenAsHashesOnly() throws IOException {
    Path file = temp.resolve("first-logins");
    var passwords = DemoLogins.write(file);
    String written = Files.readString(file);

    assertThat(passwords).hasSize(8);
    assertThat(passwords.values())
        .doesNotHaveDuplicates()
        .allSatisfy(password -> assertThat(written).doesNotContain(password));
    assertThat(written.lines()).allSatisfy(line -> assertThat(line).contains("|$2a$12$"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
