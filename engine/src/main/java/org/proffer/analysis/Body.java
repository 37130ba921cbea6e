package org.proffer.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.proffer.mail.DecodedText;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;

/**
 * What a reader sees of a message's body.
 *
 * @param texts the text parts that are displayed, in the order of the message
 * @param complete whether all text was read; false where a budget cut it
 * @param images image parts that are displayed in the body or attached
 * @param attachments parts presented as attachments
 */
record Body(List<VisibleText> texts, boolean complete, int images, int attachments) {
  private static final int MOST_CHARACTERS = 4_000_000;

  Body {
    texts = List.copyOf(texts);
  }

  static Body of(ParsedMessage message) {
    List<VisibleText> texts = new ArrayList<>();
    boolean complete = true;
    int images = 0;
    int attachments = 0;
    int left = MOST_CHARACTERS;
    for (Part part : message.parts().toList()) {
      if (!part.children().isEmpty()) {
        continue;
      }
      if (part.attachment()) {
        attachments++;
      }
      DecodedText text = part.text();
      if (text == null) {
        images += part.mediaType().startsWith("image/") ? 1 : 0;
        continue;
      }
      complete &= text.complete();
      boolean readable =
          part.isHtml()
              || part.mediaType().equals("text/plain")
              || part.mediaType().equals("text/enriched");
      if (part.attachment() || !readable || left <= 0) {
        continue;
      }
      complete &= text.text().length() <= left;
      texts.add(
          part.isHtml()
              ? HtmlText.read(part.section(), text, left)
              : PlainText.read(part.section(), text, left));
      left -= text.text().length();
    }
    return new Body(texts, complete, images, attachments);
  }

  /** The text a mail program shows: of alternatives the HTML, where it says anything. */
  VisibleText main() {
    VisibleText best = null;
    for (VisibleText text : texts) {
      if (best == null
          || (text.isHtml() && !best.isHtml() && text.text().length() >= 20)
          || (text.isHtml() == best.isHtml() && text.text().length() > best.text().length())
          || (best.text().length() < 20 && text.text().length() > best.text().length())) {
        best = text;
      }
    }
    return best != null
        ? best
        : new VisibleText(
            "1", DecodedText.EMPTY, false, "", new int[1], List.of(), List.of(), 0, "");
  }

  /** Whether what is to be read stands in images alone. */
  boolean isImageOnly() {
    int shown = images;
    for (VisibleText text : texts) {
      shown += text.images();
    }
    return shown > 0 && isBare();
  }

  /** Whether there are hardly any words to be read. */
  boolean isBare() {
    int letters = 0;
    for (VisibleText text : texts) {
      letters += letters(text);
    }
    return letters < 40;
  }

  private static int letters(VisibleText text) {
    int n = 0;
    String s = text.text();
    for (int i = 0; i < s.length() && n < 400; i++) {
      if (Character.isLetter(s.charAt(i))) {
        n++;
      }
    }
    for (VisibleText.Link link : text.links()) {
      if (text.text().regionMatches(true, link.start(), "http", 0, 4)) {
        n -= link.end() - link.start();
      }
    }
    return Math.max(0, n);
  }

  /** Lower case without regard to the reader's language. */
  static String lower(String s) {
    return s.toLowerCase(Locale.ROOT);
  }
}
