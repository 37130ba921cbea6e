package org.proffer.messages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.proffer.mail.HeaderField;
import org.proffer.mail.Hop;
import org.proffer.mail.Mailbox;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;
import org.proffer.mail.PartContent;

/**
 * What search is to know of a message, as {@code proffer.message_search} takes it apart: subject,
 * sender, recipients, text, and terms for what is no word. Every stored message goes through here,
 * whatever way it is written.
 */
final class MessageTerms {
  private static final char PART = '\u001e';
  private static final String TERM = "\u001f";
  private static final int LONGEST_TERM = 200;
  private static final int MOST_TERMS = 1_500;
  private static final int MOST_OF_MEMBERS = 1_500;
  private static final int PEOPLE = 10_000;

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>\",;:()\\[\\]]+@([^\\s<>\",;:()\\[\\]]+)");
  private static final Pattern LINK =
      Pattern.compile("(?i)\\b(?:https?|ftp)://([^\\s\"'<>\\\\^`{|}]{1,500})");
  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])");
  private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern BETWEEN_PIECES = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern OUTER_DOTS = Pattern.compile("^\\.+|\\.+$");
  private static final Pattern AFTER_LINK = Pattern.compile("[.,;:!?)\\]]+$");
  private static final Pattern ANGLES = Pattern.compile("^<|>$");
  private static final Pattern PORT = Pattern.compile(":\\d*$");

  private final Set<String> terms = new LinkedHashSet<>();
  private int most = MOST_TERMS;

  private MessageTerms() {}

  /**
   * Everything search is to know.
   *
   * @param hashes of attachments that the parser does not hash
   * @param opened what was found in its attachments
   * @param searched characters of text that are looked into
   */
  static String of(
      ParsedMessage message,
      Mailbox from,
      String sha256,
      List<String> hashes,
      List<OpenedAttachment> opened,
      int searched) {
    MessageTerms found = new MessageTerms();
    found.sender(from);
    String recipients = found.recipients(message);
    found.hops(message);
    found.parts(message);
    found.add("d:", sha256);
    String id = message.messageId().strip();
    found.add("m:", ANGLES.matcher(id).replaceAll(""));
    message.defects().forEach(defect -> found.add("x:", defect.code().name()));
    found.most += MOST_OF_MEMBERS;
    hashes.forEach(hash -> found.add("d:", hash));
    opened.forEach(found::members);
    String whole =
        apart(message.subject())
            + PART
            + apart(from.displayName() + " " + withPieces(from.address()))
            + PART
            + apart(recipients)
            + PART
            + text(message, searched)
            + PART
            + String.join(TERM, found.terms);
    return CleanText.of(whole, whole.length());
  }

  private static String text(ParsedMessage message, int most) {
    String words =
        message
            .parts()
            .map(Part::text)
            .filter(Objects::nonNull)
            .map(text -> text.text().length() > most ? text.text().substring(0, most) : text.text())
            .collect(Collectors.joining("\n"));
    return LeanText.of(
        CleanText.of(apart(words.length() > most ? words.substring(0, most) : words), most));
  }

  /** Text without the signs that stand between the parts. */
  private static String apart(String text) {
    return text.replace(PART, ' ').replace('\u001f', ' ');
  }

  /** An address, and its pieces as words of their own. */
  private static String withPieces(String address) {
    return address + " " + BETWEEN_PIECES.matcher(address).replaceAll(" ");
  }

  private void add(String letter, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (!lower.isBlank() && terms.size() < most) {
      String cut = lower.length() > LONGEST_TERM ? lower.substring(0, LONGEST_TERM) : lower;
      terms.add(apart(letter + cut));
    }
  }

  /** A domain and those above it, but for the last, under which all of a country's stand. */
  private void domain(String letter, String domain) {
    String rest = OUTER_DOTS.matcher(domain.toLowerCase(Locale.ROOT)).replaceAll("");
    while (rest.indexOf('.') > 0) {
      add(letter, rest);
      rest = rest.substring(rest.indexOf('.') + 1);
    }
  }

  private void sender(Mailbox from) {
    add("f:", from.address());
    domain("f:@", from.domain());
  }

  private String recipients(ParsedMessage message) {
    StringBuilder words = new StringBuilder();
    for (HeaderField field : message.headers()) {
      if (field.is("To") || field.is("Cc") || field.is("Bcc")) {
        String value = field.value();
        String cut = value.length() > PEOPLE ? value.substring(0, PEOPLE) : value;
        words.append(cut).append(' ');
        Matcher address = ADDRESS.matcher(cut);
        while (address.find()) {
          add("t:", address.group());
          domain("t:@", address.group(1));
          words.append(withPieces(address.group())).append(' ');
        }
      }
    }
    return words.toString();
  }

  private void hops(ParsedMessage message) {
    for (Hop hop : message.hops()) {
      if (hop.fromAddress() != null) {
        add("i:", hop.fromAddress());
      }
      addresses(hop.raw());
    }
    message.header("X-Originating-IP").ifPresent(field -> addresses(field.value()));
  }

  private void addresses(String text) {
    Matcher address = IPV4.matcher(text);
    while (address.find()) {
      add("i:", address.group());
    }
  }

  private void parts(ParsedMessage message) {
    for (Part part : message.parts().toList()) {
      if (part.text() != null) {
        links(part.text().text());
      }
      boolean named = part.fileName().isPresent();
      if (part.sha256() != null) {
        add("d:", part.sha256());
      }
      boolean isMessage = PartContent.isEmbeddedMessage(part);
      if (named || part.attachment() || isMessage) {
        add("has:", "attachment");
        attachment(Attachments.name(part));
      }
    }
  }

  /** Hashes first: of many members, what is told from all others is found rather than words. */
  private void members(OpenedAttachment attachment) {
    attachment.members().forEach(member -> add("d:", member.sha256()));
    for (AttachmentMember member : attachment.members()) {
      for (String name : member.path().split("!/", -1)) {
        attachment(name.substring(name.lastIndexOf('/') + 1));
      }
    }
  }

  private void attachment(String name) {
    add("a:", name);
    List<String> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(name);
    while (piece.find()) {
      pieces.add(piece.group());
    }
    pieces.forEach(one -> add("a:", one));
  }

  private void links(String text) {
    Matcher link = LINK.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int from = 0;
    for (int slashes = text.indexOf("://");
        slashes >= 0 && terms.size() < most;
        slashes = text.indexOf("://", Math.max(from, slashes + 3))) {
      if (link.region(Math.max(from, schemeStart(text, slashes)), text.length()).lookingAt()) {
        from = link.end();
        link(link.group(1));
      }
    }
  }

  /** Where a scheme that ends here can begin. */
  private static int schemeStart(String text, int slashes) {
    boolean https = text.regionMatches(true, slashes - 1, "s", 0, 1);
    boolean ftp = text.regionMatches(true, slashes - 3, "ftp", 0, 3);
    return Math.max(0, slashes - (https ? 5 : ftp ? 3 : 4));
  }

  private void link(String found) {
    add("has:", "link");
    String bare = AFTER_LINK.matcher(found).replaceAll("").replace("&amp;", "&");
    if (bare.endsWith("/") && bare.indexOf('/') == bare.length() - 1) {
      bare = bare.substring(0, bare.length() - 1);
    }
    String authority = authority(bare);
    String host = PORT.matcher(authority.substring(authority.lastIndexOf('@') + 1)).replaceAll("");
    add("u:", bare);
    if (IPV4.matcher(host).matches()) {
      add("i:", host);
      add("h:", host);
    } else {
      domain("h:", host);
    }
  }

  private static String authority(String link) {
    for (int i = 0; i < link.length(); i++) {
      char c = link.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return link.substring(0, i);
      }
    }
    return link;
  }
}
