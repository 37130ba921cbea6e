package org.proffer.cases;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Logins;
import org.proffer.access.Member;
import org.proffer.access.MemberRole;
import org.proffer.access.Members;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordArchive;
import org.proffer.records.RecordKind;
import org.proffer.records.Records;

/**
 * Whole case files, out and in: what the case is, its members, and every version of every record.
 * Evidence and messages are not in the file; they travel as evidence. One method is one
 * transaction, so that a file that cannot be used leaves nothing.
 */
@Stateless
public class CaseFiles {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Members members;
  @Inject private Logins logins;
  @Inject private AuditTrail audit;
  @Inject private RecordArchive archive;
  @Inject private Records records;
  @Inject private CaseKind kind;
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
   * @throws InvalidInput naming the place of what cannot be used
   * @throws DocketNumberTaken if another case has its docket number
   */
  public CaseId read(JsonObject file) {
    Actor actor = access.require(Action.IMPORT_CASE);
    CaseFileForm form = CaseFileForm.of(file);
    RecordArchive.Kept details =
        form.records().stream()
            .filter(kept -> kept.id().equals(form.id()) && kept.kind().equals(kind.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "records",
                        "The record of the case itself, " + form.id() + ", is not in the file.",
                        "Send the file as it was exported."));
    CaseDetails described =
        kind.read(details.versions().get(details.versions().size() - 1).content());
    Map<UUID, UUID> ids = newIds(form.records());
    UUID id = Objects.requireNonNull(ids.get(form.id()));
    kind.check(new RecordKind.Written<>(id, id, null, described, records));
    entities.persist(
        new CaseFile(
            id,
            described.title(),
            described.court(),
            null,
            null,
            Objects.requireNonNull(described.status()),
            form.demonstration(),
            form.openedAt(),
            form.openedBy()));
    entities.flush();
    members.put(id, new Member(actor.login(), MemberRole.OTHER, clock.instant(), actor.login()));
    entities.flush();
    archive.bring(id, form.records(), ids);
    kind.stored(new RecordKind.Written<>(id, id, null, described, records));
    form.members().stream()
        .filter(member -> logins.isKnown(member.login()))
        .forEach(member -> members.put(id, member));
    audit.record(actor.login(), "IMPORT_CASE", id, "case", id, form.records().size() + " records");
    return new CaseId(id);
  }

  /** New ids in the order of the old ones, which is the order in which the records were added. */
  private Map<UUID, UUID> newIds(List<RecordArchive.Kept> all) {
    Iterator<UUID> fresh =
        Stream.generate(() -> Ids.next(clock)).limit(all.size()).sorted().toList().iterator();
    Map<UUID, UUID> ids = new HashMap<>();
    all.forEach(kept -> ids.put(kept.id(), fresh.next()));
    return ids;
  }
}
