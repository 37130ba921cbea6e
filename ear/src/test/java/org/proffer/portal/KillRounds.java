package org.proffer.portal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.proffer.portal.DisturbedImport.Disturbance;
import org.proffer.portal.DisturbedImport.Left;

/**
 * Kills server and database at random moments of imports of 5,000 messages, as often as asked, and
 * says what was left: {@code KillRounds FOLDER SERVER_KILLS DATABASE_KILLS KILLS_AN_IMPORT SEED}.
 */
public final class KillRounds {
  private KillRounds() {}

  /** Ends with 1 at the first import that ends otherwise than an undisturbed one. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    System.setProperty("proffer.it.folder", folder.toString());
    int each = Integer.parseInt(arguments[3]);
    Random random = new Random(Long.parseLong(arguments[4]));
    Portal portal = Portal.on(folder);
    Api paralegal = new Api(portal, "paralegal").logIn();
    DisturbedImport imports = new DisturbedImport(portal, paralegal);
    byte[] mailbox = DisturbedImport.mailbox(5_000);
    imports.run(mailbox, Disturbance.DATABASE_KILLED, 0, Duration.ofSeconds(1), random);
    long began = System.nanoTime();
    Left undisturbed =
        imports.run(mailbox, Disturbance.DATABASE_KILLED, 0, Duration.ofSeconds(1), random);
    Duration within = Duration.ofNanos((System.nanoTime() - began) * 3 / 2 / each);
    System.out.println("undisturbed in " + within.multipliedBy(each) + " * 2/3: " + undisturbed);
    rounds(
        imports,
        mailbox,
        Disturbance.SERVER_KILLED,
        arguments[1],
        each,
        within,
        random,
        undisturbed);
    rounds(
        imports,
        mailbox,
        Disturbance.DATABASE_KILLED,
        arguments[2],
        each,
        within,
        random,
        undisturbed);
    portal.stop();
    System.exit(0);
  }

  private static void rounds(
      DisturbedImport imports,
      byte[] mailbox,
      Disturbance disturbance,
      String asked,
      int each,
      Duration within,
      Random random,
      Left undisturbed)
      throws Exception {
    int kills = Integer.parseInt(asked);
    for (int done = 0; done < kills; ) {
      int now = Math.min(each, kills - done);
      Left left = imports.run(mailbox, disturbance, now, within, random);
      done += now;
      System.out.println(disturbance + " " + done + " of " + kills + ": " + left);
      if (!left.equals(undisturbed)) {
        System.out.println("DIFFERS from " + undisturbed);
        System.exit(1);
      }
    }
  }
}
