package org.proffer.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.poi.Version;
import org.jspecify.annotations.Nullable;

/** A format by its first bytes, with what reads it. */
@SuppressWarnings("ImmutableEnumChecker") // the readers keep nothing, the signatures stay in here
enum Format {
  MSG("d0cf11e0a1b11ae1", "Apache POI HSMF", new OutlookItem()),
  PST("2142444e", "java-libpst", new OutlookDataFile()),
  TNEF("789f3e22", "Apache POI HMEF", new Tnef()),
  SEVEN_Z("377abcaf271c", "Apache Commons Compress", new SevenZ());

  /** Reads a file of the format. */
  interface Reader {
    /**
     * Writes what is in the file.
     *
     * @return how many messages were read
     */
    long read(Path file, Output out) throws Exception;
  }

  private final byte[] signature;
  private final String tool;
  private final Reader reader;

  Format(String signature, String tool, Reader reader) {
    this.signature = HexFormat.of().parseHex(signature);
    this.tool = tool;
    this.reader = reader;
  }

  static @Nullable Format of(byte[] head) throws IOException {
    return Arrays.stream(values())
        .filter(
            format ->
                head.length >= format.signature.length
                    && Arrays.equals(
                        head,
                        0,
                        format.signature.length,
                        format.signature,
                        0,
                        format.signature.length))
        .findFirst()
        .orElse(null);
  }

  String tool() {
    return tool;
  }

  String version() {
    String version =
        switch (this) {
          case MSG, TNEF -> Version.getVersion();
          case SEVEN_Z -> SevenZFile.class.getPackage().getImplementationVersion();
          case PST -> null;
        };
    return version == null ? Versions.of(this) : version;
  }

  Reader reader() {
    return reader;
  }
}
