package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.check.CheckedMessage;
import org.proffer.check.CheckedMessageJson;
import org.proffer.check.MessageCheck;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.mail.ByteSource;
import org.proffer.platform.InvalidInput;

/** The engine on one message; nothing is kept. */
@Path("/compliance/check")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ComplianceResource {
  private static final int MOST = 32 << 20;

  @Inject private Access access;
  @Inject private Clock clock;

  /** Checks the message that is the body of the request. */
  @POST
  @Consumes({"message/rfc822", MediaType.APPLICATION_OCTET_STREAM})
  public String check(InputStream body) throws IOException {
    access.require(Action.CHECK_MESSAGE);
    byte[] bytes = body.readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw new InvalidInput(
          "message",
          "The message has more than " + MOST + " bytes.",
          "Receive it as evidence of a case.");
    }
    CheckedMessage checked =
        new MessageCheck()
            .check(
                ByteSource.of(bytes),
                RecordedFacts.NONE,
                null,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    StringBuilder json = new StringBuilder();
    CheckedMessageJson.write(json, "request", 0, bytes.length, checked);
    return json.toString();
  }
}
