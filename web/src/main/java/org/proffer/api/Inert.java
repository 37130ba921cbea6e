package org.proffer.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.proffer.mail.ByteSource;

/** Evidence as it leaves the server: bytes to be saved, never anything a browser would run. */
final class Inert {
  private Inert() {}

  static Response text(String text, String fileName) {
    return Response.ok(text, "text/plain;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + fileName)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** What is written while it goes out, so that its length is not known. */
  static Response stream(StreamingOutput body, String type, String fileName) {
    return Response.ok(body, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + fileName)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }

  static Response attachment(ByteSource bytes, String fileName) {
    StreamingOutput body =
        out -> {
          try (InputStream in = bytes.open(0)) {
            in.transferTo(out);
          }
        };
    return Response.ok(body, MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_LENGTH, bytes.length())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(fileName))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }

  /** A file that a page of the portal shows in a frame of its own. */
  static Response shown(ByteSource bytes, String fileName) {
    StreamingOutput body =
        out -> {
          try (InputStream in = bytes.open(0)) {
            in.transferTo(out);
          }
        };
    return Response.ok(body, "application/pdf")
        .header(HttpHeaders.CONTENT_LENGTH, bytes.length())
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename*=UTF-8''" + encoded(fileName))
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** A page in which nothing runs and nothing is loaded. */
  static Response page(String html) {
    return Response.ok(html, "text/html;charset=UTF-8")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .build();
  }

  static Response bytes(byte[] bytes, String type, String fileName) {
    return Response.ok(bytes, type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(fileName))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static String encoded(String fileName) {
    return URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
