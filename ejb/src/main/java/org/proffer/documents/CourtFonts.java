package org.proffer.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The typefaces of court documents, embedded in every one of them. */
final class CourtFonts {
  private record Face(String file, String family, int weight, FontStyle style) {}

  private static final List<Face> FACES =
      List.of(
          new Face("CourtSchola-Regular.ttf", "Court", 400, FontStyle.NORMAL),
          new Face("CourtSchola-Bold.ttf", "Court", 700, FontStyle.NORMAL),
          new Face("CourtSchola-Italic.ttf", "Court", 400, FontStyle.ITALIC),
          new Face("CourtSchola-BoldItalic.ttf", "Court", 700, FontStyle.ITALIC),
          new Face("CourtSerif-Regular.ttf", "CourtFallback", 400, FontStyle.NORMAL),
          new Face("CourtSerif-Bold.ttf", "CourtFallback", 700, FontStyle.NORMAL),
          new Face("CourtSerif-Italic.ttf", "CourtFallback", 400, FontStyle.ITALIC),
          new Face("CourtSerif-BoldItalic.ttf", "CourtFallback", 700, FontStyle.ITALIC),
          new Face("CourtMono-Regular.ttf", "CourtMono", 400, FontStyle.NORMAL),
          new Face("CourtArabic-Regular.ttf", "CourtArabic", 400, FontStyle.NORMAL),
          new Face("CourtArabic-Bold.ttf", "CourtArabic", 700, FontStyle.NORMAL),
          new Face("CourtHan-Regular.ttf", "CourtHan", 400, FontStyle.NORMAL),
          new Face("CourtEmoji-Regular.ttf", "CourtEmoji", 400, FontStyle.NORMAL));

  /** How the runs of each script are set. */
  static final String STYLE =
      """
      .hebrew{font-family:CourtFallback;direction:rtl;font-style:normal}
      .arabic{font-family:CourtArabic,CourtFallback;direction:rtl;font-style:normal}
      .han{font-family:CourtHan,Court,CourtFallback;font-style:normal}
      .emoji{font-family:CourtEmoji,Court,CourtFallback;font-style:normal}
      p.rtl{direction:rtl;text-align:right}
      """;

  private static final List<CmapLookup> TEXT =
      List.of(characters("CourtSchola-Regular.ttf"), characters("CourtSerif-Regular.ttf"));

  private CourtFonts() {}

  static void register(PdfRendererBuilder builder) {
    for (Face face : FACES) {
      builder.useFont(() -> open(face.file), face.family, face.weight, face.style, true);
    }
  }

  /** Whether a face has the character. */
  static boolean shows(int codePoint) {
    return isText(codePoint) || Script.of(codePoint).isPresent();
  }

  /** Whether a face for text has the character, and it is not set from right to left. */
  static boolean isText(int codePoint) {
    return !isHebrew(codePoint) && TEXT.stream().anyMatch(face -> face.getGlyphId(codePoint) != 0);
  }

  /** Whether the face of Arabic letters has the form. */
  static boolean isArabic(int form) {
    return Script.ARABIC.lookup().getGlyphId(form) != 0;
  }

  private static boolean isHebrew(int codePoint) {
    return (codePoint >= 0x0590 && codePoint <= 0x05FF)
        || (codePoint >= 0xFB1D && codePoint <= 0xFB4F);
  }

  /** The characters of a face. */
  static CmapLookup characters(String file) {
    try (InputStream in = open(file);
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()))) {
      return font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(CourtFonts.class.getResourceAsStream("fonts/" + file), file);
  }
}
