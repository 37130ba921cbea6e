package org.proffer.cases;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Members;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Json;
import org.proffer.platform.Outage;
import org.proffer.platform.Places;
import org.proffer.records.RecordArchive;

/**
 * Whole case files, out and in: what the case is, its members, and every version of every record.
 * Evidence and messages are not in the file; they travel as evidence.
 */
@Stateless
public class CaseFiles {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Members members;
  @Inject private AuditTrail audit;
  @Inject private RecordArchive archive;
  @Inject private CaseFileOpening opening;
  @Inject private Places places;
  @Inject private Clock clock;

  /** Writes a case file as JSON, one record after the other. */
  public void write(CaseId id, OutputStream out) {
    Actor actor = access.require(Action.EXPORT_CASE, id.value());
    CaseFile file = entities.find(CaseFile.class, id.value());
    audit.record(actor.login(), "EXPORT_CASE", id.value(), "case", id, "");
    try (JsonGenerator json = Json.createGenerator(out)) {
      json.writeStartObject()
          .write("format", CaseFileForm.FORMAT)
          .write("formatVersion", CaseFileForm.VERSION)
          .write("exportedAt", clock.instant().toString())
          .write("exportedBy", actor.login());
      json.writeStartObject("case")
          .write("id", id.toString())
          .write("demonstration", file.isDemonstration())
          .write("openedAt", file.openedAt().toString())
          .write("openedBy", file.openedBy())
          .writeEnd();
      json.writeStartArray("members");
      members.listed(id.value()).forEach(member -> json.write(CaseFileForm.json(member)));
      json.writeEnd().writeStartArray("records");
      archive.of(id.value(), kept -> json.write(CaseFileForm.json(kept)));
      json.writeEnd().writeEnd();
    }
  }

  /**
   * Opens a new case from a case file. Its records get new ids, and refer to each other as before;
   * every version stays, with who wrote it when. Of its members those come along whose logins are
   * known here, and the person who asks.
   *
   * @param file in UTF-8, of any length; it is all here before anything is written
   * @throws InvalidInput naming the place of what cannot be used
   * @throws DocketNumberTaken if another case has its docket number
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public CaseId read(InputStream file) {
    access.require(Action.IMPORT_CASE);
    try {
      Path arrived = arrival();
      try {
        arrive(file, arrived);
        return opening.open(arrived);
      } finally {
        Files.delete(arrived);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path arrival() throws IOException {
    try {
      return Files.createTempFile(places.passing(), "case-file", ".json");
    } catch (IOException e) {
      throw new Outage.TemporaryFull(e);
    }
  }

  private static void arrive(InputStream file, Path arrived) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(arrived)) {
      for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
        try {
          out.write(buffer, 0, n);
        } catch (IOException e) {
          throw new Outage.TemporaryFull(e);
        }
      }
    }
  }
}
