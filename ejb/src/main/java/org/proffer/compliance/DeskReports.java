package org.proffer.compliance;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Actor;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.access.Logins;
import org.proffer.audit.AuditTrail;
import org.proffer.clients.ClientView;
import org.proffer.clients.Clients;
import org.proffer.documents.OfficeSignatures;
import org.proffer.documents.ReportPdf;
import org.proffer.documents.SignatureView;
import org.proffer.evidence.StoredObject;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.JsonText;
import org.proffer.platform.NativeRows;
import org.proffer.platform.NotFound;

/** Reports of a client: produced as PDF and JSON, kept, handed out. */
@Stateless
public class DeskReports {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final ReportPdf PDF = new ReportPdf(DeskReports.class, "desk-report.xhtml");
  private static final String COLUMNS =
      "select r.id, r.client_id, r.title, r.file_name, r.sha256, r.length, r.pages, r.attested_by,"
          + " r.produced_at, r.produced_by, cast(r.content as text), s.sha256 signed, s.signed_at, s.signed_by"
          + " from proffer.desk_report r left join proffer.desk_report_signature s on s.report_id = r.id ";

  @PersistenceContext private EntityManager entities;
  @Resource private SessionContext context;
  @Inject private ClientAccess access;
  @Inject private Clients clients;
  @Inject private DeskReportModel model;
  @Inject private DeskReportRegister register;
  @Inject private OfficeSignatures signatures;
  @Inject private Logins logins;
  @Inject private AuditTrail audit;
  @Inject private Vault vault;
  @Inject private Clock clock;

  /**
   * A report.
   *
   * @param sha256 of the PDF
   * @param attestedBy name and office of who attests it
   * @param content everything that is printed
   * @param signed SHA-256 of the copy that the office signed; null while it did not
   * @param signedBy who had it signed; null while nobody did
   */
  public record ReportView(
      UUID id,
      UUID clientId,
      String title,
      String fileName,
      String sha256,
      long length,
      int pages,
      String attestedBy,
      Instant producedAt,
      String producedBy,
      JsonObject content,
      @Nullable String signed,
      @Nullable Instant signedAt,
      @Nullable String signedBy) {}

  /**
   * Produces a report of a client as it stands.
   *
   * @param notAssessed what was not looked at, in words; a line each
   * @param attestedBy name and office of who attests it
   * @throws InvalidInput if nobody attests it
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ReportView produce(UUID clientId, String notAssessed, String attestedBy) {
    Actor actor = access.require(ClientAction.REPORT_CLIENT, clientId);
    if (attestedBy.isBlank()) {
      throw new InvalidInput(
          "attestedBy", "Nobody attests the report.", "Give name and office of who does.");
    }
    ClientView client = clients.get(clientId);
    Instant at = clock.instant();
    Map<String, Object> content = model.of(client, notAssessed, attestedBy, at, actor);
    byte[] json = DeskReportModel.json(content).toString().getBytes(StandardCharsets.UTF_8);
    byte[] csv = model.findingsCsv(clientId).getBytes(StandardCharsets.UTF_8);
    try (Vault.Arrival arrival = vault.arrive()) {
      int pages =
          PDF.write(
              content,
              List.of(
                  new ReportPdf.Enclosure(
                      "report.json", "application/json", "Everything in this report", json),
                  new ReportPdf.Enclosure(
                      "findings.csv", "text/csv", "The findings of this report", csv)),
              at,
              arrival);
      StoredObject object = arrival.keep();
      UUID id =
          register.enter(
              client,
              "can-spam-compliance-report-" + STAMP.format(at) + ".pdf",
              object,
              pages,
              DeskReportModel.json(content),
              attestedBy.strip(),
              at,
              actor.login());
      return context.getBusinessObject(DeskReports.class).get(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reports of a client, newest first. */
  public List<ReportView> list(UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    return NativeRows.of(
            entities, COLUMNS + "where r.client_id = :client order by r.produced_at desc")
        .setParameter("client", clientId)
        .getResultList()
        .stream()
        .map(DeskReports::view)
        .toList();
  }

  /**
   * A report.
   *
   * @throws NotFound if there is none that the person may see
   */
  public ReportView get(UUID id) {
    access.require(ClientAction.LIST_CLIENTS);
    List<Object[]> rows =
        NativeRows.of(entities, COLUMNS + "where r.id = :id")
            .setParameter("id", id)
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFound("report", id);
    }
    ReportView report = view(rows.get(0));
    access.require(ClientAction.VIEW_CLIENT, report.clientId(), "report", id);
    return report;
  }

  private static ReportView view(Object[] row) {
    return new ReportView(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        ((Number) row[5]).longValue(),
        ((Number) row[6]).intValue(),
        (String) row[7],
        (Instant) row[8],
        (String) row[9],
        JsonText.object((String) row[10]),
        (String) row[11],
        (Instant) row[12],
        (String) row[13]);
  }

  /** Whether the office has a key to sign with. */
  public boolean signs() {
    return signatures.configured();
  }

  /**
   * Signs a report with the key of the office; the copy as it was produced stays beside it.
   *
   * @throws org.proffer.documents.NoSigningKey if there is no key
   * @throws InvalidInput if it is signed already
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ReportView sign(UUID id) {
    DeskReports self = context.getBusinessObject(DeskReports.class);
    ReportView report = self.get(id);
    Actor actor = access.require(ClientAction.SIGN_REPORT, report.clientId(), "report", id);
    if (report.signed() != null) {
      throw new InvalidInput(
          "report", "The report is signed already.", "Produce another report, and sign that.");
    }
    try (Vault.Arrival arrival = vault.arrive()) {
      byte[] signed =
          signatures.sign(vault.open(report.sha256()).readAll(), logins.displayName(actor.login()));
      arrival.write(signed, 0, signed.length);
      register.sign(report, arrival.keep(), actor.login());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return self.get(id);
  }

  /** The signatures of a report, verified now; none while it is not signed. */
  public List<SignatureView> signatures(UUID id) {
    String signed = get(id).signed();
    try {
      return signed == null ? List.of() : signatures.verify(vault.open(signed).readAll());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The PDF of a report, signed if it was; an audit row says who took it. */
  public ByteSource download(UUID id) {
    ReportView report = get(id);
    Actor actor = access.require(ClientAction.REPORT_CLIENT, report.clientId(), "report", id);
    audit.record(
        actor.login(), "DOWNLOAD_REPORT", null, "desk-report", id, report.length() + " bytes");
    String signed = report.signed();
    return vault.open(signed == null ? report.sha256() : signed);
  }
}
