package org.proffer.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes connections on to a server and cuts the first of them after so many bytes of answers. */
final class CutConnection implements AutoCloseable {
  private final ServerSocket entrance;
  private final int server;
  private final long after;
  private final int times;
  private final Runnable thereupon;
  private final AtomicInteger cuts = new AtomicInteger();

  /**
   * Begins to listen.
   *
   * @param after bytes the server sends, counted in each connection
   * @param times how many connections are cut; later ones last
   * @param thereupon what else happens at each cut, before anybody connects again
   */
  CutConnection(int port, int server, long after, int times, Runnable thereupon)
      throws IOException {
    this.entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.server = server;
    this.after = after;
    this.times = times;
    this.thereupon = thereupon;
    daemon(this::accept);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "cut connection");
    thread.setDaemon(true);
    thread.start();
  }

  /** How often it was cut. */
  int cuts() {
    return cuts.get();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        daemon(() -> pass(client, behind, Long.MAX_VALUE));
        daemon(() -> pass(behind, client, cuts.get() < times ? after : Long.MAX_VALUE));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket from, Socket to, long most) {
    byte[] buffer = new byte[8_192];
    long passed = 0;
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        passed += n;
        if (passed > most) {
          thereupon.run();
          cuts.incrementAndGet();
          return;
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException closed) {
      return; // by the other side
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
