package org.proffer.portal;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.proffer.generator.RingMailbox;

/** An import that is disturbed at random moments, and what is left of it. */
final class DisturbedImport {
  /** What happens to it. */
  enum Disturbance {
    /** The server and its launcher are killed and started again. */
    SERVER_KILLED,
    /** The database is killed; the launcher starts it again. */
    DATABASE_KILLED
  }

  private static final String MESSAGES =
      """
      select md5(string_agg(concat_ws('|', number, member, path, object_sha256, object_offset, byte_offset, length, sha256,
          outcome, sent_at, from_address, subject, message_id, verdict, array_to_string(violated, ','), encode(packed_assessment, 'hex'),
          search::text, encode(content_sha256, 'hex'), encode(mih, 'hex')), E'\\n' order by number))
      from proffer.message where case_id = ?""";
  private static final String RECEIPTS =
      "select count(*) from proffer.custody_event e join proffer.evidence_item i on i.id = e.item_id"
          + " where e.kind = 'RECEIVED' and i.case_id = ?";

  /**
   * What an import has left behind.
   *
   * @param messages how many rows
   * @param content a hash over everything that is stored of the messages
   * @param receipts custody events that say the item was received
   * @param counted what the import says it stored
   */
  record Left(String state, long messages, String content, long receipts, long counted) {}

  private final Portal portal;
  private final Api paralegal;

  DisturbedImport(Portal portal, Api paralegal) {
    this.portal = portal;
    this.paralegal = paralegal;
  }

  static byte[] mailbox(int messages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new RingMailbox(20_090_119, messages).writeMbox(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Imports a mailbox into a case of its own, disturbed so many times.
   *
   * @param within each disturbance comes at a random moment within this time
   */
  Left run(byte[] mailbox, Disturbance disturbance, int times, Duration within, Random random)
      throws Exception {
    String caseId = paralegal.openCase("Disturbed " + times);
    String importId = paralegal.startImport(caseId, "ring.mbox", mailbox);
    for (int i = 0; i < times; i++) {
      LockSupport.parkNanos(random.nextLong(within.toNanos()));
      if (disturbance == Disturbance.SERVER_KILLED) {
        portal.kill();
        portal.start();
        paralegal.logIn();
      } else {
        portal.killDatabase();
        awaitDatabase(importId);
      }
    }
    JsonObject ended = paralegal.ended(importId);
    return new Left(
        ended.getString("state"),
        PortalDatabase.count("select count(*) from proffer.message where case_id = ?", caseId),
        PortalDatabase.words(MESSAGES, caseId),
        PortalDatabase.count(RECEIPTS, caseId),
        ended.getJsonNumber("messages").longValue());
  }

  private void awaitDatabase(String importId) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < until) {
      if (paralegal.get("/imports/" + importId).statusCode() == 200) {
        return;
      }
      LockSupport.parkNanos(200_000_000);
    }
    throw new AssertionError("the portal does not answer a minute after its database was killed");
  }
}
