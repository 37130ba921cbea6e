package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Caller;
import org.proffer.audit.AuditTrail;
import org.proffer.evidence.StoredObject;
import org.proffer.platform.JsonText;
import org.proffer.platform.NativeRows;

/** The rows of the messages of mailings. */
@ApplicationScoped
class MailingMessageRows {
  @PersistenceContext private EntityManager entities;
  @Inject private Caller caller;
  @Inject private AuditTrail audit;

  /**
   * The messages that an audit was given.
   *
   * @param days the days on which they were sent, UTC
   * @param known what is recorded of the programme on each of these days, as facts files; null
   *     before the audit is started
   * @param factsSha256 of the facts file that was given with them; null without one
   */
  record Given(
      String fileName,
      String sha256,
      long length,
      int messages,
      List<LocalDate> days,
      @Nullable JsonObject known,
      @Nullable String factsSha256) {
    Given {
      days = List.copyOf(days);
    }
  }

  @Transactional
  void enter(
      MailingAuditView audited,
      String name,
      StoredObject object,
      int messages,
      Collection<LocalDate> days) {
    entities
        .createNativeQuery(
            "insert into proffer.mailing_audit_messages (audit_id, client_id, file_name, sha256,"
                + " length, messages, days) values (:audit, :client, :name, :sha256, :length, :messages,"
                + " cast(string_to_array(:days, ',') as date[])) on conflict (audit_id) do update set"
                + " file_name = excluded.file_name, sha256 = excluded.sha256, length = excluded.length,"
                + " messages = excluded.messages, days = excluded.days")
        .setParameter("audit", audited.id())
        .setParameter("client", audited.clientId())
        .setParameter("name", name)
        .setParameter("sha256", object.sha256())
        .setParameter("length", object.length())
        .setParameter("messages", messages)
        .setParameter(
            "days", String.join(",", days.stream().map(LocalDate::toString).sorted().toList()))
        .executeUpdate();
    audit.record(
        caller.login(),
        "GIVE_AUDIT_MESSAGES",
        null,
        "mailing-audit",
        audited.id(),
        messages + " messages, " + object.length() + " bytes");
  }

  /** Keeps the facts file of the messages; false if no messages were given. */
  @Transactional
  boolean facts(MailingAuditView audited, StoredObject object) {
    int changed =
        entities
            .createNativeQuery(
                "update proffer.mailing_audit_messages set facts_sha256 = :sha256 where audit_id = :audit")
            .setParameter("sha256", object.sha256())
            .setParameter("audit", audited.id())
            .executeUpdate();
    audit.record(
        caller.login(),
        "GIVE_AUDIT_FACTS",
        null,
        "mailing-audit",
        audited.id(),
        object.length() + " bytes");
    return changed == 1;
  }

  /** Keeps what was known when the audit was started: it is decided by that. */
  void known(UUID auditId, JsonObject known) {
    entities
        .createNativeQuery(
            "update proffer.mailing_audit_messages set known = cast(:known as jsonb)"
                + " where audit_id = :audit")
        .setParameter("known", known.toString())
        .setParameter("audit", auditId)
        .executeUpdate();
  }

  @Transactional
  Optional<Given> given(UUID auditId) {
    return NativeRows.of(
            entities,
            "select m.file_name, m.sha256, m.length, m.messages, array_to_string(m.days, ','),"
                + " cast(m.known as text), m.facts_sha256 from proffer.mailing_audit_messages m"
                + " where m.audit_id = :audit")
        .setParameter("audit", auditId)
        .getResultList()
        .stream()
        .map(
            row ->
                new Given(
                    (String) row[0],
                    (String) row[1],
                    ((Number) row[2]).longValue(),
                    ((Number) row[3]).intValue(),
                    names((String) row[4]).stream().map(LocalDate::parse).toList(),
                    row[5] == null ? null : JsonText.object((String) row[5]),
                    (String) row[6]))
        .findFirst();
  }

  private static List<String> names(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void clear(UUID auditId) {
    entities
        .createNativeQuery("delete from proffer.mailing_message where audit_id = :audit")
        .setParameter("audit", auditId)
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void add(MailingAuditView view, List<MailingMessage> messages) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (MailingMessage message : messages) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("number", message.number())
              .add("address", plain(message.address()))
              .add("message_id", plain(message.messageId()))
              .add("subject", plain(message.subject()))
              .add("content_hash", message.sha256())
              .add("violated", String.join(",", message.violated()))
              .add("undetermined", String.join(",", message.undetermined()));
      JsonObjectBuilder reasons = Json.createObjectBuilder();
      message.reasons().forEach((duty, why) -> reasons.add(duty, plain(why)));
      json.add("reasons", reasons);
      Instant at = message.sentAt();
      if (at != null) {
        json.add("sent_at", at.toString());
      }
      all.add(json);
    }
    entities
        .createNativeQuery(
            "insert into proffer.mailing_message (audit_id, client_id, number, address, sent_at,"
                + " message_id, subject, content_hash, violated, undetermined, reasons) select :audit,"
                + " :client, r.number, r.address, r.sent_at, r.message_id, r.subject, r.content_hash,"
                + " string_to_array(r.violated, ','), string_to_array(r.undetermined, ','), r.reasons"
                + " from jsonb_to_recordset(cast(:rows as jsonb)) as r (number integer, address text,"
                + " sent_at timestamptz, message_id text, subject text, content_hash text, violated text,"
                + " undetermined text, reasons jsonb)")
        .setParameter("audit", view.id())
        .setParameter("client", view.clientId())
        .setParameter("rows", all.build().toString())
        .executeUpdate();
  }

  /** PostgreSQL keeps no U+0000. */
  private static String plain(String text) {
    return text.replace("\u0000", "\ufffd");
  }

  List<MailingMessage> list(UUID auditId, String requirement, int from, int most) {
    return NativeRows.of(
            entities,
            "select m.number, m.address, m.sent_at, m.message_id, m.subject, m.content_hash,"
                + " array_to_string(m.violated, ',') v, array_to_string(m.undetermined, ',') u,"
                + " cast(m.reasons as text) from proffer.mailing_message m where m.audit_id = :audit"
                + " and (:requirement = '' or :requirement = any(m.violated))"
                + " order by m.number offset :from limit :most")
        .setParameter("audit", auditId)
        .setParameter("requirement", requirement)
        .setParameter("from", from)
        .setParameter("most", most)
        .getResultList()
        .stream()
        .map(
            row ->
                new MailingMessage(
                    ((Number) row[0]).intValue(),
                    (String) row[1],
                    (Instant) row[2],
                    (String) row[3],
                    (String) row[4],
                    (String) row[5],
                    names((String) row[6]),
                    names((String) row[7]),
                    reasons(JsonText.object((String) row[8]))))
        .toList();
  }

  private static Map<String, String> reasons(JsonObject json) {
    Map<String, String> reasons = new HashMap<>();
    json.keySet().forEach(duty -> reasons.put(duty, json.getString(duty)));
    return reasons;
  }

  long count(UUID auditId, String requirement) {
    return NativeRows.count(
            entities,
            "select count(*) from proffer.mailing_message m where m.audit_id = :audit"
                + " and (:requirement = '' or :requirement = any(m.violated))")
        .setParameter("audit", auditId)
        .setParameter("requirement", requirement)
        .getSingleResult();
  }
}
