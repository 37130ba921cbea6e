package org.proffer.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseView;
import org.proffer.custody.CustodyEventView;
import org.proffer.ledger.Head;

/** What a package says to a person: its items, and who had them when, in sentences. */
final class PackageReport {
  private final StringBuilder text = new StringBuilder();

  private PackageReport() {}

  static String of(
      CaseView of,
      Instant at,
      Head head,
      String stamped,
      List<EvidenceView> items,
      Map<UUID, ItemDescription> described,
      Map<UUID, List<CustodyEventView>> custody) {
    PackageReport report = new PackageReport();
    report.line("Evidence of the case “" + of.title() + "”");
    report.line("Packed " + at + ". All times are UTC.");
    report.line("");
    report.line(
        "Each event below stands in the custody log of the office, a log that cannot be changed"
            + " unseen: its head over "
            + head.size()
            + " events was signed at "
            + head.at()
            + " with root "
            + head.root()
            + ".");
    if (!stamped.isEmpty()) {
      report.line(stamped);
    }
    for (EvidenceView item : items) {
      UUID id = item.id().value();
      report.item(item, described.get(id), custody.getOrDefault(id, List.of()));
    }
    return report.text.toString();
  }

  private void line(String sentence) {
    text.append(sentence).append('\n');
  }

  private void item(
      EvidenceView item, @Nullable ItemDescription description, List<CustodyEventView> custody) {
    line("");
    line("ITEM " + item.number() + ": " + item.title());
    line("  " + item.form().label() + (item.sha256().isEmpty() ? "." : ", " + bytes(item) + "."));
    if (!item.sha256().isEmpty()) {
      line("  SHA-256  " + item.sha256());
    }
    if (!item.sha3().isEmpty()) {
      line("  SHA3-256 " + item.sha3());
    }
    if (description != null) {
      described(description);
    }
    if (item.destroyedAt() != null) {
      line("  It was destroyed at " + item.destroyedAt() + " and is not in this package.");
    }
    line(
        "  Held by "
            + item.holder()
            + (item.outTo().isEmpty() ? "" : ", out with " + item.outTo())
            + (item.shelf().isEmpty() ? "" : ", shelf " + item.shelf())
            + (item.seal().isEmpty() ? "" : ", seal " + item.seal())
            + ".");
    custody.forEach(this::event);
  }

  private static String bytes(EvidenceView item) {
    return String.format(
        Locale.US, "“%s”, %,d bytes, %s", item.fileName(), item.length(), item.content());
  }

  private void described(ItemDescription d) {
    List<String> said = new ArrayList<>();
    add(said, "From", d.source());
    add(said, "On the authority of", d.authorityWords());
    add(said, "Collected by", d.collectedBy());
    if (d.collectedOn() != null) {
      add(
          said,
          "Collected on",
          org.proffer.records.DayPrecision.words(d.collectedOn(), d.collectedPrecision()));
    }
    add(said, "Collected at", d.place());
    add(said, "Received by", d.receivedBy());
    add(said, "Received on", d.receivedOn() == null ? "" : d.receivedOn().toString());
    if (d.nature() != null) {
      add(said, "It is", d.nature().label().toLowerCase(Locale.ROOT));
    }
    add(said, "Made with", (d.tool() + " " + d.toolVersion() + " " + d.parameters()).strip());
    said.forEach(sentence -> line("  " + sentence));
    if (!d.description().isEmpty()) {
      line("  " + d.description().replaceAll("\\s+", " "));
    }
  }

  private static void add(List<String> said, String what, String value) {
    if (!value.isEmpty()) {
      said.add(what + " " + value + ".");
    }
  }

  private void event(CustodyEventView event) {
    StringBuilder sentence = new StringBuilder();
    sentence.append(
        String.format(
            Locale.ROOT, "  %3d. %s, %s", event.sequence(), event.at(), event.act().by()));
    Instant happened = event.act().happened();
    sentence.append(": ").append(event.act().kind().label());
    if (happened != null) {
      sentence.append(", which happened at ").append(happened);
    }
    if (event.act().to() != null) {
      sentence.append(", to ").append(event.act().to());
    }
    if (event.act().location() != null) {
      sentence.append(", at ").append(event.act().location());
    }
    if (event.act().authority() != null) {
      sentence.append(", on the authority of ").append(event.act().authority());
    }
    if (event.act().result() == CustodyEventView.Result.FAILED) {
      sentence.append(". NOT AS IT SHOULD BE");
    }
    line(sentence.append(". ").append(event.act().detail()).toString());
  }
}
