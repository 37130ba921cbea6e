package org.proffer.compliance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Actor;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.advice.Display;
import org.proffer.advice.ProviderRules;
import org.proffer.advice.Remedies;
import org.proffer.advice.TemplateMessage;
import org.proffer.audit.AuditTrail;
import org.proffer.check.CheckedMessage;
import org.proffer.check.CheckedMessageJson;
import org.proffer.check.MessageCheck;
import org.proffer.evidence.StoredObject;
import org.proffer.evidence.Vault;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.mail.ByteSource;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.JsonText;
import org.proffer.platform.NativeRows;
import org.proffer.platform.NotFound;

/** Templates and messages checked before they are sent. One method is one transaction. */
@Stateless
public class TemplateChecks {
  /** Bytes of the largest message that is taken. */
  public static final int MOST = 32 << 20;

  private static final String COLUMNS =
      "select c.id, c.client_id, c.programme_id, c.title, c.origin, c.sha256, c.length, c.verdict,"
          + " array_to_string(c.violated, ',') violated, array_to_string(c.undetermined, ',') undetermined, c.law_as_of,"
          + " c.rule_version, cast(c.result as text), c.checked_at, c.checked_by"
          + " from proffer.template_check c ";

  private static final MessageCheck CHECK = new MessageCheck();
  private static final Remedies REMEDIES = new Remedies();

  @PersistenceContext private EntityManager entities;
  @Inject private ClientAccess access;
  @Inject private ProgrammeFacts facts;
  @Inject private FindingRegister findings;
  @Inject private CheckTraits traits;
  @Inject private AuditTrail audit;
  @Inject private Vault vault;
  @Inject private Clock clock;

  /**
   * A message to be checked.
   *
   * @param programmeId whose it is, with what is recorded of it; null for none: then the message
   *     alone is looked at
   * @param title empty for its subject
   */
  public record Asked(
      @Nullable UUID programmeId,
      String title,
      TemplateCheckView.Origin origin,
      TemplateMessage message) {}

  /**
   * Checks a message and keeps what was found; the law is that of today, as it is to be sent.
   *
   * @throws InvalidInput if it is empty or too large
   */
  public TemplateCheckView check(UUID clientId, Asked asked) {
    Actor actor = access.require(ClientAction.AUDIT_CLIENT, clientId);
    byte[] bytes = asked.message().bytes();
    if (bytes.length == 0 || bytes.length > MOST) {
      throw new InvalidInput(
          "message",
          bytes.length == 0 ? "The message is empty." : "The message has more than 32 MiB.",
          "Send the message as the mail program would.");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    RecordedFacts recorded = facts.of(clientId, asked.programmeId(), today);
    CheckedMessage checked = checked(bytes, recorded, today);
    StoredObject object = vault.store("template", new ByteArrayInputStream(bytes), bytes.length);
    List<String> violated = duties(checked, Verdict.VIOLATED);
    List<String> open = duties(checked, Verdict.UNDETERMINED);
    UUID id = Ids.next(clock);
    String title = title(asked.title(), checked);
    UUID programme = asked.programmeId();
    entities
        .createNativeQuery(
            "insert into proffer.template_check (id, client_id, programme_id, title, origin, sha256,"
                + " length, verdict, violated, undetermined, law_as_of, rule_version, result,"
                + " checked_at, checked_by) values (:id, :client, cast(:programme as uuid), :title,"
                + " :origin, :sha256, :length, :verdict, string_to_array(:violated, ','),"
                + " string_to_array(:open, ','), :lawAsOf, :rules, cast(:result as jsonb), :at, :by)")
        .setParameter("id", id)
        .setParameter("client", clientId)
        .setParameter("programme", programme == null ? null : programme.toString())
        .setParameter("title", title)
        .setParameter("origin", asked.origin().name())
        .setParameter("sha256", object.sha256())
        .setParameter("length", object.length())
        .setParameter("verdict", gravest(checked).name())
        .setParameter("violated", String.join(",", violated))
        .setParameter("open", String.join(",", open))
        .setParameter("lawAsOf", checked.lawAsOf())
        .setParameter("rules", CanSpamRules.VERSION)
        .setParameter("result", result(checked, recorded, asked.message(), title).toString())
        .setParameter("at", clock.instant())
        .setParameter("by", actor.login())
        .executeUpdate();
    traits.keep(id, checked);
    enter(clientId, asked, checked, id, title, actor);
    audit.record(
        actor.login(), "CHECK_TEMPLATE", null, "template-check", id, bytes.length + " bytes");
    return get(id);
  }

  private static CheckedMessage checked(byte[] bytes, RecordedFacts recorded, LocalDate today) {
    try {
      return CHECK.check(ByteSource.of(bytes), recorded, today, today);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String title(String asked, CheckedMessage checked) {
    String title = asked.isBlank() ? checked.facts().subject().strip() : asked.strip();
    title = title.replace("\u0000", "");
    title = title.isEmpty() ? "(no subject)" : title;
    return title.length() > 300 ? title.substring(0, 300) : title;
  }

  private void enter(
      UUID clientId, Asked asked, CheckedMessage checked, UUID id, String title, Actor actor) {
    for (Finding finding : checked.findings()) {
      if (finding.verdict() == Verdict.VIOLATED && CanSpamRules.isDuty(finding.requirement())) {
        findings.enter(
            new FindingRegister.Entry(
                clientId,
                asked.programmeId(),
                finding.requirement(),
                finding.citation(),
                finding.verdict(),
                title,
                finding.reason(),
                DeskFinding.FoundIn.CHECK,
                id,
                0,
                checked.lawAsOf()),
            actor.login());
      }
    }
  }

  private static List<String> duties(CheckedMessage checked, Verdict verdict) {
    return checked.findings().stream()
        .filter(finding -> finding.verdict() == verdict)
        .map(Finding::requirement)
        .filter(CanSpamRules::isDuty)
        .toList();
  }

  private static Verdict gravest(CheckedMessage checked) {
    for (Verdict verdict : List.of(Verdict.VIOLATED, Verdict.UNDETERMINED, Verdict.MET)) {
      if (!duties(checked, verdict).isEmpty()) {
        return verdict;
      }
    }
    return Verdict.NOT_APPLICABLE;
  }

  private static JsonObject result(
      CheckedMessage checked, RecordedFacts recorded, TemplateMessage message, String title) {
    StringBuilder check = new StringBuilder();
    try {
      CheckedMessageJson.write(check, title, 0, message.bytes().length, checked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonArrayBuilder remedies = Json.createArrayBuilder();
    for (Remedies.Remedy remedy : REMEDIES.of(checked, recorded)) {
      JsonArrayBuilder effects = Json.createArrayBuilder();
      remedy
          .effects()
          .forEach(
              effect ->
                  effects.add(
                      Json.createObjectBuilder()
                          .add("requirement", effect.requirement())
                          .add("was", effect.was().name())
                          .add("becomes", effect.becomes().name())));
      remedies.add(
          Json.createObjectBuilder()
              .add("requirements", MailingAudits.json(remedy.requirements()))
              .add("what", remedy.what())
              .add("words", remedy.words())
              .add("tried", remedy.tried())
              .add("effects", effects));
    }
    JsonArrayBuilder unfilled = Json.createArrayBuilder();
    message.unfilled().stream().sorted().forEach(unfilled::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("check", JsonText.object(check.toString().replace("\\u0000", "\\ufffd")))
            .add("remedies", remedies)
            .add("display", display(checked))
            .add("links", links(checked))
            .add("providers", providers(checked))
            .add("unfilled", unfilled);
    return json.build();
  }

  private static JsonArrayBuilder display(CheckedMessage checked) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Display.Measured measured : Display.of(checked)) {
      all.add(
          Json.createObjectBuilder()
              .add("of", measured.of())
              .add("words", measured.words())
              .add("size", round(measured.size()))
              .add("contrast", round(measured.contrast()))
              .add("position", round(measured.position()))
              .add("hidden", measured.hidden())
              .add("remark", measured.remark()));
    }
    return all;
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static JsonArrayBuilder links(CheckedMessage checked) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    Display.links(checked).stream()
        .limit(500)
        .forEach(
            link ->
                all.add(
                    Json.createObjectBuilder()
                        .add("words", link.words())
                        .add("target", link.target())
                        .add("host", ProviderRules.host(link.target()))));
    return all;
  }

  private static JsonArrayBuilder providers(CheckedMessage checked) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (ProviderRules.Answer answer : ProviderRules.of(checked)) {
      all.add(
          Json.createObjectBuilder()
              .add("id", answer.id())
              .add("title", answer.title())
              .add("source", answer.source())
              .add("standing", answer.standing().name())
              .add("words", answer.words()));
    }
    return all;
  }

  /**
   * The checks of a client, newest first.
   *
   * @param requirement only with this one violated; empty for all
   */
  public List<TemplateCheckView> list(UUID clientId, String requirement, int most) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    return NativeRows.of(
            entities,
            COLUMNS
                + "where c.client_id = :client and (:requirement = '' or :requirement = any(c.violated))"
                + " order by c.checked_at desc limit :most")
        .setParameter("client", clientId)
        .setParameter("requirement", requirement)
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(TemplateChecks::view)
        .toList();
  }

  /**
   * A check.
   *
   * @throws NotFound if there is none that the person may see
   */
  public TemplateCheckView get(UUID id) {
    access.require(ClientAction.LIST_CLIENTS);
    List<Object[]> rows =
        NativeRows.of(entities, COLUMNS + "where c.id = :id")
            .setParameter("id", id)
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFound("check", id);
    }
    TemplateCheckView view = view(rows.get(0));
    access.require(ClientAction.VIEW_CLIENT, view.clientId(), "check", id);
    return view;
  }

  private static TemplateCheckView view(Object[] row) {
    return new TemplateCheckView(
        (UUID) row[0],
        (UUID) row[1],
        (UUID) row[2],
        (String) row[3],
        TemplateCheckView.Origin.valueOf((String) row[4]),
        (String) row[5],
        ((Number) row[6]).longValue(),
        Verdict.valueOf((String) row[7]),
        names((String) row[8]),
        names((String) row[9]),
        MailingAudits.day(row[10]),
        (String) row[11],
        JsonText.object((String) row[12]),
        (Instant) row[13],
        (String) row[14]);
  }

  private static List<String> names(String text) {
    return text.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(text.split(",")));
  }

  /** The bytes of a message that was checked. */
  public ByteSource message(UUID id) {
    return vault.open(get(id).sha256());
  }

  /** How a preview is shown. */
  public enum Preview {
    /** As HTML, without images. */
    HTML,
    /** As HTML on a dark ground. */
    DARK,
    /** The plain text. */
    PLAIN
  }

  /** The text of a message as inert HTML: nothing is loaded, links lead nowhere. */
  public String preview(UUID id, Preview how) {
    try {
      byte[] bytes = message(id).readAll();
      TemplateCheckView view = get(id);
      return TemplatePreview.html(checked(bytes, RecordedFacts.NONE, view.lawAsOf()), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
