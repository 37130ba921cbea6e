package org.proffer.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.proffer.mail.DecodedText;

/** Reads a plain text part. */
final class PlainText {
  private PlainText() {}

  static VisibleText read(String section, DecodedText source, int most) {
    String s = source.text();
    int length = Math.min(s.length(), most);
    char[] chars = s.toCharArray();
    StringBuilder text = new StringBuilder(length);
    int[] places = new int[length + 1];
    boolean space = false;
    boolean line = false;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c == '\n') {
        line = true;
      } else if (c <= ' ' || c == '\u00a0' || c == '\u3000') {
        space = true;
      } else if (!isInvisible(c)) {
        if ((space || line) && text.length() > 0) {
          places[text.length()] = Math.max(0, i - 1);
          text.append(line ? '\n' : ' ');
        }
        space = false;
        line = false;
        places[text.length()] = i;
        text.append(c);
      }
    }
    String visible = text.toString();
    return new VisibleText(
        section,
        source,
        false,
        visible,
        Arrays.copyOf(places, visible.length() + 1),
        addresses(visible),
        List.of(),
        0,
        "");
  }

  /** Characters that take no room and are used to pad previews. */
  static boolean isInvisible(char c) {
    return (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u2060' && c <= '\u2064')
        || c == '\u034f'
        || c == '\ufeff'
        || c == '\u00ad'
        || c == '\u2007';
  }

  /** Web and mail addresses that are written out. */
  static List<VisibleText.Link> addresses(String text) {
    List<VisibleText.Link> found = new ArrayList<>();
    int length = text.length();
    for (int i = 0; i < length; ) {
      int end = i;
      char c = text.charAt(i);
      boolean atWordStart = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
      if (atWordStart
          && (c == 'h' || c == 'H' || c == 'w' || c == 'W' || c == 'm' || c == 'M')
          && (text.regionMatches(true, i, "http://", 0, 7)
              || text.regionMatches(true, i, "https://", 0, 8)
              || text.regionMatches(true, i, "www.", 0, 4)
              || text.regionMatches(true, i, "mailto:", 0, 7))) {
        while (end < length && isAddressPart(text.charAt(end))) {
          end++;
        }
        while (end > i && ".,;:!?)".indexOf(text.charAt(end - 1)) >= 0) {
          end--;
        }
      } else if (c == '@' && i > 0) {
        int start = i;
        while (start > 0 && i - start < 128 && isLocalPart(text.charAt(start - 1))) {
          start--;
        }
        int to = i + 1;
        while (to < length && to - i < 256 && isDomainPart(text.charAt(to))) {
          to++;
        }
        while (to > i && text.charAt(to - 1) == '.') {
          to--;
        }
        if (start < i && text.lastIndexOf('.', to - 1) > i) {
          found.add(new VisibleText.Link(start, to, "mailto:" + text.substring(start, to)));
        }
      }
      if (end > i + 8) {
        found.add(new VisibleText.Link(i, end, text.substring(i, end)));
        i = end;
      } else {
        i++;
      }
    }
    return found;
  }

  private static boolean isAddressPart(char c) {
    return c > ' ' && c != '<' && c != '>' && c != '"' && c != ']' && c < '\u00a0';
  }

  private static boolean isLocalPart(char c) {
    return Character.isLetterOrDigit(c) || "._%+-=*".indexOf(c) >= 0;
  }

  private static boolean isDomainPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }
}
