package org.proffer.cases;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.ejb3.annotation.TransactionTimeout;
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
import org.proffer.records.RecordArrival;
import org.proffer.records.RecordKind;
import org.proffer.records.Records;

/**
 * Opens a case from a case file that has arrived, in one transaction, so that a file that cannot be
 * used leaves nothing. The file is read twice: for what is in it, then to write it.
 */
@Stateless
public class CaseFileOpening {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Members members;
  @Inject private Logins logins;
  @Inject private AuditTrail audit;
  @Inject private RecordArchive archive;
  @Inject private Records records;
  @Inject private CaseKind kind;
  @Inject private Clock clock;

  /** What is in a file: its head, the kind of each record in its order, what the case is. */
  private record Contents(CaseFileForm.Head head, Map<UUID, String> kinds, JsonObject details) {}

  /**
   * Opens the case.
   *
   * @throws InvalidInput naming the place of what cannot be used
   * @throws DocketNumberTaken if another case has its docket number
   */
  @TransactionTimeout(value = 2, unit = TimeUnit.HOURS)
  public CaseId open(Path file) {
    Actor actor = access.require(Action.IMPORT_CASE);
    Contents contents = contents(file);
    CaseDetails described = kind.read(contents.details());
    Map<UUID, UUID> ids = newIds(contents.kinds());
    UUID id = Objects.requireNonNull(ids.get(contents.head().id()));
    kind.check(new RecordKind.Written<>(id, id, null, described, records));
    entities.persist(
        new CaseFile(
            id,
            described.title(),
            described.court(),
            null,
            null,
            Objects.requireNonNull(described.status()),
            contents.head().demonstration(),
            contents.head().openedAt(),
            contents.head().openedBy()));
    entities.flush();
    members.put(id, new Member(actor.login(), MemberRole.OTHER, clock.instant(), actor.login()));
    entities.flush();
    RecordArrival arrival = archive.arrival(id, ids, contents.kinds());
    CaseFileReader.read(file, arrival::add);
    arrival.end();
    kind.stored(new RecordKind.Written<>(id, id, null, described, records));
    contents.head().members().stream()
        .filter(member -> logins.isKnown(member.login()))
        .forEach(member -> members.put(id, member));
    audit.record(
        actor.login(), "IMPORT_CASE", id, "case", id, contents.kinds().size() + " records");
    return new CaseId(id);
  }

  private Contents contents(Path file) {
    Map<UUID, String> kinds = new LinkedHashMap<>();
    Map<UUID, JsonObject> details = new HashMap<>();
    CaseFileForm.Head head =
        CaseFileReader.read(
            file,
            (kept, place) -> {
              if (kinds.put(kept.id(), kept.kind()) != null) {
                throw new InvalidInput(
                    place + ".id",
                    kept.id() + " is there twice.",
                    "Send the file as it was exported.");
              }
              if (kept.kind().equals(kind.name())) {
                details.put(kept.id(), kept.versions().get(kept.versions().size() - 1).content());
              }
            });
    JsonObject described = details.get(head.id());
    if (described == null) {
      throw new InvalidInput(
          "records",
          "The record of the case itself, " + head.id() + ", is not in the file.",
          "Send the file as it was exported.");
    }
    return new Contents(head, kinds, described);
  }

  /** New ids in the order of the old ones, which is the order in which the records were added. */
  private Map<UUID, UUID> newIds(Map<UUID, String> kinds) {
    Iterator<UUID> fresh =
        Stream.generate(() -> Ids.next(clock)).limit(kinds.size()).sorted().toList().iterator();
    Map<UUID, UUID> ids = new HashMap<>();
    kinds.keySet().forEach(old -> ids.put(old, fresh.next()));
    return ids;
  }
}
