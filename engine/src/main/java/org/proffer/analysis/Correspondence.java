package org.proffer.analysis;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a message is part of a conversation, by its header (RFC 5322 section 3.6.4, RFC 2919).
 *
 * @param answers whether it names what it answers
 * @param list whether it came over a mailing list or a group
 * @param reply whether the subject is marked as an answer or forwarded
 */
record Correspondence(boolean answers, boolean list, boolean reply) {
  private static final Set<String> MARKS =
      Set.of("re:", "re[", "re-", "re :", "fw:", "fwd:", "aw:", "enc:", "rv:", "tr:");

  static Correspondence of(Headers headers) {
    boolean answers = headers.has("In-Reply-To") || headers.has("References");
    return new Correspondence(answers, isList(headers), isReply(headers.subject()));
  }

  /** Whether it is marked as an answer and names what it answers. */
  boolean thread() {
    return reply && answers;
  }

  private static boolean isList(Headers headers) {
    return headers.has("List-Post")
        || headers.has("Mailing-List")
        || headers.has("X-BeenThere")
        || headers.has("X-Mailman-Version")
        || Body.lower(headers.value("Precedence")).equals("list")
        || Body.lower(headers.value("Sender")).contains("-admin@")
        || isAnsweredToList(headers);
  }

  /** Whether answers go to the address the message went to, as on a mailing list. */
  private static boolean isAnsweredToList(Headers headers) {
    String reply = Body.lower(headers.value("Reply-To"));
    String to = Body.lower(headers.value("To"));
    int at = reply.lastIndexOf('@');
    if (at <= 0 || to.indexOf('@') != to.lastIndexOf('@')) {
      return false;
    }
    String address = reply.substring(Math.max(reply.lastIndexOf('<'), reply.lastIndexOf(' ')) + 1);
    String bare = address.replace(">", "").strip();
    return !bare.isEmpty() && to.contains(bare) && !headers.from().address().equals(bare);
  }

  private static boolean isReply(String subject) {
    String s = Homographs.plain(subject).strip().toLowerCase(Locale.ROOT);
    if (s.startsWith("[") && s.indexOf(']') > 0) {
      s = s.substring(s.indexOf(']') + 1).strip();
    }
    int letter = 0;
    while (letter < s.length() && !Character.isLetter(s.charAt(letter))) {
      letter++;
    }
    String marked = s.substring(letter);
    return MARKS.stream().anyMatch(marked::startsWith);
  }
}
