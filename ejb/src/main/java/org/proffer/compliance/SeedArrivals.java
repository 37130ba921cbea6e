package org.proffer.compliance;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.ejb3.annotation.RunAsPrincipal;
import org.proffer.access.RowIdentity;
import org.proffer.advice.TemplateMessage;
import org.proffer.check.Sha256;
import org.proffer.mail.ByteSource;

/**
 * Checks what arrives at seed mailboxes, each copy as sent to its address at its time. It works in
 * the name of whoever switched the mailbox on: once they no longer work for the client, nothing is
 * taken any more.
 */
@Stateless
@PermitAll
@RunAs("COMPLIANCE_OFFICER")
@RunAsPrincipal("seed-mailboxes")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SeedArrivals {
  @Inject private SeedRows rows;
  @Inject private TemplateChecks checks;
  @Inject private Clock clock;

  /** Whether a seed mailbox receives mail to an address. */
  public boolean accepts(String address) {
    return !RowIdentity.asPortal(() -> rows.receiving(address)).isEmpty();
  }

  /** Checks a message that was sent to an address, for each mailbox that receives it. */
  public void receive(String address, byte[] message) throws IOException {
    List<SeedRows.Seed> seeds = RowIdentity.asPortal(() -> rows.receiving(address));
    for (SeedRows.Seed seed : seeds) {
      take(seed, message);
    }
  }

  /** Checks a message that arrived at a mailbox; one that is there already is left as it is. */
  public void take(SeedRows.Seed seed, byte[] message) throws IOException {
    String sha256 = Sha256.hex(ByteSource.of(message));
    if (RowIdentity.asPortal(() -> rows.isThere(seed, sha256))) {
      return;
    }
    Instant now = clock.instant();
    MessageSet.Copy copy = MessageSet.Copy.of(ByteSource.of(message));
    Instant sent = copy.sentAt();
    // A date that lies ahead is not when it was sent.
    boolean dated = sent != null && !sent.isAfter(now);
    String source = dated ? "the Date field of the copy" : "when the copy arrived";
    JsonArrayBuilder facts =
        Json.createArrayBuilder()
            .add(
                fact("transmission", source)
                    .add("at", dated ? String.valueOf(sent) : now.toString()))
            .add(
                fact("recipient", "the seed mailbox that it arrived at")
                    .add("address", seed.address()));
    JsonObject file = Json.createObjectBuilder().add("facts", facts).build();
    RowIdentity.as(
        seed.officer(),
        () ->
            checks.check(
                seed.clientId(),
                new TemplateChecks.Asked(
                    seed.programmeId(),
                    "",
                    TemplateCheckView.Origin.SEED,
                    TemplateMessage.of(message, Map.of()),
                    file.toString())));
    RowIdentity.asPortal(
        () -> {
          rows.arrived(seed, now);
          return true;
        });
  }

  private static jakarta.json.JsonObjectBuilder fact(String kind, String source) {
    return Json.createObjectBuilder().add("fact", kind).add("source", source);
  }
}
