package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchivesTest {
  private final Map<String, ByteArrayOutputStream> members = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private void expand(byte[] archive, Archives.Budget budget) throws IOException {
    Archives.expand(
        ByteSource.of(archive),
        budget,
        new Archives.MemberSink() {
          @Override
          public OutputStream member(String path) {
            return members.computeIfAbsent(path, p -> new ByteArrayOutputStream());
          }

          @Override
          public void problem(String path, Archives.Problem problem, String detail) {
            problems.add(problem + " " + path);
          }
        });
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void nestedArchivesEndInTheirLeafMembers() throws IOException {
    ByteArrayOutputStream gz = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
      out.write(text("Subject: a\n\nb"));
    }
    expand(zip("outer.zip", zip("mail.gz", gz.toByteArray())), Archives.Budget.DEFAULT);

    assertThat(members.keySet()).containsExactly("outer.zip!/mail.gz!/content");
    assertThat(members.get("outer.zip!/mail.gz!/content").toString(StandardCharsets.US_ASCII))
        .isEqualTo("Subject: a\n\nb");
    assertThat(problems).isEmpty();
  }

  @Test
  void aNameThatPointsOutsideIsNamedAndItsContentRead() throws IOException {
    expand(zip("../../etc/passwd", text("x")), Archives.Budget.DEFAULT);

    assertThat(problems).containsExactly("UNSAFE_NAME ../../etc/passwd");
    assertThat(members).containsKey("../../etc/passwd");
  }

  @Test
  void aTruncatedArchiveIsDamaged() throws IOException {
    byte[] noise = new byte[5_000];
    new java.util.Random(7).nextBytes(noise);
    byte[] whole = zip("a.eml", noise);
    expand(Arrays.copyOf(whole, 2_000), Archives.Budget.DEFAULT);

    assertThat(problems).containsExactly("DAMAGED a.eml");
  }

  @Test
  void aBombStopsAtTheRatio() throws IOException {
    expand(zip("zeros", new byte[1 << 20]), new Archives.Budget(8, 10, 1L << 40, 200, 1 << 16));

    assertThat(problems).containsExactly("BUDGET zeros", "BUDGET ");
    assertThat(members.get("zeros").size()).isLessThan(1 << 19);
  }

  @Test
  void nestingBeyondTheBudgetStops() throws IOException {
    byte[] archive = text("x");
    for (int i = 0; i < 5; i++) {
      archive = zip("a", archive);
    }
    expand(archive, new Archives.Budget(3, 10, 1 << 20, 200, 1 << 16));

    assertThat(problems).containsExactly("BUDGET ");
  }
}
