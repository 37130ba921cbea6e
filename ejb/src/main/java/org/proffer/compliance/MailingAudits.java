package org.proffer.compliance;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Actor;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.audit.AuditTrail;
import org.proffer.check.FactsText;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.Programme;
import org.proffer.clients.Sender;
import org.proffer.evidence.StoredObject;
import org.proffer.evidence.Vault;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.deadlines.BusinessDays;
import org.proffer.mail.ByteSource;
import org.proffer.mailings.Column;
import org.proffer.mailings.ColumnMapping;
import org.proffer.mailings.ListKind;
import org.proffer.mailings.ListRefused;
import org.proffer.mailings.ListSource;
import org.proffer.mailings.RowProblem;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.JsonText;
import org.proffer.platform.NativeRows;
import org.proffer.platform.NotFound;
import org.proffer.platform.Refusal;

/**
 * Audits of mailings: prepared, given their lists, started, read. One method is one transaction.
 */
@Stateless
public class MailingAudits {
  private static final int MOST_DAYS = 400;

  @PersistenceContext private EntityManager entities;
  @Resource private SessionContext context;
  @Inject private ClientAccess access;
  @Inject private ClientRecords records;
  @Inject private ProgrammeFacts facts;
  @Inject private MailingAuditReader reader;
  @Inject private AuditLists keeper;
  @Inject private MailingMessageRows messages;
  @Inject private AuditTrail audit;
  @Inject private Vault vault;
  @Inject private Event<AuditStarted> started;
  @Inject private Clock clock;

  /** News: an audit was started; its work begins once the transaction is committed. */
  public record AuditStarted(UUID id) {}

  /**
   * Prepares an audit; its lists come after.
   *
   * @throws InvalidInput naming the field that cannot be used
   */
  public UUID prepare(UUID clientId, AuditRequest asked) {
    Actor actor = access.require(ClientAction.AUDIT_CLIENT, clientId);
    if (asked.title().isBlank() || asked.title().length() > 300) {
      throw new InvalidInput("title", "The title is empty or too long.", "Name the mailing.");
    }
    String sender = asked.sender();
    String senderZone = asked.senderZone();
    String kind = asked.kind();
    UUID programmeId = asked.programmeId();
    if (programmeId != null) {
      Programme programme = records.get(ClientKinds.PROGRAMME, clientId, programmeId).content();
      Sender of = facts.sender(clientId, programme);
      sender = sender.isEmpty() ? of.name() : sender;
      senderZone = senderZone.isEmpty() ? of.zone() : senderZone;
      kind = kind.isEmpty() ? programme.kind() : kind;
    }
    if (sender.isBlank()) {
      throw new InvalidInput(
          "sender", "Nobody is named as the sender.", "Choose a programme, or name the sender.");
    }
    if (!senderZone.isEmpty()) {
      ClientKinds.zone(senderZone);
    }
    ZoneId timesZone =
        asked.timesZone().isEmpty() ? ZoneOffset.UTC : ClientKinds.zone(asked.timesZone());
    JsonObject settings =
        Json.createObjectBuilder()
            .add("sender", sender.strip())
            .add("senderZone", senderZone)
            .add("timesZone", timesZone.getId())
            .add("kind", kind.strip())
            .add("requestsComplete", asked.requestsComplete())
            .add("consentsComplete", asked.consentsComplete())
            .add("ruleVersion", CanSpamRules.VERSION)
            .build();
    UUID id = Ids.next(clock);
    entities
        .createNativeQuery(
            "insert into proffer.mailing_audit (id, client_id, programme_id, title, state, settings,"
                + " created_at, created_by) values (:id, :client, cast(:programme as uuid), :title,"
                + " 'PREPARED', cast(:settings as jsonb), :at, :by)")
        .setParameter("id", id)
        .setParameter("client", clientId)
        .setParameter("programme", programmeId == null ? null : programmeId.toString())
        .setParameter("title", asked.title().strip())
        .setParameter("settings", settings.toString())
        .setParameter("at", clock.instant())
        .setParameter("by", actor.login())
        .executeUpdate();
    audit.record(actor.login(), "PREPARE_AUDIT", null, "mailing-audit", id, "client " + clientId);
    return id;
  }

  /**
   * Takes a list of an audit, of any length; one that was there before is replaced. Its columns are
   * understood as those of a file with the same headings were understood last, else by the
   * headings.
   *
   * @param announced bytes announced, or -1
   * @throws AuditRefused if the audit was started, or the file is no CSV
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void give(UUID id, ListKind kind, String fileName, InputStream in, long announced) {
    // Each call has a transaction of its own: none is held while the bytes come.
    MailingAuditView view = context.getBusinessObject(MailingAudits.class).prepared(id);
    String name = Vault.baseName(fileName);
    StoredObject object = vault.store(name, in, announced);
    List<String> header = header(kind, object.sha256());
    keeper.enter(view, kind, name, object, header);
  }

  /**
   * Takes the messages of a mailing: each is checked as the copy of its recipient at its time.
   * Where no send log was given, one is made of whose copy each is and when it was sent.
   *
   * @param announced bytes announced, or -1
   * @throws AuditRefused if the audit was started, or something of the file is no message
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void giveMessages(UUID id, String fileName, InputStream in, long announced) {
    MailingAuditView view = context.getBusinessObject(MailingAudits.class).prepared(id);
    String name = Vault.baseName(fileName);
    StoredObject object = vault.store(name, in, announced);
    Set<LocalDate> days = new TreeSet<>();
    StringWriter log = new StringWriter();
    List<String> header = List.of("address", "sentAt", "messageId", "message");
    try (CsvWriter csv = CsvWriter.builder().build(log)) {
      csv.writeRecord(header);
      int count =
          MessageSet.visit(
              name,
              vault.open(object.sha256()),
              (number, bytes) -> {
                MessageSet.Copy copy = MessageSet.Copy.of(bytes);
                Instant at = copy.sentAt();
                if (at != null) {
                  days.add(LocalDate.ofInstant(at, ZoneOffset.UTC));
                }
                csv.writeRecord(
                    copy.address(),
                    at == null ? "" : at.toString(),
                    copy.messageId(),
                    Integer.toString(number));
              });
      if (days.size() > MOST_DAYS) {
        throw new AuditRefused(
            Refusal.Kind.INVALID,
            "The messages of the mailing cannot be taken",
            "They were sent on " + days.size() + " days, more than " + MOST_DAYS + ".",
            "Give the messages of one mailing, or of a shorter time.");
      }
      messages.enter(view, name, object, count, days);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (view.lists().stream().noneMatch(list -> list.kind() == ListKind.SENDS)) {
      byte[] sends = log.toString().getBytes(StandardCharsets.UTF_8);
      keeper.enter(
          view,
          ListKind.SENDS,
          "send log made of " + name + ".csv",
          vault.store("sends.csv", new ByteArrayInputStream(sends), sends.length),
          header);
    }
  }

  /**
   * Takes what is recorded of the messages of a mailing beyond their bytes, as a facts file; one
   * that was there before is replaced.
   *
   * @throws AuditRefused if the audit was started, or no messages were given
   * @throws InvalidInput if it is no facts file
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void giveFacts(UUID id, String text) {
    MailingAuditView view = context.getBusinessObject(MailingAudits.class).prepared(id);
    Recorded.read(text);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StoredObject object = vault.store("facts.json", new ByteArrayInputStream(bytes), bytes.length);
    if (!messages.facts(view, object)) {
      throw new AuditRefused(
          Refusal.Kind.INVALID,
          "There are no messages",
          "Facts are of messages, and none were given.",
          "Give the messages of the mailing first.");
    }
  }

  /** The messages that an audit was given; null without them. */
  public @Nullable GivenMessages givenMessages(UUID id) {
    get(id);
    return messages
        .given(id)
        .map(
            given ->
                new GivenMessages(
                    given.fileName(),
                    given.sha256(),
                    given.length(),
                    given.messages(),
                    given.factsSha256() != null))
        .orElse(null);
  }

  /**
   * The messages that an audit was given.
   *
   * @param withFacts whether a facts file came with them
   */
  public record GivenMessages(
      String fileName, String sha256, long length, int messages, boolean withFacts) {}

  /**
   * A stretch of the messages of an audit with what their checks say, in the order of the file.
   *
   * @param requirement only those that violate it; empty for all
   * @param from index of the first, from 0
   */
  public List<MailingMessage> messages(UUID id, String requirement, int from, int most) {
    get(id);
    return messages.list(id, requirement, from, most);
  }

  /** How many messages of an audit violate a requirement; of all if it is empty. */
  public long countMessages(UUID id, String requirement) {
    get(id);
    return messages.count(id, requirement);
  }

  /** What is recorded of the programme on each day on which a message was sent. */
  private void keepWhatIsKnown(MailingAuditView view) {
    MailingMessageRows.Given given = messages.given(view.id()).orElse(null);
    if (given != null) {
      JsonObjectBuilder known = Json.createObjectBuilder();
      for (LocalDate day : given.days()) {
        known.add(
            day.toString(),
            JsonText.object(FactsText.of(facts.of(view.clientId(), view.programmeId(), day))));
      }
      messages.known(view.id(), known.build());
    }
  }

  private List<String> header(ListKind kind, String sha256) {
    try {
      return ListSource.header(kind, () -> vault.open(sha256).open(0));
    } catch (ListRefused refused) {
      throw refused(refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AuditRefused refused(ListRefused refused) {
    AuditRefused refusal =
        new AuditRefused(
            Refusal.Kind.INVALID,
            "The " + refused.kind().label().toLowerCase(java.util.Locale.ROOT) + " cannot be read",
            String.valueOf(refused.getMessage()),
            refused.next());
    refusal.initCause(refused);
    return refusal;
  }

  /**
   * An audit to which lists can be given.
   *
   * @throws AuditRefused if it was started
   */
  public MailingAuditView prepared(UUID id) {
    MailingAuditView view = get(id);
    access.require(ClientAction.AUDIT_CLIENT, view.clientId(), "mailing audit", id);
    if (view.state() != MailingAuditView.State.PREPARED) {
      throw AuditRefused.started();
    }
    return view;
  }

  /**
   * Says what the columns of a list mean; the same headings are understood so from then on.
   *
   * @param headings by the names of the columns; empty headings are left out
   * @throws InvalidInput if a required column is missing, or a heading is not in the file
   */
  public void map(UUID id, ListKind kind, Map<String, String> headings) {
    MailingAuditView view = prepared(id);
    MailingAuditView.GivenList list =
        view.lists().stream()
            .filter(each -> each.kind() == kind)
            .findFirst()
            .orElseThrow(() -> new NotFound("list", kind));
    Map<String, String> chosen = new HashMap<>();
    for (Column column : kind.columns()) {
      String heading = headings.getOrDefault(column.name(), "");
      if (!heading.isEmpty()) {
        if (!list.header().contains(heading)) {
          throw new InvalidInput(
              column.label(),
              "The file has no column “" + heading + "”.",
              "Choose one of " + String.join(", ", list.header()) + ".");
        }
        chosen.put(column.name(), heading);
      } else if (column.required()) {
        throw new InvalidInput(
            column.label(), "No column is chosen for it.", "Choose the column of the file.");
      }
    }
    keeper.map(view, kind, list.header(), new ColumnMapping(chosen));
  }

  /**
   * Starts an audit.
   *
   * @throws AuditRefused if a list is missing or its columns are not known
   */
  public void start(UUID id) {
    MailingAuditView view = prepared(id);
    boolean ofMessages = messages.given(id).isPresent();
    for (ListKind needed : List.of(ListKind.SENDS, ListKind.OPT_OUTS)) {
      if (needed == ListKind.OPT_OUTS && ofMessages) {
        continue; // the messages can be checked without it; what follows requests is then not said
      }
      if (view.lists().stream().noneMatch(list -> list.kind() == needed)) {
        throw new AuditRefused(
            Refusal.Kind.INVALID,
            "A list is missing",
            "The " + needed.label().toLowerCase(java.util.Locale.ROOT) + " was not given.",
            "Give it, then start the audit.");
      }
    }
    for (MailingAuditView.GivenList list : view.lists()) {
      for (Column column : list.kind().columns()) {
        if (column.required() && !list.mapping().containsKey(column.name())) {
          throw new AuditRefused(
              Refusal.Kind.INVALID,
              "A column is not known",
              "In " + list.fileName() + " no column is chosen for: " + column.label() + ".",
              "Choose its column of the file, then start the audit.");
        }
      }
    }
    keepWhatIsKnown(view);
    int changed =
        entities
            .createNativeQuery(
                "update proffer.mailing_audit set state = 'RUNNING', started_at = :at"
                    + " where id = :id and state = 'PREPARED'")
            .setParameter("at", clock.instant())
            .setParameter("id", id)
            .executeUpdate();
    if (changed == 0) {
      throw AuditRefused.started();
    }
    audit.record(
        access.require(ClientAction.LIST_CLIENTS).login(),
        "START_AUDIT",
        null,
        "mailing-audit",
        id,
        "");
    started.fire(new AuditStarted(id));
  }

  /** The audits of a client, newest first. */
  public List<MailingAuditView> list(UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    return reader.of(clientId);
  }

  /**
   * An audit as it stands.
   *
   * @throws NotFound if there is none that the person may see
   */
  public MailingAuditView get(UUID id) {
    access.require(ClientAction.LIST_CLIENTS);
    MailingAuditView view = reader.find(id);
    access.require(ClientAction.VIEW_CLIENT, view.clientId(), "mailing audit", id);
    return view;
  }

  static List<String> strings(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonString.class).stream()
          .map(JsonString::getString)
          .toList();
    }
  }

  /**
   * A stretch of the findings of an audit, in the order of the send log.
   *
   * @param requirement only of this one; empty for all
   * @param verdict only with this one; empty for all
   * @param address only with these characters in the address; empty for all
   * @param from index of the first, from 0
   */
  public List<AuditFinding> findings(
      UUID id, String requirement, String verdict, String address, int from, int most) {
    get(id);
    return NativeRows.of(
            entities,
            "select f.number, f.requirement, f.verdict, f.address, f.at, f.line, f.requested_at,"
                + " f.request_line, f.last_day, f.reason, cast(f.missing as text), f.kind, f.by_whom"
                + where()
                + " order by f.number offset :from limit :most")
        .setParameter("id", id)
        .setParameter("requirement", requirement)
        .setParameter("verdict", verdict)
        .setParameter("address", address.toLowerCase(java.util.Locale.ROOT))
        .setParameter("from", from)
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(MailingAudits::finding)
        .toList();
  }

  /** How many findings of an audit are kept as rows, of those asked for. */
  public long countFindings(UUID id, String requirement, String verdict, String address) {
    get(id);
    return NativeRows.count(entities, "select count(*)" + where())
        .setParameter("id", id)
        .setParameter("requirement", requirement)
        .setParameter("verdict", verdict)
        .setParameter("address", address.toLowerCase(java.util.Locale.ROOT))
        .getSingleResult();
  }

  private static String where() {
    return " from proffer.mailing_audit_finding f where f.audit_id = :id"
        + " and (:requirement = '' or f.requirement = :requirement)"
        + " and (:verdict = '' or f.verdict = :verdict)"
        + " and (:address = '' or position(:address in f.address) > 0)";
  }

  private static AuditFinding finding(Object[] row) {
    return new AuditFinding(
        ((Number) row[0]).intValue(),
        (String) row[1],
        Verdict.valueOf((String) row[2]),
        (String) row[3],
        (Instant) row[4],
        ((Number) row[5]).longValue(),
        (Instant) row[6],
        ((Number) row[7]).longValue(),
        day(row[8]),
        (String) row[9],
        strings((String) row[10]),
        (String) row[11],
        (String) row[12]);
  }

  static LocalDate day(Object value) {
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }

  /**
   * One finding of an audit.
   *
   * @throws NotFound if the audit has none of the number
   */
  public AuditFinding finding(UUID id, int number) {
    return findings(id, "", "", "", Math.max(0, number - 1), 1).stream()
        .filter(finding -> finding.number() == number)
        .findFirst()
        .orElseThrow(() -> new NotFound("finding", number));
  }

  /** The clock of a finding, day by day, from the day of the request to the tenth business day. */
  public List<BusinessDays.Counted> clock(UUID id, int number) {
    MailingAuditView view = get(id);
    String zone = view.settings().getString("senderZone", "");
    LocalDate received =
        LocalDate.ofInstant(
            finding(id, number).requestedAt(), zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone));
    return BusinessDays.counted(received, CanSpamRules.optOutGrace(received));
  }

  /** Rows of the lists that could not be used: the first thousand of each list. */
  public List<RowProblem> problems(UUID id) {
    get(id);
    return NativeRows.of(
            entities,
            "select p.list, p.line, p.column_name, p.what, p.next"
                + " from proffer.mailing_audit_problem p where p.audit_id = :id order by p.number")
        .setParameter("id", id)
        .getResultList()
        .stream()
        .map(
            row ->
                new RowProblem(
                    ListKind.valueOf((String) row[0]),
                    ((Number) row[1]).longValue(),
                    (String) row[2],
                    (String) row[3],
                    (String) row[4]))
        .toList();
  }

  /**
   * Every finding of an audit as CSV; an audit row says who took it.
   *
   * @throws AuditRefused if the audit has not ended
   */
  public ByteSource everyFinding(UUID id) {
    MailingAuditView view = get(id);
    Actor actor = access.require(ClientAction.REPORT_CLIENT, view.clientId(), "mailing audit", id);
    String sha256 = view.allFindings();
    if (sha256 == null) {
      throw new AuditRefused(
          Refusal.Kind.CONFLICT,
          "The audit has not ended",
          "Its findings are not complete.",
          "Wait until it has ended.");
    }
    audit.record(actor.login(), "EXPORT_AUDIT_FINDINGS", null, "mailing-audit", id, "");
    return vault.open(sha256);
  }

  static JsonObject json(Map<String, String> headings) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    headings.forEach(json::add);
    return json.build();
  }

  static JsonArray json(List<String> all) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    all.forEach(array::add);
    return array.build();
  }

  /** Reads a mapping. */
  static ColumnMapping mapping(@Nullable JsonObject json) {
    Map<String, String> headings = new HashMap<>();
    if (json != null) {
      json.keySet().forEach(name -> headings.put(name, json.getString(name)));
    }
    return new ColumnMapping(headings);
  }
}
