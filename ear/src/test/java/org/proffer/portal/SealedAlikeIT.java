package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A sealed case and one that does not exist, asked for by somebody who is of neither: the same
 * status, the same words, and no difference in time that tries could tell.
 *
 * <p>By itself a short run that finds gross differences; {@code -Dproffer.timing=1000} asks each
 * address a thousand times of each kind, alternated in an order drawn by lot, and prints medians
 * and the probability of such a difference between equals.
 */
class SealedAlikeIT {
  private static final int TRIES = Integer.getInteger("proffer.timing", 60);
  private static final String MISSING = "01a20a72-ffff-7fff-8fff-ffffffffffff";
  private static final long LOT = 20_261_201;

  private static AccessMatrixIT.Case sealed;
  private static Api stranger;

  @BeforeAll
  static void office() throws Exception {
    sealed = AccessMatrixIT.office().get("sealed");
    stranger = AccessMatrixIT.session("PROSECUTOR", "none");
  }

  /** What is asked for, by the id it names. */
  private static Map<String, String> addresses() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("api/v1/cases/%s", sealed.id());
    all.put("api/v1/cases/%s/parties", sealed.id());
    all.put("api/v1/cases/%s/timeline", sealed.id());
    all.put("api/v1/evidence/%s", sealed.item());
    all.put("api/v1/evidence/%s/raw", sealed.item());
    all.put("api/v1/imports/%s", sealed.run());
    all.put("api/v1/messages/%s", sealed.message());
    all.put("api/v1/messages/%s/raw", sealed.message());
    all.put("api/v1/records/%s", sealed.instrument());
    all.put("api/v1/documents/%s", sealed.document());
    all.put("cases/case.xhtml?id=%s", sealed.id());
    all.put("cases/people.xhtml?case=%s", sealed.id());
    all.put("evidence/item.xhtml?id=%s", sealed.item());
    all.put("messages/message.xhtml?id=%s", sealed.message());
    all.put("records/record.xhtml?id=%s", sealed.instrument());
    return all;
  }

  private record Asked(int status, String body, double millis) {}

  private static Asked ask(String address, String id) throws Exception {
    long begun = System.nanoTime();
    HttpResponse<String> answer = stranger.pageAnswer(address.formatted(id));
    double millis = (System.nanoTime() - begun) / 1e6;
    String words =
        answer
            .body()
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
            .replaceAll("value=\"-?\\d+:-?\\d+\"", "value=STATE")
            .replaceAll("nonce=\"[^\"]+\"", "nonce=NONCE")
            .replaceAll("csp[.]init\\('[^']+'", "csp.init('NONCE'");
    return new Asked(answer.statusCode(), words, millis);
  }

  @Test
  void sealedAndMissingAreAnsweredAlikeAndAsFast() throws Exception {
    Random lot = new Random(LOT);
    List<String> differ = new ArrayList<>();
    StringBuilder table = new StringBuilder();
    for (Map.Entry<String, String> each : addresses().entrySet()) {
      double[] there = new double[TRIES];
      double[] nowhere = new double[TRIES];
      for (int i = -Math.min(TRIES, 100); i < TRIES; i++) {
        boolean sealedFirst = lot.nextBoolean();
        Asked first = ask(each.getKey(), sealedFirst ? each.getValue() : MISSING);
        Asked second = ask(each.getKey(), sealedFirst ? MISSING : each.getValue());
        Asked one = sealedFirst ? first : second;
        Asked other = sealedFirst ? second : first;
        assertThat(one.status()).as(each.getKey()).isEqualTo(404).isEqualTo(other.status());
        assertThat(one.body()).as(each.getKey()).isEqualTo(other.body());
        if (i >= 0) {
          there[i] = one.millis();
          nowhere[i] = other.millis();
        }
      }
      MannWhitney told = MannWhitney.of(nowhere, there);
      table.append(
          String.format(
              "%-34s sealed %7.3f ms  missing %7.3f ms  longer %.3f  p %.4f%n",
              each.getKey(),
              MannWhitney.median(there),
              MannWhitney.median(nowhere),
              told.greater(),
              told.p()));
      // In fifteen comparisons, one in a thousand of equals looks like this.
      if (told.p() < 0.001 / 15) {
        differ.add(each.getKey());
      }
    }
    System.out.printf("Sealed and missing, %d tries each:%n%s", TRIES, table);
    assertThat(differ).as(table.toString()).isEmpty();
  }
}
