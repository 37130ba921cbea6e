package org.proffer.documents;

import com.openhtmltopdf.bidi.BidiReorderer;
import java.text.Bidi;

/**
 * The order in which a line that is read from the right is drawn: from left to right, numbers and
 * Latin words within it as they are, brackets turned (Unicode Standard Annex 9).
 */
final class RightToLeft implements BidiReorderer {
  private static final String PAIRS = "()[]{}<>«»‹›";

  @Override
  public String reorderRTLTextToLTR(String text) {
    int[] characters = text.codePoints().toArray();
    Bidi order = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
    byte[] levels = new byte[characters.length];
    Integer[] drawn = new Integer[characters.length];
    int at = 0;
    for (int i = 0; i < characters.length; i++) {
      levels[i] = (byte) order.getLevelAt(at);
      drawn[i] = levels[i] % 2 == 1 ? turned(characters[i]) : characters[i];
      at += Character.charCount(characters[i]);
    }
    Bidi.reorderVisually(levels, 0, drawn, 0, drawn.length);
    StringBuilder line = new StringBuilder(text.length());
    for (Integer character : drawn) {
      line.appendCodePoint(character);
    }
    return line.toString();
  }

  private static int turned(int character) {
    int place = PAIRS.indexOf(character);
    return place < 0 ? character : PAIRS.charAt(place ^ 1);
  }

  @Override
  public String shapeText(String text) {
    return ArabicForms.joined(text);
  }

  @Override
  public String deshapeText(String text) {
    return text;
  }

  /** Asks only whether letters are to be taken apart where a typeface lacks a form: it does not. */
  @Override
  public boolean isLiveImplementation() {
    return false;
  }
}
