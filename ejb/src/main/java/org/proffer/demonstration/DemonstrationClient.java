package org.proffer.demonstration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.ejb3.annotation.RunAsPrincipal;
import org.jspecify.annotations.Nullable;
import org.proffer.access.ClientRelation;
import org.proffer.access.Logins;
import org.proffer.access.Role;
import org.proffer.advice.TemplateMessage;
import org.proffer.clients.AddressType;
import org.proffer.clients.Affiliate;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.ClientView;
import org.proffer.clients.Clients;
import org.proffer.clients.MailDomain;
import org.proffer.clients.Mechanism;
import org.proffer.clients.MechanismType;
import org.proffer.clients.PostalAddress;
import org.proffer.clients.Programme;
import org.proffer.clients.ProgrammeState;
import org.proffer.clients.Provider;
import org.proffer.clients.Sender;
import org.proffer.clients.Standing;
import org.proffer.clients.Walkthrough;
import org.proffer.compliance.AuditRequest;
import org.proffer.compliance.DeskFinding;
import org.proffer.compliance.DeskFindings;
import org.proffer.compliance.MailingAudits;
import org.proffer.compliance.OptOutClocks;
import org.proffer.compliance.TemplateCheckView;
import org.proffer.compliance.TemplateChecks;
import org.proffer.generator.SimulatedSender;
import org.proffer.generator.SimulatedSender.Fault;
import org.proffer.mailings.ListKind;
import org.proffer.platform.Places;

/**
 * Loads a client of the compliance desk that is invented as a whole, in the background, through the
 * same services as everybody: its records, checked messages, requests with their clocks, and an
 * audit of a simulated sender. A load that a stop interrupted goes on at the next start.
 */
@Singleton
@Startup
@PermitAll
@RunAs("COMPLIANCE_OFFICER")
@RunAsPrincipal("demonstration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemonstrationClient {
  /** Its name. */
  static final String NAME = SimulatedSender.NAME + " (demonstration, invented)";

  private static final long SEED = 7704;
  private static final String FROM = SimulatedSender.NAME + " <news@larkspur.example>";
  private static final String OFFER =
      "<p>Spring bulbs at 20 % off until Sunday. <a href=\"https://larkspur.example/bulbs\">Order"
          + " now</a>.</p><p>This is an advertisement.</p>"
          + "<p>You can opt out of these offers: <a href=\"https://larkspur.example/leave\">"
          + "unsubscribe</a>.</p>";

  @Resource private TimerService timers;
  @Inject private Places places;
  @Inject private Logins logins;
  @Inject private Clients clients;
  @Inject private ClientRecords records;
  @Inject private TemplateChecks checks;
  @Inject private OptOutClocks clocks;
  @Inject private MailingAudits audits;
  @Inject private DeskFindings findings;
  @Inject private Clock clock;

  @PostConstruct
  void plan() {
    if (places.demonstration()) {
      timers.createSingleActionTimer(1, new TimerConfig("load the demonstration client", false));
    }
  }

  @Timeout
  void load() {
    UUID id =
        clients.list().stream()
            .filter(client -> client.name().equals(NAME))
            .map(ClientView::id)
            .findFirst()
            .orElseGet(() -> clients.open(NAME));
    if (records.list(ClientKinds.PROGRAMME, id).isEmpty()) {
      recordWhatIsSent(id);
    }
    UUID weekly = records.list(ClientKinds.PROGRAMME, id).get(0).id();
    if (checks.list(id, "", 1).isEmpty()) {
      check(id, weekly);
    }
    if (clocks.count(id) == 0) {
      enterRequests(id);
    }
    if (audits.list(id).isEmpty()) {
      audit(id, weekly);
    }
    officers().forEach(login -> clients.addMember(id, login, ClientRelation.LEAD));
  }

  private void recordWhatIsSent(UUID id) {
    UUID sender =
        records
            .add(
                ClientKinds.SENDER,
                id,
                new Sender(
                    SimulatedSender.NAME,
                    Standing.ORGANISATION,
                    null,
                    false,
                    SimulatedSender.ZONE.getId(),
                    ""))
            .id();
    records.add(
        ClientKinds.SENDER,
        id,
        new Sender(SimulatedSender.LINE, Standing.LINE_OF_BUSINESS, sender, true, "", ""));
    records.add(
        ClientKinds.ADDRESS,
        id,
        new PostalAddress(
            SimulatedSender.ADDRESS,
            AddressType.STREET,
            sender,
            LocalDate.of(2020, 1, 1),
            null,
            true,
            "An invented lease"));
    records.add(
        ClientKinds.DOMAIN,
        id,
        new MailDomain(
            "larkspur.example",
            sender,
            SimulatedSender.NAME,
            true,
            LocalDate.of(2020, 1, 1),
            null,
            "An invented record of a registrar"));
    UUID provider =
        records
            .add(
                ClientKinds.PROVIDER,
                id,
                new Provider("Windowbox Mail", false, "Of 2 January 2026, invented", ""))
            .id();
    UUID affiliate =
        records
            .add(
                ClientKinds.AFFILIATE,
                id,
                new Affiliate(
                    SimulatedSender.AFFILIATE,
                    "Of 2 January 2026, invented",
                    LocalDate.of(2026, 1, 2),
                    null,
                    "By file, each night",
                    true,
                    ""))
            .id();
    UUID mechanism =
        records
            .add(
                ClientKinds.MECHANISM,
                id,
                new Mechanism(
                    "Page to leave",
                    MechanismType.PAGE,
                    "https://larkspur.example/leave",
                    sender,
                    "",
                    ""))
            .id();
    records.add(
        ClientKinds.WALKTHROUGH,
        id,
        new Walkthrough(
            mechanism,
            Instant.parse("2026-03-17T15:00:00Z"),
            false,
            List.of(),
            List.of(),
            false,
            false,
            true,
            "",
            "C. Olson, by hand; invented"));
    programme(id, "Weekly offers", ProgrammeState.RUNNING, sender, provider, affiliate, mechanism);
    programme(id, "Autumn catalogue", ProgrammeState.PLANNED, sender, provider, null, mechanism);
  }

  private void programme(
      UUID id,
      String name,
      ProgrammeState state,
      UUID sender,
      UUID provider,
      @Nullable UUID affiliate,
      UUID mechanism) {
    records.add(
        ClientKinds.PROGRAMME,
        id,
        new Programme(
            name,
            state,
            sender,
            "Offers",
            provider,
            affiliate == null ? List.of() : List.of(affiliate),
            mechanism,
            null,
            ""));
  }

  private void check(UUID id, UUID programme) {
    TemplateCheckView draft = check(id, programme, "Spring bulbs, draft", OFFER);
    check(
        id,
        programme,
        "Spring bulbs, second draft",
        OFFER + "<p>" + SimulatedSender.NAME + ", " + SimulatedSender.ADDRESS + "</p>");
    for (DeskFinding finding : findings.list(id, "OPEN")) {
      if (finding.sourceId().equals(draft.id()) && !officers().isEmpty()) {
        findings.change(
            finding.id(),
            finding.version(),
            new DeskFindings.Change(
                DeskFinding.State.IN_REMEDY,
                officers().get(0),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(5),
                "",
                null,
                "The address is added to the template."));
      }
    }
  }

  /** The logins of those who work at the desk. */
  private List<String> officers() {
    return logins.all().stream()
        .filter(login -> login.roles().contains(Role.COMPLIANCE_OFFICER))
        .map(login -> login.login())
        .toList();
  }

  private TemplateCheckView check(UUID id, UUID programme, String title, String html) {
    return checks.check(
        id,
        new TemplateChecks.Asked(
            programme,
            title,
            TemplateCheckView.Origin.PASTED,
            TemplateMessage.of(FROM, "20 % off spring bulbs", html, "", "", Map.of()),
            ""));
  }

  /** Requests that are overdue, due soon, running, honored in time and late, as of today. */
  private void enterRequests(UUID id) {
    int[][] days = {{25, -1}, {12, -1}, {5, -1}, {2, -1}, {40, 6}, {45, 30}, {60, 2}};
    int number = 0;
    for (int[] day : days) {
      Instant received = clock.instant().minus(Duration.ofDays(day[0]));
      OptOutClocks.Request request =
          clocks.enter(
              id,
              new OptOutClocks.Entered(
                  "reader" + ++number + "@home.example", received, "", "", "page to leave"));
      if (day[1] >= 0) {
        clocks.honor(request.id(), received.plus(Duration.ofDays(day[1])));
      }
    }
  }

  private void audit(UUID id, UUID programme) {
    SimulatedSender sender =
        new SimulatedSender(
            SEED,
            EnumSet.of(
                Fault.LATE_ON_DAY_ELEVEN,
                Fault.LATE_IN_ONE_ZONE,
                Fault.TRANSFERRED,
                Fault.NO_ADDRESS));
    UUID audit =
        audits.prepare(
            id,
            new AuditRequest("Weekly offers, half a year", programme, "", "", "", "", true, true));
    sender
        .lists()
        .forEach(
            (kind, csv) -> {
              byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
              audits.give(
                  audit,
                  ListKind.valueOf(kind),
                  kind.toLowerCase(java.util.Locale.ROOT) + ".csv",
                  new ByteArrayInputStream(bytes),
                  bytes.length);
            });
    byte[] messages = sender.mailbox().getBytes(StandardCharsets.UTF_8);
    audits.giveMessages(
        audit, "mailing-16-march.mbox", new ByteArrayInputStream(messages), messages.length);
    audits.giveFacts(audit, sender.facts());
    audits.start(audit);
  }
}
