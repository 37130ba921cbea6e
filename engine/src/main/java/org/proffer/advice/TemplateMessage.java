package org.proffer.advice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message made from a template, as one recipient would get it.
 *
 * @param bytes the message
 * @param unfilled names of placeholders for which no sample was given; they stand as written
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record TemplateMessage(byte[] bytes, Set<String> unfilled) {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{\\{?\\s*([\\w.\\- ]{1,60}?)\\s*}?}}|%%([\\w.\\-]{1,60})%%|\\*\\|([\\w.:\\-]{1,60})\\|\\*|\\$\\{([\\w.\\-]{1,60})}");

  public TemplateMessage {
    bytes = bytes.clone();
    unfilled = Set.copyOf(unfilled);
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Fills a template that is a whole message.
   *
   * @param samples by the names of the placeholders, letter case aside
   */
  public static TemplateMessage of(byte[] message, Map<String, String> samples) {
    // Each byte is one character, so that what is not a placeholder stays as it is.
    TreeSet<String> unfilled = new TreeSet<>();
    String text = new String(message, StandardCharsets.ISO_8859_1);
    if (samples.isEmpty()) {
      filled(text, samples, unfilled);
      return new TemplateMessage(message, unfilled);
    }
    return new TemplateMessage(
        filled(text, samples, unfilled).getBytes(StandardCharsets.ISO_8859_1), unfilled);
  }

  /**
   * Makes a message of its parts.
   *
   * @param from as in the From field; empty for none
   * @param html the HTML text; empty for none
   * @param plain the plain text; empty for none
   * @param headers further header fields, a line each; empty for none
   */
  public static TemplateMessage of(
      String from,
      String subject,
      String html,
      String plain,
      String headers,
      Map<String, String> samples) {
    TreeSet<String> unfilled = new TreeSet<>();
    StringBuilder message = new StringBuilder();
    field(message, "From", filled(from, samples, unfilled));
    field(message, "Subject", encoded(filled(subject, samples, unfilled)));
    filled(headers, samples, unfilled)
        .lines()
        .filter(line -> line.matches("[!-9;-~]+:.*"))
        .forEach(line -> message.append(line).append("\r\n"));
    message.append("MIME-Version: 1.0\r\n");
    String plainText = filled(plain, samples, unfilled);
    String htmlText = filled(html, samples, unfilled);
    if (!plainText.isBlank() && !htmlText.isBlank()) {
      String boundary = "=_template";
      message.append("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n");
      message.append("--" + boundary + "\r\n");
      part(message, "plain", plainText);
      message.append("--" + boundary + "\r\n");
      part(message, "html", htmlText);
      message.append("--" + boundary + "--\r\n");
    } else {
      part(
          message,
          htmlText.isBlank() ? "plain" : "html",
          htmlText.isBlank() ? plainText : htmlText);
    }
    return new TemplateMessage(message.toString().getBytes(StandardCharsets.US_ASCII), unfilled);
  }

  private static void field(StringBuilder message, String name, String value) {
    if (!value.isBlank()) {
      message.append(name).append(": ").append(value.replaceAll("\\s*[\\r\\n]+\\s*", " "));
      message.append("\r\n");
    }
  }

  private static String encoded(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)
        ? text
        : "=?UTF-8?B?"
            + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }

  private static void part(StringBuilder message, String subtype, String text) {
    message
        .append("Content-Type: text/")
        .append(subtype)
        .append("; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
        .append(
            Base64.getMimeEncoder(76, new byte[] {'\r', '\n'})
                .encodeToString(text.getBytes(StandardCharsets.UTF_8)))
        .append("\r\n");
  }

  private static String filled(String text, Map<String, String> samples, Set<String> unfilled) {
    Map<String, String> bySmallNames = new java.util.HashMap<>();
    samples.forEach((name, value) -> bySmallNames.put(name.toLowerCase(Locale.ROOT), value));
    Matcher placeholder = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (placeholder.find()) {
      String name = "";
      for (int i = 1; i <= placeholder.groupCount(); i++) {
        name = placeholder.group(i) == null ? name : placeholder.group(i);
      }
      String sample = bySmallNames.get(name.toLowerCase(Locale.ROOT));
      if (sample == null) {
        unfilled.add(name);
      }
      placeholder.appendReplacement(
          filled, Matcher.quoteReplacement(sample == null ? placeholder.group() : sample));
    }
    return placeholder.appendTail(filled).toString();
  }
}
