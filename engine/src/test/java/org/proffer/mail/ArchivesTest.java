package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

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

    assertThat(problems).containsExactly("DAMAGED a.eml", "DAMAGED ");
    assertThat(members.get("a.eml").size()).isPositive();
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

  /**
   * A ZIP archive of stored entries, whose names are written in a character set without saying so.
   */
  private static byte[] stored(Charset names, String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        byte[] content = text(namesAndTexts[i + 1]);
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(namesAndTexts[i]);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static int find(byte[] in, String words) {
    return new String(in, StandardCharsets.ISO_8859_1).indexOf(words);
  }

  @Test
  void aNameInNoUnicodeIsReadAndSoIsWhatFollows() throws IOException {
    expand(
        stored(StandardCharsets.ISO_8859_1, "B\u00fcro.eml", "one", "next.eml", "two"),
        Archives.Budget.DEFAULT);

    assertThat(members).hasSize(2).containsKey("next.eml");
    assertThat(problems).isEmpty();
  }

  @Test
  void namesOfCodePage437AndUnmarkedUnicodeAreReadAsMeant() throws IOException {
    expand(
        stored(Charset.forName("IBM437"), "B\u00fcro.eml", "one", "Caf\u00e9.eml", "two"),
        Archives.Budget.DEFAULT);
    assertThat(members.keySet()).containsExactly("B\u00fcro.eml", "Caf\u00e9.eml");

    byte[] unmarked = stored(StandardCharsets.UTF_8, "S\u00e3o.eml", "three");
    unmarked[7] &= ~8;
    expand(unmarked, Archives.Budget.DEFAULT);
    assertThat(members.keySet()).contains("S\u00e3o.eml");
  }

  @Test
  void aChangedEntryIsNamedKeptAndTheNextOnesAreRead() throws IOException {
    byte[] archive =
        stored(
            StandardCharsets.UTF_8, "a.eml", "first message", "b.eml", "second", "c.eml", "third");
    archive[find(archive, "second")] = 'S';
    expand(archive, Archives.Budget.DEFAULT);

    assertThat(problems).containsExactly("DAMAGED b.eml");
    assertThat(members.keySet()).containsExactly("a.eml", "b.eml", "c.eml");
    assertThat(members.get("c.eml").toString(StandardCharsets.US_ASCII)).isEqualTo("third");
  }

  @Test
  void anEntryWithAPasswordIsNamedAndTheNextOnesAreRead() throws IOException {
    byte[] archive = stored(StandardCharsets.UTF_8, "a.eml", "first", "b.eml", "second");
    archive[6] |= 1;
    expand(archive, Archives.Budget.DEFAULT);

    assertThat(problems).containsExactly("ENCRYPTED a.eml");
    assertThat(members.keySet()).containsExactly("b.eml");
  }

  @Test
  void aDamagedHeaderOfATarIsTheArchivesAndNotOfTheMemberBefore() throws IOException {
    byte[] second = tar("b.eml", '0', text("y"), true);
    second[0] = 'B';
    expand(join(tar("a.eml", '0', text("x"), true), second), Archives.Budget.DEFAULT);

    assertThat(problems).containsExactly("DAMAGED ");
    assertThat(members.keySet()).containsExactly("a.eml");
  }

  @Test
  void tarFilesPackedByBzip2AndXzEndInTheirMessages() throws IOException {
    byte[] tar = join(tar("a.eml", '0', text("Subject: a\n\nb"), true), new byte[1024]);
    ByteArrayOutputStream bzip2 = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(bzip2)) {
      out.write(tar);
    }
    ByteArrayOutputStream xz = new ByteArrayOutputStream();
    try (OutputStream out = new XZOutputStream(xz, new LZMA2Options())) {
      out.write(tar);
    }
    expand(bzip2.toByteArray(), Archives.Budget.DEFAULT);
    expand(zip("trap.tar.xz", xz.toByteArray()), Archives.Budget.DEFAULT);

    assertThat(members.keySet()).containsExactly("content!/a.eml", "trap.tar.xz!/content!/a.eml");
    assertThat(problems).isEmpty();
  }

  @Test
  void aPackedTarThatEndsEarlyNamesTheMemberItEndsIn() throws IOException {
    byte[] noise = new byte[200_000];
    new java.util.Random(7).nextBytes(noise);
    ByteArrayOutputStream gz = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
      out.write(join(tar("a.eml", '0', text("x"), true), tar("b.mbox", '0', noise, true)));
    }
    expand(Arrays.copyOf(gz.toByteArray(), 150_000), Archives.Budget.DEFAULT);

    assertThat(problems).containsExactly("DAMAGED content!/b.mbox");
    assertThat(members.keySet()).containsExactly("content!/a.eml", "content!/b.mbox");
    assertThat(members.get("content!/b.mbox").size()).isGreaterThan(100_000);
  }

  @Test
  void filesPackedOneBehindTheOtherAreReadToTheEnd() throws IOException {
    ByteArrayOutputStream gz = new ByteArrayOutputStream();
    for (String part : List.of("Subject: a\n", "\nb")) {
      try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
        out.write(text(part));
      }
    }
    expand(gz.toByteArray(), Archives.Budget.DEFAULT);

    assertThat(members.get("content").toString(StandardCharsets.US_ASCII))
        .isEqualTo("Subject: a\n\nb");
  }

  @Test
  void foldersAndEmptyArchivesCountAgainstTheBudget() throws IOException {
    byte[] folders = new byte[0];
    for (int i = 0; i < 20; i++) {
      folders = join(folders, tar("f" + i + "/", '5', new byte[0], true));
    }
    expand(folders, new Archives.Budget(8, 10, 1 << 20, 200, 1 << 16));

    assertThat(problems).containsExactly("BUDGET ");
  }

  @Test
  void aSinkThatCannotWriteIsNoDamage() throws IOException {
    byte[] archive = zip("a.eml", text("x"));
    Archives.MemberSink full =
        new Archives.MemberSink() {
          @Override
          public OutputStream member(String path) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void problem(String path, Archives.Problem problem, String detail) {
            problems.add(detail);
          }
        };

    assertThatThrownBy(() -> Archives.expand(ByteSource.of(archive), Archives.Budget.DEFAULT, full))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
    assertThat(problems).isEmpty();
  }
}
