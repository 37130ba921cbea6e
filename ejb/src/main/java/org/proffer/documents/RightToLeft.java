package org.proffer.documents;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/**
 * The order in which a line that is read from the right is drawn: from left to right, numbers and
 * Latin words within it as they are, brackets turned (Unicode Standard Annex 9).
 */
final class RightToLeft implements BidiReorderer {
  private static final String PAIRS = "()[]{}<>«»‹›";

  /** Each stretch that stands apart in direction is one part, in the direction it begins with. */
  static final class Parts implements BidiSplitter {
    private BidiTextRun part = new BidiTextRun(0, 0, LTR);

    @Override
    public void setParagraph(String paragraph, byte direction) {
      part = new BidiTextRun(0, paragraph.length(), direction);
    }

    @Override
    public int countTextRuns() {
      return 1;
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
      return part;
    }

    @Override
    public byte getBaseDirection(String paragraph) {
      return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
          ? LTR
          : RTL;
    }
  }

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

  @Override
  public boolean isLiveImplementation() {
    return true;
  }
}
