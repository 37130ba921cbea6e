package org.proffer.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The JSON of an assessment as it is stored: nearly all of it are sentences that stand in most
 * others, so that it is compressed against a dictionary of them (zlib, RFC 1950, with a preset
 * dictionary). The first byte names the dictionary; what zlib writes holds a checksum of the
 * dictionary and one of the text. A dictionary never changes: another one gets another number, and
 * the older ones stay.
 */
final class PackedAssessment {
  private static final byte FIRST = 1;
  private static final byte[] DICTIONARY = dictionary("assessment-1.dictionary");
  private static final Queue<Deflater> IDLE = new ConcurrentLinkedQueue<>();

  private PackedAssessment() {}

  static byte[] of(String json) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    Deflater kept = IDLE.poll();
    Deflater deflater = kept == null ? new Deflater(Deflater.BEST_SPEED) : kept;
    deflater.setDictionary(DICTIONARY);
    deflater.setInput(text);
    deflater.finish();
    byte[] packed = new byte[Math.max(1_024, text.length / 4)];
    packed[0] = FIRST;
    int length = 1;
    while (!deflater.finished()) {
      if (length == packed.length) {
        packed = Arrays.copyOf(packed, 2 * length);
      }
      length += deflater.deflate(packed, length, packed.length - length);
    }
    deflater.reset();
    IDLE.add(deflater);
    return Arrays.copyOf(packed, length);
  }

  /**
   * The JSON that was packed.
   *
   * @throws IllegalStateException if the bytes are not what {@link #of} gave
   */
  static String json(byte[] packed) {
    if (packed.length == 0 || packed[0] != FIRST) {
      throw new IllegalStateException(
          "an assessment is packed with a dictionary that is not known");
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed, 1, packed.length - 1);
      byte[] text = new byte[16_384];
      int length = 0;
      while (!inflater.finished()) {
        if (length == text.length) {
          text = Arrays.copyOf(text, 2 * length);
        }
        int read = inflater.inflate(text, length, text.length - length);
        length += read;
        if (read == 0 && inflater.needsDictionary()) {
          inflater.setDictionary(DICTIONARY);
        } else if (read == 0 && !inflater.finished()) {
          throw new IllegalStateException("a packed assessment is cut short");
        }
      }
      return new String(text, 0, length, StandardCharsets.UTF_8);
    } catch (DataFormatException | IllegalArgumentException e) {
      throw new IllegalStateException("a packed assessment is damaged", e);
    } finally {
      inflater.end();
    }
  }

  private static byte[] dictionary(String name) {
    try (InputStream in = PackedAssessment.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
