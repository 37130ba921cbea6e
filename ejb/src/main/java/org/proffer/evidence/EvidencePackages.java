package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.bagit.BagWriter;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;
import org.proffer.custody.CustodyKeeper;
import org.proffer.custody.CustodyLog;
import org.proffer.ledger.Head;
import org.proffer.ledger.TreeHash;

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
  @Inject private EvidenceRegister register;
  @Inject private FixityRegister fixity;
  @Inject private CustodyKeeper keeper;
  @Inject private CustodyLog log;
  @Inject private Vault vault;
  @Inject private Clock clock;

  /**
   * A package that is ready to be written: its items are sound, its custody says that it goes out.
   */
  public final class Ready {
    private final CaseView of;
    private final List<EvidenceView> contents;
    private final CustodyLog.Proofs proofs;
    private final List<String> heads;
    private final String key;
    private final Instant at;

    private Ready(
        CaseView of,
        List<EvidenceView> contents,
        CustodyLog.Proofs proofs,
        List<String> heads,
        String key,
        Instant at) {
      this.of = of;
      this.contents = contents;
      this.proofs = proofs;
      this.heads = heads;
      this.key = key;
      this.at = at;
    }

    /** Name of the file. */
    public String fileName() {
      return folder() + ".zip";
    }

    private String folder() {
      return "evidence-" + of.id().toString().substring(0, 8) + "-" + at.getEpochSecond();
    }

    /** Writes the package, as a zip; memory does not grow with the items. */
    public void write(OutputStream out) throws IOException {
      BagWriter bag = new BagWriter(out, folder());
      bag.info("Bagging-Date", at.atZone(ZoneOffset.UTC).toLocalDate().toString())
          .info("External-Identifier", of.id().toString())
          .info("Bag-Software-Agent", "Proffer");
      StringBuilder listed = new StringBuilder();
      for (EvidenceView item : contents) {
        String path = path(item);
        try (InputStream in = vault.open(item.sha256()).open(0)) {
          bag.add(path, in);
        }
        listed.append(line(item, path));
      }
      bag.add("items.ndjson", text(listed.toString()));
      bag.add("custody.ndjson", text(custody()));
      bag.add("custody.heads", text(String.join("", heads.stream().map(h -> h + "\n\n").toList())));
      bag.add("custody.pub", text(key + "\n"));
      bag.add("README.txt", text(report()));
      bag.finish();
      out.flush();
    }

    private String custody() {
      StringBuilder lines = new StringBuilder();
      lines.append(Json.createObjectBuilder().add("head", proofs.note()).build()).append('\n');
      for (CustodyLog.Proven event : proofs.events()) {
        lines
            .append(
                Json.createObjectBuilder()
                    .add("place", event.place())
                    .add("leaf", event.leaf())
                    .add(
                        "proof",
                        Json.createArrayBuilder(
                            event.proof().stream().map(TreeHash::toString).toList()))
                    .build())
            .append('\n');
      }
      return lines.toString();
    }

    private String report() {
      Head head = Head.of(proofs.note());
      StringBuilder text = new StringBuilder();
      text.append("Evidence of the case “").append(of.title()).append("”\n\n");
      text.append("Packed ").append(at).append(" with Proffer.\n\n");
      text.append("Items, as they were received, bit for bit:\n\n");
      for (EvidenceView item : contents) {
        text.append(
            String.format(
                Locale.ROOT,
                "%d. %s%n   %d bytes, SHA-256 %s%n   received %s by %s, held by %s%n",
                item.number(),
                item.fileName(),
                item.length(),
                item.sha256(),
                item.receivedAt(),
                item.receivedBy(),
                item.holder()));
      }
      text.append("\nThe custody of every item is in custody.ndjson, from its receipt to this")
          .append(
              " export.\nEach event is proven to be in the custody log (RFC 9162) whose head of ")
          .append(head.size())
          .append("\nevents was signed at ")
          .append(head.at())
          .append(" with root\n")
          .append(head.root())
          .append(".\n\nTo check all this without the portal that made it:\n\n")
          .append("    proffer verify PACKAGE.zip --key custody.pub\n\n")
          .append(
              "with the key custody.pub obtained from the office on another way than this package.\n")
          .append("Any BagIt tool checks the files alone.\n");
      return text.toString();
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

  private static String line(EvidenceView item, String path) {
    return Json.createObjectBuilder()
            .add("id", item.id().toString())
            .add("path", path)
            .add("number", Integer.toString(item.number()))
            .add("fileName", item.fileName())
            .add("content", item.content())
            .add("sha256", item.sha256())
            .add("length", Long.toString(item.length()))
            .add("receivedAt", item.receivedAt().toString())
            .add("receivedBy", item.receivedBy())
            .add("holder", item.holder())
            .build()
        + "\n";
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
    List<EvidenceView> contents = items.of(caseId);
    for (EvidenceView item : contents) {
      if (fixity.checked(item, login).damagedAt() != null) {
        throw new ItemDamaged(item);
      }
    }
    Instant at = clock.instant();
    register.exported(contents, login);
    try {
      keeper.signNow();
      return new Ready(
          of,
          contents,
          log.proofs(contents.stream().map(item -> item.id().value()).toList()),
          log.notes(),
          Base64.getEncoder().encodeToString(keeper.heads().verifier().key().getEncoded()),
          at);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the heads of the custody log cannot be read", e);
    }
  }
}
