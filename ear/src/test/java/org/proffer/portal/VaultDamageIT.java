package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Damage to the vault, found by the check and by the next opening. {@code -Dproffer.flips=1000} and
 * {@code -Dproffer.cuts=50} for a whole run.
 */
class VaultDamageIT {
  private static final int FLIPS = Integer.getInteger("proffer.flips", 12);
  private static final int CUTS = Integer.getInteger("proffer.cuts", 6);
  private static final int ITEMS = 10;

  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");
  private final Random random = new Random(20_261_201);
  private final List<String> items = new ArrayList<>();
  private final List<Path> objects = new ArrayList<>();

  @BeforeEach
  void items() throws Exception {
    prosecutor.logIn();
    String caseId = prosecutor.openCase("Damaged");
    for (int i = 0; i < ITEMS; i++) {
      byte[] letter =
          ("From: a@example.org\r\nSubject: " + i + "\r\n\r\n" + "Buy now. ".repeat(500 + i))
              .getBytes(StandardCharsets.US_ASCII);
      HttpResponse<String> sent = prosecutor.send(caseId, i + ".eml", letter);
      items.add(Api.json(sent.body()).getString("id"));
      String sha = Api.json(sent.body()).getString("sha256");
      objects.add(
          portal
              .home()
              .resolve(
                  "vault/sha256/" + sha.substring(0, 2) + "/" + sha.substring(2, 4) + "/" + sha));
    }
  }

  /** Whether the check and the opening find what was done to an object, which is then mended. */
  private boolean isFound(int which, byte[] instead) throws Exception {
    byte[] good = Files.readAllBytes(objects.get(which));
    Files.write(objects.get(which), instead);
    try {
      HttpResponse<String> checked =
          prosecutor.post("/evidence/" + items.get(which) + "/fixity", "");
      return Api.json(checked.body()).containsKey("damagedAt")
          && prosecutor.get("/evidence/" + items.get(which) + "/raw").statusCode() == 409;
    } finally {
      Files.write(objects.get(which), good);
      HttpResponse<String> mended =
          prosecutor.post("/evidence/" + items.get(which) + "/fixity", "");
      assertThat(Api.json(mended.body()).containsKey("damagedAt")).isFalse();
    }
  }

  @Test
  void everyFlippedBitIsFound() throws Exception {
    int found = 0;
    for (int i = 0; i < FLIPS; i++) {
      int which = random.nextInt(ITEMS);
      byte[] bytes = Files.readAllBytes(objects.get(which));
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      found += isFound(which, bytes) ? 1 : 0;
    }
    System.out.println(found + " of " + FLIPS + " flipped bits found");
    assertThat(found).isEqualTo(FLIPS);
  }

  @Test
  void everySwapAndEveryTruncationIsFound() throws Exception {
    int found = 0;
    for (int i = 0; i < CUTS; i++) {
      int which = random.nextInt(ITEMS);
      byte[] bytes = Files.readAllBytes(objects.get(which));
      found +=
          isFound(
                  which,
                  i % 2 == 0
                      ? Arrays.copyOf(bytes, random.nextInt(bytes.length))
                      : Files.readAllBytes(objects.get((which + 1) % ITEMS)))
              ? 1
              : 0;
    }
    System.out.println(found + " of " + CUTS + " swaps and truncations found");
    assertThat(found).isEqualTo(CUTS);
  }
}
