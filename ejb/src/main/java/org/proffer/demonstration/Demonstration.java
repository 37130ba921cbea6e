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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.ejb3.annotation.RunAsPrincipal;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Action;
import org.proffer.access.Logins;
import org.proffer.access.MemberRole;
import org.proffer.access.Role;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseStatus;
import org.proffer.cases.Cases;
import org.proffer.cases.OpenCase;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.generator.DemonstrationCase;
import org.proffer.generator.RingMailbox;
import org.proffer.messages.Imports;
import org.proffer.parties.Alias;
import org.proffer.parties.AliasKind;
import org.proffer.parties.AliasType;
import org.proffer.parties.Certainty;
import org.proffer.parties.Party;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyRole;
import org.proffer.parties.PartyType;
import org.proffer.parties.Report;
import org.proffer.parties.ReportKind;
import org.proffer.platform.Places;
import org.proffer.records.Records;

/**
 * Loads the demonstration case, in the background, through the same services as everybody: case,
 * parties, reports, then the mailbox. A load that a stop interrupted goes on at the next start.
 */
@Singleton
@Startup
@PermitAll
@RunAs("PROSECUTOR")
@RunAsPrincipal("demonstration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Demonstration {
  private static final int MESSAGES = 2_000;

  @Resource private TimerService timers;
  @Inject private Places places;
  @Inject private Cases cases;
  @Inject private Records records;
  @Inject private PartyKind parties;
  @Inject private AliasKind aliases;
  @Inject private ReportKind reports;
  @Inject private DemonstrationCharges charges;
  @Inject private DemonstrationProof proof;
  @Inject private DemonstrationSentences sentences;
  @Inject private DemonstrationTimeline timeline;
  @Inject private Logins logins;
  @Inject private EvidenceItems items;
  @Inject private Imports imports;

  @PostConstruct
  void plan() {
    if (places.demonstration()) {
      timers.createSingleActionTimer(1, new TimerConfig("load the demonstration case", false));
    }
  }

  @Timeout
  void load() throws IOException {
    CaseId id = cases.demonstration();
    if (id == null) {
      id = open();
    }
    if (items.of(id).isEmpty()) {
      ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
      new RingMailbox(DemonstrationCase.SEED, MESSAGES).writeMbox(mailbox);
      byte[] bytes = mailbox.toByteArray();
      EvidenceView item =
          items.receive(id, "ring-2004-2005.mbox", new ByteArrayInputStream(bytes), bytes.length);
      proof.add(id.value(), item.id().value());
      imports.start(item.id());
    }
  }

  private CaseId open() {
    DemonstrationCase demonstration = DemonstrationCase.load();
    CaseId id =
        cases.openDemonstration(
            new OpenCase(
                DemonstrationCase.COURT,
                DemonstrationCase.DOCKET_NUMBER,
                DemonstrationCase.TITLE,
                DemonstrationCase.JUDGE,
                CaseStatus.SENTENCING));
    Map<Integer, UUID> defendants = new HashMap<>();
    for (DemonstrationCase.Party p : demonstration.parties()) {
      defendants.put(p.defendantNumber(), records.add(parties, id.value(), party(p)).id());
    }
    demonstration
        .aliases()
        .forEach(a -> records.add(aliases, id.value(), alias(a, defendants.get(a.defendant()))));
    charges.add(id.value(), demonstration);
    sentences.add(id.value(), demonstration, defendants::get);
    timeline.add(id.value(), demonstration, defendants);
    int position = 1;
    for (DemonstrationCase.Fact fact : demonstration.facts()) {
      records.add(reports, id.value(), report(fact, position++));
    }
    logins.all().stream()
        .filter(login -> login.roles().stream().anyMatch(Action.VIEW_CASE.roles()::contains))
        .forEach(
            login ->
                cases.addMember(
                    id,
                    login.login(),
                    login.roles().contains(Role.FILTER_TEAM)
                        ? MemberRole.FILTER_TEAM
                        : MemberRole.OTHER));
    return id;
  }

  private static Party party(DemonstrationCase.Party p) {
    return new Party(
        p.name(),
        PartyRole.valueOf(p.role()),
        p.defendantNumber(),
        PartyType.PERSON,
        p.description(),
        certainty(p.certainty()),
        "",
        "",
        "",
        "");
  }

  private static Alias alias(DemonstrationCase.Alias a, @Nullable UUID defendant) {
    return new Alias(
        defendant,
        a.name(),
        AliasType.valueOf(a.type()),
        a.place(),
        a.source(),
        certainty(a.certainty()));
  }

  private static Report report(DemonstrationCase.Fact f, int position) {
    return new Report(
        f.subject(), f.kind(), f.statement(), certainty(f.certainty()), f.source(), position);
  }

  private static Certainty certainty(String words) {
    return Certainty.valueOf(words.replace(' ', '_'));
  }
}
