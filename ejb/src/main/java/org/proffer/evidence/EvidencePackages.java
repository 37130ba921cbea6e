package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.bagit.BagWriter;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;
import org.proffer.check.Sha256;
import org.proffer.custody.Cosignatures;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyKeeper;
import org.proffer.custody.CustodyLog;
import org.proffer.custody.HeadStamps;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.TreeHash;
import org.proffer.records.Records;
import org.proffer.timestamp.Stamp;
import org.proffer.timestamp.StampRefused;
import org.proffer.timestamp.StampedHead;

/**
 * Packages of evidence for somebody who trusts nothing of ours: the items bit for bit, their
 * custody with proofs, the signed heads, in a bag (RFC 8493) that {@code proffer verify} checks.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EvidencePackages {
  @Inject private Access access;
  @Inject private Cases cases;
  @Inject private EvidenceItems items;
  @Inject private Records records;
  @Inject private ItemKind kind;
  @Inject private EvidenceRegister register;
  @Inject private FixityRegister fixity;
  @Inject private CustodyKeeper keeper;
  @Inject private CustodyLog log;
  @Inject private Cosignatures cosignatures;
  @Inject private HeadStamps stamps;
  @Inject private Vault vault;
  @Inject private Clock clock;

  /**
   * Heads to whose sizes a package has proofs at most; of more, the newest and every so manieth.
   */
  private static final int MOST_PROVEN = 4_000;

  private static final String VERIFIER = "/org/proffer/verifier/";

  /** What a package is made of. */
  private record Contents(
      CaseView of,
      List<EvidenceView> items,
      String list,
      Map<UUID, ItemDescription> described,
      Map<UUID, List<CustodyEventView>> custody,
      CustodyLog.Proofs proofs,
      Map<Long, List<TreeHash>> consistencies,
      List<String> heads,
      List<String> witnessed,
      List<StampedHead> stamps,
      String key,
      Instant at) {}

  /**
   * A package that is ready to be written: its items are sound, its custody says that it goes out.
   */
  public final class Ready {
    private final Contents contents;

    private Ready(Contents contents) {
      this.contents = contents;
    }

    /** Name of the file. */
    public String fileName() {
      return folder() + ".zip";
    }

    private String folder() {
      return "evidence-"
          + contents.of().id().toString().substring(0, 8)
          + "-"
          + contents.at().getEpochSecond();
    }

    /** Writes the package, as a zip; memory does not grow with the items. */
    public void write(OutputStream out) throws IOException {
      BagWriter bag = new BagWriter(out, folder());
      bag.info("Bagging-Date", contents.at().atZone(ZoneOffset.UTC).toLocalDate().toString())
          .info("External-Identifier", contents.of().id().toString())
          .info("Bag-Software-Agent", "Proffer");
      for (EvidenceView item : contents.items()) {
        if (item.hasBytes()) {
          try (InputStream in = vault.open(item.sha256()).open(0)) {
            bag.add(path(item), in);
          }
        }
      }
      bag.add("items.ndjson", text(contents.list()));
      bag.add("custody.ndjson", text(custody()));
      bag.add("consistency.ndjson", text(consistency()));
      bag.add("custody.heads", text(notes(contents.heads())));
      bag.add("custody.witnessed", text(notes(contents.witnessed())));
      bag.add("custody.stamps", text(stamps()));
      bag.add("custody.pub", text(contents.key() + "\n"));
      bag.add(
          "case-uco.jsonld",
          text(
              CaseUco.of(contents.of(), contents.items(), contents.described(), contents.custody())
                  .toString()));
      bag.add("report.txt", text(report()));
      bag.add("README.txt", text(readme()));
      for (String page : List.of("verify.html", "verify.js", "verify.css")) {
        bag.tag(page, verifier(page));
      }
      bag.finish();
      out.flush();
    }

    private String custody() {
      StringBuilder lines = new StringBuilder();
      lines
          .append(Json.createObjectBuilder().add("head", contents.proofs().note()).build())
          .append('\n');
      for (CustodyLog.Proven event : contents.proofs().events()) {
        lines
            .append(
                Json.createObjectBuilder()
                    .add("place", event.place())
                    .add("leaf", event.leaf())
                    .add("proof", hashes(event.proof()))
                    .build())
            .append('\n');
      }
      return lines.toString();
    }

    private String consistency() {
      StringBuilder lines = new StringBuilder();
      contents
          .consistencies()
          .forEach(
              (first, proof) ->
                  lines
                      .append(
                          Json.createObjectBuilder()
                              .add("first", first)
                              .add("proof", hashes(proof))
                              .build())
                      .append('\n'));
      return lines.toString();
    }

    private String stamps() {
      return String.join("", contents.stamps().stream().map(StampedHead::line).toList());
    }

    private String report() {
      return PackageReport.of(
          contents.of(),
          contents.at(),
          Head.of(contents.proofs().note()),
          stamped(contents),
          contents.items(),
          contents.described(),
          contents.custody());
    }

    private String readme() {
      return """
          data/report.txt tells in sentences what is in this package and who had it when.

          To check all of it without the portal that made it, and without a network:

              proffer verify PACKAGE.zip --key custody.pub

          or open verify.html in a browser and give it the package. Take both from another place
          than this package, and the key custody.pub from the office on another way: whoever
          changed the package could have changed what lies in it.

          If you kept a signed head of the log, or a file of them, give it with --head: then it is
          found if the log was rolled back or forked since. --witness checks the cosignatures of
          others, --tsa the time stamps (RFC 3161) in data/custody.stamps: each line is the size and
          root of a head and the stamp over its signed text, in Base64. Any BagIt tool checks the
          files alone.
          """;
    }
  }

  private static String notes(List<String> notes) {
    return String.join("", notes.stream().map(note -> note + "\n\n").toList());
  }

  private static JsonArrayBuilder hashes(List<TreeHash> proof) {
    return Json.createArrayBuilder(proof.stream().map(TreeHash::toString).toList());
  }

  private static String verifier(String page) throws IOException {
    try (InputStream in = HeadsFile.class.getResourceAsStream(VERIFIER + page)) {
      return new String(Objects.requireNonNull(in, page).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String path(EvidenceView item) {
    return String.format(
        Locale.ROOT,
        "items/%04d-%s",
        item.number(),
        item.fileName().replaceAll("[^A-Za-z0-9._-]", "_"));
  }

  private static String line(EvidenceView item, @Nullable ItemDescription description) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", item.id().toString())
            .add("number", Integer.toString(item.number()))
            .add("title", item.title())
            .add("form", item.form().name());
    if (item.hasBytes()) {
      json.add("path", path(item));
    }
    if (!item.sha256().isEmpty()) {
      json.add("fileName", item.fileName())
          .add("content", item.content())
          .add("sha256", item.sha256())
          .add("length", Long.toString(item.length()));
    }
    add(json, "sha3_256", item.sha3());
    json.add("receivedAt", item.receivedAt().toString())
        .add("receivedBy", item.receivedBy())
        .add("holder", item.holder());
    add(json, "seal", item.seal());
    add(json, "shelf", item.shelf());
    add(json, "outTo", item.outTo());
    add(json, "hold", item.hold());
    add(json, "destroyedAt", item.destroyedAt() == null ? "" : item.destroyedAt().toString());
    if (description != null) {
      add(json, "description", description.description());
      add(json, "source", description.source());
      add(json, "authority", description.authorityWords());
      add(json, "place", description.place());
      add(json, "collectedBy", description.collectedBy());
      add(
          json,
          "collectedOn",
          description.collectedOn() == null ? "" : description.collectedOn().toString());
      add(json, "nature", description.nature() == null ? "" : description.nature().name());
      add(json, "parent", description.parent() == null ? "" : description.parent().toString());
      add(json, "tool", description.tool());
      add(json, "toolVersion", description.toolVersion());
      add(json, "parameters", description.parameters());
    }
    return json.build() + "\n";
  }

  private static void add(JsonObjectBuilder json, String name, String value) {
    if (!value.isEmpty()) {
      json.add(name, value);
    }
  }

  /**
   * Makes a package of the items of a case that the person sees: hashes each again, enters the
   * export in its custody, and has the log signed.
   *
   * @throws ItemDamaged if bytes are not those that were received; nothing goes out then
   */
  public Ready prepare(CaseId caseId) {
    String login = access.require(Action.EXPORT_EVIDENCE, caseId.value()).login();
    CaseView of = cases.get(caseId);
    for (EvidenceView item : items.of(caseId)) {
      if (item.hasBytes() && fixity.checked(item, login).damagedAt() != null) {
        throw new ItemDamaged(item);
      }
    }
    List<EvidenceView> contents = items.of(caseId);
    Map<UUID, ItemDescription> described = new HashMap<>();
    records.list(kind, caseId.value()).forEach(each -> described.put(each.id(), each.content()));
    StringBuilder list = new StringBuilder();
    contents.forEach(item -> list.append(line(item, described.get(item.id().value()))));
    Instant at = clock.instant();
    String hash =
        HexFormat.of()
            .formatHex(Sha256.digest().digest(list.toString().getBytes(StandardCharsets.UTF_8)));
    register.exported(contents, hash, login);
    try {
      keeper.signNow();
      List<UUID> ids = contents.stream().map(item -> item.id().value()).toList();
      CustodyLog.Proofs proofs = untilExport(log.proofs(ids), hash);
      stamps.tryToStamp(proofs.note());
      List<String> heads = log.notes();
      List<StampedHead> stamped = stamps.stamps();
      Map<UUID, List<CustodyEventView>> custody = new HashMap<>();
      ids.forEach(id -> custody.put(id, items.custody(new EvidenceId(id))));
      return new Ready(
          new Contents(
              of,
              contents,
              list.toString(),
              described,
              custody,
              proofs,
              log.consistencies(
                  earlier(heads, stamped, proofs.note()), Head.of(proofs.note()).size()),
              heads,
              cosignatures.notes(),
              stamped,
              Base64.getEncoder().encodeToString(keeper.heads().verifier().key().getEncoded()),
              at));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the heads of the custody log cannot be read", e);
    }
  }

  /** The stamp over the head of a package in a sentence; empty if there is none. */
  private static String stamped(Contents contents) {
    String note = contents.proofs().note();
    for (StampedHead stamp : contents.stamps()) {
      if (stamp.note(List.of(note)).isPresent()) {
        try {
          Stamp read = Stamp.read(stamp.der(), StampedHead.stamped(note));
          return "“" + read.authority() + "” stamped that head at " + read.at() + " (RFC 3161).";
        } catch (StampRefused e) {
          throw new IllegalStateException("a time stamp that was kept cannot be read", e);
        }
      }
    }
    return "";
  }

  /** The events up to this export: what came after it is of the next one. */
  private static CustodyLog.Proofs untilExport(CustodyLog.Proofs proofs, String list) {
    long export =
        proofs.events().stream()
            .filter(event -> event.leaf().contains(list))
            .mapToLong(CustodyLog.Proven::place)
            .max()
            .orElse(-1);
    return new CustodyLog.Proofs(
        proofs.note(),
        proofs.events().stream().filter(event -> event.place() <= export).toList(),
        proofs.unsigned());
  }

  /**
   * The sizes of earlier heads that get a proof: all, or the stamped ones, the newest half and a
   * share of the rest.
   */
  private static List<Long> earlier(List<String> heads, List<StampedHead> stamped, String note) {
    long size = Head.of(note).size();
    List<Long> all =
        heads.stream()
            .map(each -> Head.of(each).size())
            .filter(each -> each < size)
            .distinct()
            .toList();
    if (all.size() <= MOST_PROVEN) {
      return all;
    }
    int old = all.size() - MOST_PROVEN / 2;
    int every = old / (MOST_PROVEN / 2) + 1;
    Set<Long> always = stamped.stream().map(StampedHead::size).collect(Collectors.toSet());
    List<Long> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i >= old || i % every == 0 || always.contains(all.get(i))) {
        some.add(all.get(i));
      }
    }
    return some;
  }
}
