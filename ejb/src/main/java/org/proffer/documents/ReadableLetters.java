package org.proffer.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Makes joined Arabic letters extract and be found as the letters they are: in the tables from
 * signs to characters, each form gives way to its letter.
 */
final class ReadableLetters {
  private static final Pattern RANGE =
      Pattern.compile("<(\\p{XDigit}{4})>\\s*<(\\p{XDigit}{4})>\\s*<(\\p{XDigit}{4,})>");
  private static final int MANY = 100;

  private ReadableLetters() {}

  /** Of every typeface of Arabic letters of a finished document. */
  static void in(PDDocument document) throws IOException {
    Set<COSBase> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (PDPage page : document.getPages()) {
      COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
      if (fonts == null) {
        continue;
      }
      for (COSName key : fonts.keySet()) {
        COSDictionary font = fonts.getCOSDictionary(key);
        COSStream table = font == null ? null : font.getCOSStream(COSName.TO_UNICODE);
        if (table != null
            && font.getNameAsString(COSName.BASE_FONT, "").contains("CourtArabic")
            && done.add(table)) {
          rewrite(table);
        }
      }
    }
  }

  private static void rewrite(COSStream table) throws IOException {
    String old;
    try (InputStream in = table.createInputStream()) {
      old = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    try (OutputStream out = table.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(table(letters(old)).getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static Map<Integer, String> letters(String table) {
    Map<Integer, String> letters = new TreeMap<>();
    Matcher range = RANGE.matcher(table);
    while (range.find()) {
      int first = Integer.parseInt(range.group(1), 16);
      int last = Integer.parseInt(range.group(2), 16);
      String text = text(range.group(3));
      int from = text.codePointBefore(text.length());
      String before = text.substring(0, text.length() - Character.charCount(from));
      for (int sign = first; sign <= last; sign++) {
        letters.put(sign, before + letter(from + sign - first));
      }
    }
    return letters;
  }

  private static String text(String hex) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 4 <= hex.length(); i += 4) {
      text.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
    }
    return text.toString();
  }

  private static String letter(int character) {
    return Character.toString(
        character < 0xFB50 || character > 0xFEFC ? character : ArabicForms.letter(character));
  }

  private static String table(Map<Integer, String> letters) {
    StringBuilder table =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    int left = letters.size();
    int inBlock = 0;
    for (Map.Entry<Integer, String> letter : letters.entrySet()) {
      if (inBlock == 0) {
        table.append(Math.min(left, MANY)).append(" beginbfchar\n");
      }
      table.append(String.format(Locale.ROOT, "<%04X> <", letter.getKey()));
      letter.getValue().chars().forEach(c -> table.append(String.format(Locale.ROOT, "%04X", c)));
      table.append(">\n");
      left--;
      inBlock++;
      if (inBlock == MANY || left == 0) {
        table.append("endbfchar\n");
        inBlock = 0;
      }
    }
    return table
        .append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }
}
