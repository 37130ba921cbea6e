package org.proffer.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proffer.mailings.AuditSettings;
import org.proffer.mailings.AuditTally;
import org.proffer.mailings.ListKind;
import org.proffer.mailings.ListSource;
import org.proffer.mailings.MailingAudit;

class SimulatedSenderTest {
  private static List<String> found(SimulatedSender sender) throws IOException {
    Map<ListKind, ListSource> lists = new EnumMap<>(ListKind.class);
    for (Map.Entry<String, String> list : sender.lists().entrySet()) {
      byte[] bytes = list.getValue().getBytes(StandardCharsets.UTF_8);
      ListKind kind = ListKind.valueOf(list.getKey());
      lists.put(kind, ListSource.guessed(kind, () -> new ByteArrayInputStream(bytes)));
    }
    List<String> found = new ArrayList<>();
    AuditTally tally =
        MailingAudit.of(
            new AuditSettings(
                SimulatedSender.NAME,
                SimulatedSender.ZONE,
                ZoneOffset.UTC,
                "Offers",
                true,
                true,
                LocalDate.of(2026, 12, 1)),
            lists,
            hit -> found.add(hit.requirement() + " " + hit.verdict() + " " + hit.address()),
            () -> false);
    assertThat(tally.problemRows()).isEmpty();
    return found.stream().sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 2026})
  void everyFaultIsFoundUnderItsRequirementAndNothingElse(long seed) throws IOException {
    SimulatedSender sender = new SimulatedSender(seed, EnumSet.allOf(SimulatedSender.Fault.class));

    assertThat(sender.expected()).hasSize(9 * 3);
    assertThat(found(sender)).isEqualTo(sender.expected());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 2026})
  void aSenderWithoutFaultsYieldsNothing(long seed) throws IOException {
    assertThat(found(new SimulatedSender(seed, Set.of()))).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameSender() {
    assertThat(new SimulatedSender(7, Set.of()).lists())
        .isEqualTo(new SimulatedSender(7, Set.of()).lists())
        .isNotEqualTo(new SimulatedSender(8, Set.of()).lists());
  }
}
