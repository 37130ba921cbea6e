package org.proffer.messages;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.evidence.Vault;
import org.proffer.law.Finding;
import org.proffer.mail.ByteSource;
import org.proffer.mail.MessageParser;
import org.proffer.mail.ParseBudget;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;
import org.proffer.mail.PartContent;
import org.proffer.platform.NotFound;

/** The messages of a case: searched, counted, opened. */
@Stateless
public class Messages {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private CustodyLog custody;
  @Inject private EvidenceItems items;
  @Inject private Vault vault;

  /**
   * A page of the messages that match.
   *
   * @param first index of the first row wanted, from 0
   * @param most rows wanted, 1 to 1,000
   */
  public MessagePage search(CaseId caseId, MessageQuery query, long first, int most) {
    access.require(Action.READ_MESSAGES, caseId.value());
    if (first < 0 || most < 1 || most > 1_000) {
      throw new IllegalArgumentException("first " + first + ", most " + most);
    }
    MessageFilter filter = new MessageFilter(caseId, query);
    Session session = entities.unwrap(Session.class);
    List<UUID> page =
        filter
            .bind(
                session.createNativeQuery(
                    "select id from proffer.message where "
                        + filter.where()
                        + " order by "
                        + query.sort().orderBy(query.descending()),
                    UUID.class))
            .setFirstResult((int) first)
            .setMaxResults(most)
            .getResultList();
    List<StoredMessage> messages = session.byMultipleIds(StoredMessage.class).multiLoad(page);
    return new MessagePage(
        messages.stream().map(StoredMessage::summary).toList(),
        first,
        count(filter),
        isComplete(caseId));
  }

  private long count(MessageFilter filter) {
    return filter
        .bind(
            entities
                .unwrap(Session.class)
                .createNativeQuery(
                    "select count(*) from proffer.message where " + filter.where(), Long.class))
        .getSingleResult();
  }

  private boolean isComplete(CaseId caseId) {
    return entities
            .createQuery(
                "select count(r) from ImportRun r where r.caseId = :case and r.state in (:queued, :expanding, :reading)",
                Long.class)
            .setParameter("case", caseId.value())
            .setParameter("queued", ImportState.QUEUED)
            .setParameter("expanding", ImportState.EXPANDING)
            .setParameter("reading", ImportState.READING)
            .getSingleResult()
        == 0;
  }

  /** Counts over all messages of a case. */
  public MessageTotals totals(CaseId caseId) {
    access.require(Action.READ_MESSAGES, caseId.value());
    Session session = entities.unwrap(Session.class);
    Object[] row =
        session
            .createNativeQuery(
                """
                select count(*),
                       count(*) filter (where verdict = 'VIOLATED'),
                       count(*) filter (where verdict = 'UNDETERMINED'),
                       count(*) filter (where verdict = 'MET'),
                       count(*) filter (where verdict = 'NOT_APPLICABLE'),
                       count(*) filter (where outcome = 'PARSED'),
                       count(*) filter (where outcome = 'PARSED_WITH_DEFECTS'),
                       count(*) filter (where outcome = 'QUARANTINED'),
                       min(sent_at), max(sent_at)
                from proffer.message where case_id = :case""",
                Object[].class)
            .setParameter("case", caseId.value())
            .getSingleResult();
    return new MessageTotals(
        number(row[0]),
        number(row[1]),
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]),
        number(row[6]),
        number(row[7]),
        (Instant) row[8],
        (Instant) row[9],
        requirementTotals(session, caseId));
  }

  private static List<MessageTotals.RequirementTotal> requirementTotals(
      Session session, CaseId caseId) {
    return session
        .createNativeQuery(
            """
            select requirement, count(*) filter (where verdict = 'V'), count(*) filter (where verdict = 'U'),
                   count(*) filter (where verdict = 'M')
            from (select unnest(violated) requirement, 'V' verdict from proffer.message where case_id = :case
                  union all select unnest(undetermined), 'U' from proffer.message where case_id = :case
                  union all select unnest(met), 'M' from proffer.message where case_id = :case) counted
            group by requirement order by requirement""",
            Object[].class)
        .setParameter("case", caseId.value())
        .getResultList()
        .stream()
        .filter(row -> Rulebook.isDuty((String) row[0]))
        .map(
            row ->
                new MessageTotals.RequirementTotal(
                    (String) row[0], number(row[1]), number(row[2]), number(row[3])))
        .toList();
  }

  private static long number(Object count) {
    return ((Number) count).longValue();
  }

  /** A message with everything a reviewer looks at; an audit row says who opened it. */
  public MessageView view(MessageId id) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    Actor actor = access.actor();
    audit.record(actor.login(), "OPEN_MESSAGE", message.caseId, "message", id, "");
    EvidenceView item = items.get(new EvidenceId(message.itemId));
    List<Finding> findings = AssessmentJson.findings(message.assessment, message.lawAsOf);
    ParsedMessage parsed = parse(message);
    return new MessageView(
        message.summary(),
        new CaseId(message.caseId),
        item.id(),
        item.number(),
        item.fileName(),
        message.path,
        message.byteOffset,
        message.length,
        message.sha256,
        message.quarantine,
        message.lawAsOf,
        message.ruleVersion,
        parsed.headers(),
        parsed.hops(),
        HighlightedText.of(parsed, findings),
        HighlightedText.attachments(parsed),
        parsed.defects(),
        findings,
        neighbour(message, -1),
        neighbour(message, 1));
  }

  /** The findings of a message, in the order of the Act. */
  public List<Finding> findings(MessageId id) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    Actor actor = access.actor();
    audit.record(actor.login(), "READ_FINDINGS", message.caseId, "message", id, "");
    return AssessmentJson.findings(message.assessment, message.lawAsOf);
  }

  /** What was found in a message under earlier rules, newest first. */
  public List<EarlierFindings> earlier(MessageId id) {
    find(Action.READ_MESSAGES, id);
    return entities
        .createQuery(
            "from SupersededAssessment s where s.messageId = :message order by s.supersededAt desc",
            SupersededAssessment.class)
        .setParameter("message", id.value())
        .getResultStream()
        .map(SupersededAssessment::view)
        .toList();
  }

  /** The body as inert HTML: nothing remote, no script; the words findings rest on are marked. */
  public String rendered(MessageId id) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    Actor actor = access.actor();
    audit.record(actor.login(), "RENDER_MESSAGE", message.caseId, "message", id, "");
    return RenderedMessage.html(
        parse(message), AssessmentJson.findings(message.assessment, message.lawAsOf));
  }

  /** The original bytes; custody and audit say who took them. */
  public ByteSource raw(MessageId id) {
    StoredMessage message = find(Action.DOWNLOAD_MESSAGE, id);
    Actor actor = access.actor();
    audit.record(
        actor.login(),
        "DOWNLOAD_MESSAGE",
        message.caseId,
        "message",
        id,
        message.length + " bytes");
    EvidenceView item = items.get(new EvidenceId(message.itemId));
    custody.append(
        message.itemId,
        CustodyAct.of(
            CustodyEventView.Kind.COPIED,
            actor.login(),
            "Message " + message.number + " downloaded (SHA-256 " + message.sha256 + ").",
            item.sha256()));
    return bytes(message);
  }

  /**
   * The decoded content of an attachment; custody and audit say who took it.
   *
   * @param section IMAP section number of a part that is not text
   * @throws NotFound if the message has no such attachment
   */
  public ByteSource attachment(MessageId id, String section) {
    StoredMessage message = find(Action.DOWNLOAD_MESSAGE, id);
    ParsedMessage parsed = parse(message);
    Part part =
        parsed
            .parts()
            .filter(each -> each.section().equals(section) && each.sha256() != null)
            .findFirst()
            .orElseThrow(() -> new NotFound("attachment", id + "/" + section));
    byte[] content;
    try {
      content = PartContent.of(bytes(message), parsed, part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Actor actor = access.actor();
    audit.record(
        actor.login(),
        "DOWNLOAD_ATTACHMENT",
        message.caseId,
        "message",
        id,
        "part " + section + ", " + content.length + " bytes");
    EvidenceView item = items.get(new EvidenceId(message.itemId));
    custody.append(
        message.itemId,
        CustodyAct.of(
            CustodyEventView.Kind.COPIED,
            actor.login(),
            "Part "
                + section
                + " of message "
                + message.number
                + " downloaded (SHA-256 of its content "
                + part.sha256()
                + ").",
            item.sha256()));
    return ByteSource.of(content);
  }

  /** The other messages of the case that are the same, in three senses. */
  public Copies copies(MessageId id) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    return new Copies(
        same(
            message,
            "content_sha256 = (select m.content_sha256 from proffer.message m where m.id = :message)"
                + " and sha256 = (select m.sha256 from proffer.message m where m.id = :message)"),
        same(
            message,
            "content_sha256 = (select m.content_sha256 from proffer.message m where m.id = :message)"),
        same(message, "mih = (select m.mih from proffer.message m where m.id = :message)"));
  }

  private List<MessageId> same(StoredMessage message, String condition) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select id from proffer.message where case_id = :case and id <> :message and "
                + condition
                + " order by id",
            UUID.class)
        .setParameter("case", message.caseId)
        .setParameter("message", message.id)
        .setMaxResults(Copies.MOST)
        .getResultStream()
        .map(MessageId::new)
        .toList();
  }

  /** The first bytes of the original, as text, for the source view. */
  public String source(MessageId id, int most) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    Actor actor = access.actor();
    audit.record(actor.login(), "READ_SOURCE", message.caseId, "message", id, "");
    try {
      byte[] head = bytes(message).slice(0, Math.min(most, message.length)).readAll();
      return new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable MessageId neighbour(StoredMessage message, int step) {
    Optional<UUID> id =
        entities
            .createQuery(
                "select m.id from StoredMessage m where m.itemId = :item and m.number = :number",
                UUID.class)
            .setParameter("item", message.itemId)
            .setParameter("number", message.number + step)
            .getResultStream()
            .findFirst();
    return id.map(MessageId::new).orElse(null);
  }

  private StoredMessage find(Action action, MessageId id) {
    access.require(action);
    StoredMessage message = entities.find(StoredMessage.class, id.value());
    if (message == null) {
      throw new NotFound("message", id);
    }
    access.require(action, message.caseId, "message", id);
    return message;
  }

  private ByteSource bytes(StoredMessage message) {
    return vault.open(message.objectSha256).slice(message.objectOffset, message.length);
  }

  private ParsedMessage parse(StoredMessage message) {
    try {
      return new MessageParser(ParseBudget.DEFAULT).parse(bytes(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
