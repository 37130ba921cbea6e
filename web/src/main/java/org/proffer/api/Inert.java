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
    String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(body, MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_LENGTH, bytes.length())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }
}
