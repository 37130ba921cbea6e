package org.proffer.portal;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Where mail servers of the tests will be, named to the portal before they are there.
 *
 * @param plain port without TLS
 * @param tls port with TLS from the start
 * @param cut port of a connection that is cut
 */
record MailServerPlaces(int plain, int tls, int cut) {
  private static MailServerPlaces ofAllTests;

  static synchronized MailServerPlaces ofAllTests() {
    if (ofAllTests == null) {
      try {
        ofAllTests = new MailServerPlaces(Portal.freePort(), Portal.freePort(), Portal.freePort());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ofAllTests;
  }

  /** As the administrator names them. */
  String named() {
    return "127.0.0.1:" + plain + ",localhost:" + tls + ",127.0.0.1:" + tls + ",127.0.0.1:" + cut;
  }
}
