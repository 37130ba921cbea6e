package org.proffer.demonstration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
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
import org.proffer.charges.CountKind;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.generator.DemonstrationCase;
import org.proffer.generator.RingMailbox;
import org.proffer.messages.Imports;
import org.proffer.papers.PaperKind;
import org.proffer.papers.Papers;
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
 * Loads the demonstration cases, in the background, through the same services as everybody: the
 * invented ones, then the model case with its parties, reports, mailbox, and what cites a message
 * of it. A load that a stop interrupted goes on at the next start.
 */
@Singleton
@Startup
@PermitAll
@RunAs("PROSECUTOR")
@RunAsPrincipal("demonstration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Demonstration {
  private static final int MESSAGES = 2_000;
  private static final long AGAIN = 2_000;
  private static final String LOAD = "load the demonstration cases";
  private static final String CITE = "cite messages of the demonstration case";

  @Resource private TimerService timers;
  @Inject private Places places;
  @Inject private Cases cases;
  @Inject private Records records;
  @Inject private PartyKind parties;
  @Inject private AliasKind aliases;
  @Inject private ReportKind reports;
  @Inject private CountKind counts;
  @Inject private PaperKind letters;
  @Inject private Papers papers;
  @Inject private InventedCases invented;
  @Inject private RecordSteps steps;
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
      timers.createSingleActionTimer(1, new TimerConfig(LOAD, false));
    }
  }

  @Timeout
  void load(Timer timer) throws IOException {
    if (timer.getInfo().equals(LOAD)) {
      load();
    } else {
      cite(Objects.requireNonNull(cases.demonstration(DemonstrationCase.TITLE)));
    }
  }

  /** The model case comes last, so that it stands first in the list of cases. */
  private void load() throws IOException {
    CaseId severed = opened(InventedCases.SEVERED, invented::severed);
    CaseId doe = opened(InventedCases.INVENTED, () -> invented.invented(severed));
    if (records.count(letters, doe.value()) == 0) {
      byte[] letter =
          "An invented letter of an invented counsel.\n".getBytes(StandardCharsets.UTF_8);
      papers.receive(doe, "letter.txt", new ByteArrayInputStream(letter), letter.length);
    }
    CaseId elsewhere = opened(InventedCases.ELSEWHERE, invented::elsewhere);
    CaseId id = opened(DemonstrationCase.TITLE, this::open);
    if (items.of(id).isEmpty()) {
      ByteArrayOutputStream mailbox = new ByteArrayOutputStream();
      new RingMailbox(DemonstrationCase.SEED, MESSAGES).writeMbox(mailbox);
      EvidenceView item = received(id, "ring-2004-2005.mbox", mailbox.toByteArray());
      proof.add(id.value(), item.id().value());
      EvidenceView press = received(id, "press-reports.txt", resource("press.txt"));
      steps.take(id.value(), "model.json", known(id, item, press, elsewhere));
      imports.start(item.id());
    }
    timers.createSingleActionTimer(AGAIN, new TimerConfig(CITE, false));
  }

  private CaseId opened(String title, Supplier<CaseId> open) {
    CaseId there = cases.demonstration(title);
    if (there != null) {
      return there;
    }
    CaseId id = open.get();
    join(id);
    return id;
  }

  private EvidenceView received(CaseId id, String name, byte[] bytes) {
    return items.receive(id, name, new ByteArrayInputStream(bytes), bytes.length);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Demonstration.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  private Map<String, UUID> known(
      CaseId id, EvidenceView mailbox, EvidenceView press, CaseId elsewhere) {
    Map<String, UUID> known = new HashMap<>();
    known.put("mailbox", mailbox.id().value());
    known.put("press", press.id().value());
    known.put("levashov", elsewhere.value());
    records.list(parties, id.value()).forEach(p -> known.put(p.content().designation(), p.id()));
    records
        .list(counts, id.value())
        .forEach(c -> known.put("count-" + c.content().number(), c.id()));
    return known;
  }

  /** What cites a message is written once the mailbox is read. */
  private void cite(CaseId id) {
    if (imports.of(id).stream().noneMatch(run -> run.finishedAt() != null)) {
      timers.createSingleActionTimer(AGAIN, new TimerConfig(CITE, false));
    } else if (!proof.cites(id.value())) {
      proof.cite(id);
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
    return id;
  }

  /** Everybody who may see cases is a member of it. */
  private void join(CaseId id) {
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
