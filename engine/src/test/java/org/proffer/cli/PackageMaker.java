package org.proffer.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.proffer.bagit.BagWriter;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.LoggedCustody;
import org.proffer.ledger.MerkleTree;
import org.proffer.ledger.TreeHash;
import org.proffer.timestamp.StampedHead;

/** Makes packages of a small log, honest ones and those of a liar who has all keys but the past. */
final class PackageMaker {
  private static final String ORIGIN = "proffer/custody";

  /** A letter, a thing, a destroyed letter. */
  static final UUID LETTER = new UUID(0, 1);

  static final UUID THING = new UUID(0, 2);
  static final UUID GONE = new UUID(0, 3);

  final List<LoggedCustody> log = new ArrayList<>();
  final HeadsFile office;
  String letter = "Buy now.";
  String list;
  String keyText;
  boolean sortedHeads = true;
  final List<String> notes = new ArrayList<>();
  final List<String> witnessed = new ArrayList<>();
  final List<StampedHead> stamps = new ArrayList<>();

  PackageMaker(Path folder) throws IOException {
    office = HeadsFile.open(folder, "custody", ORIGIN);
    keyText = Files.readString(folder.resolve("custody.pub"));
    event(LETTER, 1, "RECEIVED", null, hash(letter), "Received.");
    event(GONE, 1, "RECEIVED", null, hash("gone"), "Received.");
    event(THING, 1, "RECEIVED", null, null, "A disk.");
    event(new UUID(9, 9), 1, "RECEIVED", null, hash("other case"), "Received.");
    notes.add(office.append(head()));
    event(GONE, 2, "DISPOSED", hash("gone"), null, "Destroyed.");
    event(LETTER, 2, "EXAMINED", hash(letter), hash(letter), "Read.");
    notes.add(office.append(head()));
    list =
        item(LETTER, 1, ",\"path\":\"items/0001-letter.eml\",\"sha256\":\"" + hash(letter) + "\"")
            + item(THING, 2, "")
            + item(GONE, 3, ",\"sha256\":\"" + hash("gone") + "\"");
    export();
    notes.add(office.append(head()));
  }

  private void export() {
    String detail = "Exported, SHA-256 of items.ndjson " + hash(list) + ".";
    event(LETTER, 3, "EXPORTED", hash(letter), hash(letter), detail);
    event(THING, 2, "EXPORTED", null, null, detail);
    event(GONE, 3, "EXPORTED", null, null, detail);
  }

  static String item(UUID id, int number, String more) {
    return "{\"id\":\"" + id + "\",\"number\":\"" + number + "\",\"title\":\"Item\"" + more + "}\n";
  }

  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void event(UUID item, int sequence, String kind, String before, String after, String detail) {
    log.add(
        new LoggedCustody(
            item,
            sequence,
            kind,
            Instant.parse("2026-01-02T03:04:05Z").plusSeconds(log.size()),
            null,
            "paralegal",
            null,
            null,
            null,
            "DONE",
            detail,
            before,
            after));
  }

  MerkleTree tree() {
    MerkleTree tree = new MerkleTree();
    log.forEach(event -> tree.append(event.hash()));
    return tree;
  }

  Head head() {
    MerkleTree tree = tree();
    return new Head(
        ORIGIN,
        tree.size(),
        tree.root(tree.size()),
        Instant.parse("2026-01-02T04:00:00Z").plusSeconds(tree.size()));
  }

  private static String proof(List<TreeHash> hashes) {
    return hashes.stream().map(h -> "\"" + h + "\"").collect(Collectors.joining(",", "[", "]"));
  }

  /** The package under the newest head; the events of other cases are not in it. */
  Path write(Path zip) throws IOException {
    String note = notes.get(notes.size() - 1);
    int size = Math.toIntExact(Head.of(note).size());
    MerkleTree tree = tree();
    StringBuilder custody = new StringBuilder();
    custody.append("{\"head\":\"").append(note.replace("\n", "\\n")).append("\"}\n");
    for (int place = 0; place < Math.min(size, log.size()); place++) {
      if (log.get(place).item().getMostSignificantBits() != 0) {
        continue;
      }
      custody
          .append("{\"place\":" + place + ",\"leaf\":\"")
          .append(log.get(place).leaf().replace("\\", "\\\\").replace("\"", "\\\""))
          .append("\",\"proof\":")
          .append(proof(tree.inclusion(place, size)))
          .append("}\n");
    }
    StringBuilder consistency = new StringBuilder();
    for (String each : notes) {
      int first = Math.toIntExact(Head.of(each).size());
      if (first < size) {
        consistency
            .append("{\"first\":" + first + ",\"proof\":")
            .append(proof(tree.consistency(first, size)))
            .append("}\n");
      }
    }
    try (OutputStream out = Files.newOutputStream(zip)) {
      BagWriter bag = new BagWriter(out, "evidence");
      add(bag, "items/0001-letter.eml", letter);
      add(bag, "items.ndjson", list);
      add(bag, "custody.ndjson", custody.toString());
      add(bag, "consistency.ndjson", consistency.toString());
      add(bag, "custody.heads", String.join("", notes.stream().map(n -> n + "\n\n").toList()));
      add(
          bag,
          "custody.witnessed",
          String.join("", witnessed.stream().map(n -> n + "\n\n").toList()));
      add(bag, "custody.stamps", String.join("", stamps.stream().map(StampedHead::line).toList()));
      add(bag, "custody.pub", keyText);
      bag.finish();
    }
    return zip;
  }

  private static void add(BagWriter bag, String path, String text) throws IOException {
    bag.add(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
