package org.proffer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process: what it says when it cannot start, and how it ends. */
class RefusalsTest {
  @TempDir Path temp;

  private record Ended(int code, String said) {}

  private Ended launch(String... properties) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(properties));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "org.proffer.launcher.Launcher",
            Files.createDirectories(temp.resolve("provisioned")).toString(),
            Files.writeString(temp.resolve("proffer.ear"), "").toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private static void isOneSentence(Ended ended, String... words) {
    assertThat(ended.code()).as(ended.said()).isEqualTo(1);
    assertThat(ended.said()).contains(words).doesNotContain("\tat ", "Exception");
  }

  @Test
  void aTakenPortIsSaidAndNothingStaysRunning() throws Exception {
    Path home = temp.resolve("home");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended = launch("-Dproffer.home=" + home, "-Dproffer.port=" + taken.getLocalPort());

      isOneSentence(ended, "Port " + taken.getLocalPort() + " is in use", "-Dproffer.port=");
    }
    assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
  }

  @Test
  void aPortThatIsNoneIsSaid() throws Exception {
    isOneSentence(
        launch("-Dproffer.home=" + temp.resolve("home"), "-Dproffer.port=65536"),
        "“65536” is no port");
  }

  @Test
  void aFolderOfSomethingElseIsSaid() throws Exception {
    Files.writeString(Files.createDirectory(temp.resolve("other")).resolve("thesis.txt"), "");

    isOneSentence(launch("-Dproffer.home=" + temp.resolve("other")), "no data folder of Proffer");
  }

  @Test
  void aPlaceThatCannotBeMadeIsSaid() throws Exception {
    isOneSentence(launch("-Dproffer.home=/proc/proffer"), "/proc/proffer", "-Dproffer.home=FOLDER");
  }

  @Test
  void aKeycloakThatIsNotThereIsSaidAndNothingStaysRunning() throws Exception {
    Path home = temp.resolve("home");

    isOneSentence(
        launch("-Dproffer.home=" + home, "-Dproffer.keycloak=" + temp.resolve("none.zip")),
        "none.zip",
        "mvn -Prun -Dkeycloak");

    assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
  }
}
