package org.proffer.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.platform.Places;
import org.proffer.timestamp.Stamp;
import org.proffer.timestamp.StampRefused;
import org.proffer.timestamp.StampRequest;
import org.proffer.timestamp.StampRoots;
import org.proffer.timestamp.StampedHead;

/**
 * Time stamps (RFC 3161) of an authority that is not the office over heads of the custody log, in
 * {@code custody.stamps} beside the heads. A stamp is kept only if a certificate the office trusts
 * vouches for it. Nothing waits for the authority: where it does not answer, heads go on without.
 */
@ApplicationScoped
public class HeadStamps {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LARGEST = 1 << 20;

  @Inject private CustodyKeeper keeper;
  @Inject private Places places;

  private final SecureRandom random = new SecureRandom();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * A head with its stamp.
   *
   * @param head as it was signed
   */
  public record Stamped(Head head, Stamp stamp) {}

  /** Whether an authority is named. */
  public boolean isAsked() {
    return places.timeStampAuthority().isPresent();
  }

  /** The stamps, in the order in which they came. */
  public List<StampedHead> stamps() {
    try {
      return StampedHead.read(file());
    } catch (IOException e) {
      throw new UncheckedIOException("the time stamps cannot be read", e);
    }
  }

  private Path file() {
    return places.ledger().resolve("custody.stamps");
  }

  /** The newest stamp; empty before the first. */
  public Optional<Stamped> last() {
    List<StampedHead> stamps = stamps();
    if (stamps.isEmpty()) {
      return Optional.empty();
    }
    StampedHead last = stamps.get(stamps.size() - 1);
    try {
      String note =
          last.note(keeper.heads().notes())
              .orElseThrow(
                  () -> new IOException("the newest time stamp is over a head that is not there"));
      return Optional.of(
          new Stamped(Head.of(note), Stamp.read(last.der(), StampedHead.stamped(note))));
    } catch (IOException | StampRefused e) {
      throw new IllegalStateException("the newest time stamp cannot be read", e);
    }
  }

  /**
   * Has a signed head stamped, unless it is already.
   *
   * @throws IOException if the authority does not answer, or its answer is none that the office
   *     trusts; the message says which
   */
  public synchronized void stamp(String note) throws IOException {
    Head head = Head.of(note);
    if (stamps().stream().anyMatch(each -> each.note(List.of(note)).isPresent())) {
      return;
    }
    byte[] bytes = StampedHead.stamped(note);
    StampRequest request = StampRequest.over(bytes, new BigInteger(64, random));
    URI authority =
        places
            .timeStampAuthority()
            .orElseThrow(() -> new IOException("no time-stamp authority is named (PROFFER_TSA)"));
    StampRoots roots =
        StampRoots.read(
            places
                .timeStampRoots()
                .orElseThrow(
                    () ->
                        new IOException(
                            "the certificates of the authority are not named"
                                + " (PROFFER_TSA_ROOTS)")));
    try {
      byte[] token = request.token(answer(authority, request));
      roots.trusted(token, bytes);
      HeadsFile.appendWhole(file(), StampedHead.of(head, token).line());
    } catch (StampRefused e) {
      throw new IOException("the time stamp of " + authority + " " + e.getMessage(), e);
    }
  }

  /** Has a signed head stamped where an authority is named; the log says where that fails. */
  public void tryToStamp(String note) {
    if (isAsked()) {
      try {
        stamp(note);
      } catch (IOException e) {
        CustodyLogMessages.LOG.notStamped(e);
      }
    }
  }

  private byte[] answer(URI authority, StampRequest request) throws IOException {
    try {
      HttpResponse<InputStream> answer =
          http.send(
              HttpRequest.newBuilder(authority)
                  .timeout(PATIENCE)
                  .header("Content-Type", StampRequest.QUERY)
                  .header("Accept", StampRequest.REPLY)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(request.encoded()))
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException(authority + " answers " + answer.statusCode());
        }
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw new IOException(authority + " answers with more than a time stamp");
        }
        return bytes;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(authority + " was not waited for", e);
    }
  }
}
