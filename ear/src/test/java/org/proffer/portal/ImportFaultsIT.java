package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.proffer.portal.DisturbedImport.Disturbance;
import org.proffer.portal.DisturbedImport.Left;

/** Imports that are killed, held, ranked: none lost, none twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportFaultsIT {
  private static final long SEED = 7_704;
  private static final byte[] MAILBOX = DisturbedImport.mailbox(5_000);

  private Portal portal;
  private Api paralegal;
  private Left undisturbed;

  @BeforeAll
  void importUndisturbed() throws Exception {
    portal = Portal.running();
    paralegal = new Api(portal, "paralegal").logIn();
    undisturbed = disturbed(Disturbance.DATABASE_KILLED, 0);
  }

  private Left disturbed(Disturbance disturbance, int times) throws Exception {
    return new DisturbedImport(portal, paralegal)
        .run(MAILBOX, disturbance, times, Duration.ofSeconds(4), new Random(SEED));
  }

  @Test
  void anUndisturbedImportStoresEachMessageOnce() {
    assertThat(undisturbed.state()).isEqualTo("COMPLETED");
    assertThat(undisturbed.messages()).isEqualTo(5_000);
    assertThat(undisturbed.counted()).isEqualTo(5_000);
    assertThat(undisturbed.receipts()).isEqualTo(1);
  }

  @Test
  void anImportWhoseServerIsKilledTwiceEndsAsAnUndisturbedOne() throws Exception {
    assertThat(disturbed(Disturbance.SERVER_KILLED, 2)).isEqualTo(undisturbed);
  }

  @Test
  void anImportWhoseDatabaseIsKilledEndsAsAnUndisturbedOne() throws Exception {
    assertThat(disturbed(Disturbance.DATABASE_KILLED, 1)).isEqualTo(undisturbed);
  }

  @Test
  void anImportThatIsHeldStandsStillAndGoesOn() throws Exception {
    String caseId = paralegal.openCase("Held");
    String importId = paralegal.startImport(caseId, "ring.mbox", MAILBOX);
    while (paralegal.read("/imports/" + importId).getInt("messages") == 0) {
      LockSupport.parkNanos(5_000_000);
    }
    paralegal.post("/imports/" + importId + "/pause", "{}");
    int held = paralegal.read("/imports/" + importId).getInt("messages");
    LockSupport.parkNanos(1_500_000_000);
    JsonObject later = paralegal.read("/imports/" + importId);

    assertThat(later.getString("state")).isEqualTo("PAUSED");
    assertThat(later.getInt("messages")).isEqualTo(held).isLessThan(5_000);
    assertThat(later.getInt("plannedMessages")).isEqualTo(5_000);

    paralegal.post("/imports/" + importId + "/resume", "{}");
    assertThat(paralegal.ended(importId).getInt("messages")).isEqualTo(5_000);
    assertThat(
            PortalDatabase.count("select count(*) from proffer.message where case_id = ?", caseId))
        .isEqualTo(5_000);
  }

  @Test
  void theMoreUrgentImportEndsFirst() throws Exception {
    String caseId = paralegal.openCase("Ranked");
    String later = paralegal.startImport(caseId, "large.mbox", DisturbedImport.mailbox(8_000));
    paralegal.post("/imports/" + later + "/priority", "{\"priority\":\"BACKGROUND\"}");
    String urgent = paralegal.startImport(caseId, "small.mbox", DisturbedImport.mailbox(2_000));
    paralegal.post("/imports/" + urgent + "/priority", "{\"priority\":\"URGENT\"}");
    paralegal.ended(urgent);

    assertThat(paralegal.read("/imports/" + later).getBoolean("ended")).isFalse();
    assertThat(paralegal.ended(later).getInt("messages")).isEqualTo(8_000);
  }

  @Test
  void aPriorityThatThereIsNotIsRefused() throws Exception {
    String caseId = paralegal.openCase("Unranked");
    String importId = paralegal.startImport(caseId, "small.mbox", DisturbedImport.mailbox(3));

    assertThat(
            paralegal.post("/imports/" + importId + "/priority", "{\"priority\":\"SOON\"}").body())
        .contains("SOON")
        .contains("BACKGROUND");
  }
}
