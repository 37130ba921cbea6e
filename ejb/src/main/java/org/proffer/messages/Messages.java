package org.proffer.messages;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
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
import org.proffer.query.QueryCondition;
import org.proffer.query.QueryLanguage;

/** The messages of a case: searched, counted, opened. */
@Stateless
public class Messages {
  /** Matches that a list counts; counting more would take longer than a list may. */
  static final int COUNTED = 10_000;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private CustodyLog custody;
  @Inject private EvidenceItems items;
  @Inject private Vault vault;
  @Inject private QueryLanguage language;
  @Inject private SearchHits hits;
  @Inject private TotalsMemory memory;
  @Inject private FiguresQuery figures;
  @Inject private AttachmentOpening opening;

  /**
   * A page of the messages that match. Up to {@value #COUNTED} matches are counted; of more it is
   * said that there are more.
   *
   * @param first index of the first row wanted, from 0
   * @param most rows wanted, 1 to 1,000
   * @throws org.proffer.query.QueryNotUnderstood if the words of the query cannot be read
   */
  public MessagePage search(CaseId caseId, MessageQuery query, long first, int most) {
    Actor actor = access.require(Action.READ_MESSAGES, caseId.value());
    if (first < 0 || most < 1 || most > 1_000) {
      throw new IllegalArgumentException("first " + first + ", most " + most);
    }
    QueryCondition asked = query.text().isBlank() ? null : language.condition(query.text());
    MessageFilter filter = new MessageFilter(caseId, query, asked, actor.login());
    Session session = entities.unwrap(Session.class);
    planEachQuery(session);
    PageOfMessages.Found page = new PageOfMessages(session, filter, query).find(first, most);
    List<StoredMessage> messages = session.byMultipleIds(StoredMessage.class).multiLoad(page.ids());
    CaseStanding standing = CaseStanding.of(session, caseId.value());
    long all = totals(session, caseId, standing).messages();
    long counted = filter.isOpen() ? all : page.matches();
    boolean exact = filter.isOpen() || counted <= COUNTED;
    return new MessagePage(
        messages.stream().map(StoredMessage::summary).toList(),
        first,
        exact ? counted : Math.max(COUNTED, first + messages.size()),
        exact,
        standing.coverage(all),
        asked == null ? List.of() : asked.notes());
  }

  /** How many messages match, counted to the end. */
  public long count(CaseId caseId, MessageQuery query) {
    Actor actor = access.require(Action.READ_MESSAGES, caseId.value());
    QueryCondition asked = query.text().isBlank() ? null : language.condition(query.text());
    Session session = entities.unwrap(Session.class);
    planEachQuery(session);
    return new PageOfMessages(
            session, new MessageFilter(caseId, query, asked, actor.login()), query)
        .counted(Integer.MAX_VALUE);
  }

  /**
   * A query as a condition on the rows of messages, for what is done to all that match.
   *
   * @param sql the condition; its values are bound by name
   */
  public record Selection(String sql, java.util.Map<String, Object> values) {
    public Selection {
      values = java.util.Map.copyOf(values);
    }
  }

  /** What a query selects of a case, for the person who asks. */
  public Selection selection(CaseId caseId, MessageQuery query) {
    Actor actor = access.require(Action.READ_MESSAGES, caseId.value());
    QueryCondition asked = query.text().isBlank() ? null : language.condition(query.text());
    MessageFilter filter = new MessageFilter(caseId, query, asked, actor.login());
    return new Selection(filter.where(), filter.values());
  }

  /**
   * Has the database plan each query of this transaction for its own words: for a frequent word it
   * goes through the messages in their order, for a rare one through the index.
   */
  static void planEachQuery(Session session) {
    session
        .createNativeQuery(
            "select set_config('plan_cache_mode', 'force_custom_plan', true)", String.class)
        .getSingleResult();
  }

  /** Counts over all messages of a case. */
  public MessageTotals totals(CaseId caseId) {
    access.require(Action.READ_MESSAGES, caseId.value());
    Session session = entities.unwrap(Session.class);
    return totals(session, caseId, CaseStanding.of(session, caseId.value()));
  }

  /** What the messages that match are made of, as counted lately. */
  public MessageFigures figures(CaseId caseId, MessageQuery query) {
    Actor actor = access.require(Action.READ_MESSAGES, caseId.value());
    QueryCondition asked = query.text().isBlank() ? null : language.condition(query.text());
    MessageFilter filter = new MessageFilter(caseId, query, asked, actor.login());
    planEachQuery(entities.unwrap(Session.class));
    if (filter.restsOnPersons()) {
      return figures.of(filter);
    }
    CaseStanding standing = CaseStanding.of(entities.unwrap(Session.class), caseId.value());
    return memory.get(
        "figures " + caseId + " " + standing.items() + " " + filter.where() + filter.values(),
        standing.stamp(),
        standing.moves(),
        MessageFigures.class,
        () -> figures.of(filter));
  }

  private MessageTotals totals(Session session, CaseId caseId, CaseStanding standing) {
    return memory.get(
        "totals " + caseId + " " + standing.items(),
        standing.stamp(),
        standing.moves(),
        MessageTotals.class,
        () -> counted(session, caseId));
  }

  private static MessageTotals counted(Session session, CaseId caseId) {
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
    return view(id, "");
  }

  /**
   * The same, with the words of a query marked in its text.
   *
   * @param query as it was searched with; empty for none
   */
  public MessageView view(MessageId id, String query) {
    return view(id, query, "OPEN_MESSAGE");
  }

  /**
   * The same, fetched while the one before it is still read; the audit log says so, and has another
   * row when it is opened.
   */
  public MessageView viewAhead(MessageId id, String query) {
    return view(id, query, "FETCH_MESSAGE_AHEAD");
  }

  private MessageView view(MessageId id, String query, String deed) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    Actor actor = access.actor();
    audit.record(actor.login(), deed, message.caseId, "message", id, "");
    EvidenceView item = items.get(new EvidenceId(message.itemId));
    List<Finding> findings = AssessmentJson.findings(message.assessment(), message.lawAsOf);
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
        HighlightedText.of(parsed, findings, hits.of(query)),
        attachments(message, parsed),
        parsed.defects(),
        findings,
        neighbour(message, -1),
        neighbour(message, 1));
  }

  /**
   * What a list says of some messages of a case; those that the person does not see are not in it.
   */
  public List<MessageSummary> summaries(CaseId caseId, Collection<UUID> ids) {
    access.require(Action.READ_MESSAGES, caseId.value());
    return entities
        .createQuery(
            "from StoredMessage m where m.caseId = :case and m.id in :ids", StoredMessage.class)
        .setParameter("case", caseId.value())
        .setParameter("ids", ids)
        .getResultStream()
        .map(StoredMessage::summary)
        .toList();
  }

  /** The findings of a message, in the order of the Act. */
  public List<Finding> findings(MessageId id) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    Actor actor = access.actor();
    audit.record(actor.login(), "READ_FINDINGS", message.caseId, "message", id, "");
    return AssessmentJson.findings(message.assessment(), message.lawAsOf);
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

  /**
   * The body as inert HTML: nothing remote, no script; the words findings rest on are marked, and
   * those of a query.
   *
   * @param query as it was searched with; empty for none
   */
  public String rendered(MessageId id, String query) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    Actor actor = access.actor();
    audit.record(actor.login(), "RENDER_MESSAGE", message.caseId, "message", id, "");
    return RenderedMessage.html(
        parse(message),
        AssessmentJson.findings(message.assessment(), message.lawAsOf),
        hits.of(query));
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
   * @param section IMAP section number of the attachment
   * @throws NotFound if the message has no such attachment
   */
  public ByteSource attachment(MessageId id, String section) {
    StoredMessage message = find(Action.DOWNLOAD_MESSAGE, id);
    ParsedMessage parsed = parse(message);
    Part part =
        Attachments.at(parsed, section)
            .orElseThrow(() -> new NotFound("attachment", id + "/" + section));
    try (Vault.Arrival content = vault.arrive()) {
      PartContent.copy(bytes(message), parsed, part, content);
      taken(
          message,
          "part " + section,
          "Part " + section,
          content.length(),
          PartContent.sha256(bytes(message), parsed, part));
      return PassingFile.of(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The content of a file in an attachment that is a container, opened anew; custody and audit say
   * who took it.
   *
   * @param position of the member
   * @throws NotFound if the attachment has no such member, or no longer yields the same bytes
   */
  public ByteSource attachmentMember(MessageId id, String section, int position) {
    StoredMessage message = find(Action.DOWNLOAD_MESSAGE, id);
    ParsedMessage parsed = parse(message);
    String name = id + "/" + section + "/" + position;
    Part part = Attachments.at(parsed, section).orElseThrow(() -> new NotFound("attachment", name));
    AttachmentMember member =
        Optional.ofNullable(opened(message).get(section)).map(OpenedAttachment::members).stream()
            .flatMap(List::stream)
            .filter(one -> one.position() == position)
            .findFirst()
            .orElseThrow(() -> new NotFound("file in an attachment", name));
    try (Vault.Arrival content =
        opening
            .member(bytes(message), parsed, part, member)
            .orElseThrow(() -> new NotFound("file in an attachment", name))) {
      taken(
          message,
          "part " + section + ", member " + position,
          "“" + CleanText.of(member.path(), 200) + "” in part " + section,
          content.length(),
          member.sha256());
      return PassingFile.of(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void taken(
      StoredMessage message, String what, String inWords, long length, String sha256) {
    Actor actor = access.actor();
    audit.record(
        actor.login(),
        "DOWNLOAD_ATTACHMENT",
        message.caseId,
        "message",
        new MessageId(message.id),
        what + ", " + length + " bytes");
    EvidenceView item = items.get(new EvidenceId(message.itemId));
    custody.append(
        message.itemId,
        CustodyAct.of(
            CustodyEventView.Kind.COPIED,
            actor.login(),
            inWords
                + " of message "
                + message.number
                + " downloaded (SHA-256 of its content "
                + sha256
                + ").",
            item.sha256()));
  }

  private java.util.Map<String, OpenedAttachment> opened(StoredMessage message) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> AttachmentRows.of(connection, message.id));
  }

  private List<MessageView.AttachmentPart> attachments(
      StoredMessage message, ParsedMessage parsed) {
    if (Attachments.of(parsed).isEmpty()) {
      return List.of();
    }
    try {
      return Attachments.view(bytes(message), parsed, opened(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** Where a message belongs. */
  public MessagePlace place(MessageId id) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    return new MessagePlace(
        new CaseId(message.caseId), new EvidenceId(message.itemId), message.length);
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

  /**
   * Words in the decoded content of a part.
   *
   * @param inCharacters whether the place is in characters as a page shows them, else in bytes
   * @throws org.proffer.platform.InvalidInput if the part has no text there
   */
  public TextPlace place(
      MessageId id, String section, int offset, int length, boolean inCharacters) {
    StoredMessage message = find(Action.READ_MESSAGES, id);
    ParsedMessage parsed = parse(message);
    return inCharacters
        ? HighlightedText.ofCharacters(parsed, section, offset, length)
        : HighlightedText.ofBytes(parsed, section, offset, length);
  }

  private @Nullable MessageId neighbour(StoredMessage message, int step) {
    Optional<UUID> id =
        entities
            .createQuery(
                "select m.id from StoredMessage m where m.caseId = :case and m.itemId = :item and m.number = :number",
                UUID.class)
            .setParameter("case", message.caseId)
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
