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

  /** A member of a TAR archive in the old form, with ustar's mark if asked for. */
  private static byte[] tar(String name, char type, byte[] content, boolean ustar) {
    byte[] bytes = new byte[512 + (content.length + 511) / 512 * 512];
    put(bytes, 0, name);
    put(bytes, 100, "0000644\0");
    put(bytes, 124, String.format("%011o\0", content.length));
    put(bytes, 148, "        ");
    bytes[156] = (byte) type;
    if (ustar) {
      put(bytes, 257, "ustar\00000");
    }
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += bytes[i] & 0xff;
    }
    put(bytes, 148, String.format("%06o\0 ", sum));
    System.arraycopy(content, 0, bytes, 512, content.length);
    return bytes;
  }

  private static void put(byte[] bytes, int at, String text) {
    System.arraycopy(text(text), 0, bytes, at, text.length());
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  @Test
  void aTarWithAMaildirEndsInItsMessages() throws IOException {
    byte[] archive =
        join(
            tar("mail/cur/", '5', new byte[0], true),
            tar("mail/cur/1:2,S", '0', text("Subject: a\n\nb"), true),
            tar("mail/new/2", '0', text("Subject: c\n\nd"), true),
            new byte[1024]);
    expand(archive, Archives.Budget.DEFAULT);

    assertThat(members.keySet()).containsExactly("mail/cur/1:2,S", "mail/new/2");
    assertThat(members.get("mail/new/2").toString(StandardCharsets.US_ASCII))
        .isEqualTo("Subject: c\n\nd");
    assertThat(problems).isEmpty();
  }

  @Test
  void theOldTarIsToldByItsChecksumAndLongNamesAreRead() throws IOException {
    String name = "n".repeat(150) + ".eml";
    expand(
        join(
            tar("././@LongLink", 'L', text(name + "\0"), false),
            tar("short", '0', text("a"), false),
            tar("pax", 'x', text("21 path=pax/name.eml\n"), false),
            tar("short", '0', text("b"), false)),
        Archives.Budget.DEFAULT);

    assertThat(members.keySet()).containsExactly(name, "pax/name.eml");
    assertThat(problems).isEmpty();
  }

  @Test
  void aTarWithinAZipIsOpened() throws IOException {
    expand(zip("a.bin", tar("b.eml", '0', text("x"), true)), Archives.Budget.DEFAULT);

    assertThat(members.keySet()).containsExactly("a.bin!/b.eml");
  }

  @Test
  void aTarThatEndsWithinAMemberIsDamagedAndALinkIsNamed() throws IOException {
    byte[] cut = Arrays.copyOf(tar("a.eml", '0', new byte[2_000], true), 1_000);
    expand(join(tar("l", '2', new byte[0], true), cut), Archives.Budget.DEFAULT);

    assertThat(problems).containsExactly("UNSUPPORTED l", "DAMAGED a.eml");
  }

  @Test
  void anEntryTheDirectoryListsAndNobodyCouldReadIsReported() throws IOException {
    byte[] archive = zip("a.eml", text("x"));
    archive[archive.length - 22 + 10] = 2;
    expand(archive, Archives.Budget.DEFAULT);

    assertThat(problems).containsExactly("DAMAGED ");
    assertThat(members).containsKey("a.eml");
  }
}
