package org.proffer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proffer.bagit.Bag;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadVerifier;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.WitnessKey;
import org.proffer.timestamp.Stamp;
import org.proffer.timestamp.StampRefused;
import org.proffer.timestamp.StampRoots;
import org.proffer.timestamp.StampedHead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code proffer verify}: whether a package of evidence is whole and its custody proven. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks a package of evidence without the portal that made it.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:everything is proven", "1:something is not", "2:it could not be read"})
final class Verify implements Callable<Integer> {
  private static final String CUSTODY = "data/custody.ndjson";
  private static final String ITEMS = "data/items.ndjson";
  private static final String KEY = "data/custody.pub";
  private static final String HEADS = "data/custody.heads";
  private static final String CONSISTENCY = "data/consistency.ndjson";
  private static final String WITNESSED = "data/custody.witnessed";
  private static final String STAMPS = "data/custody.stamps";
  private static final Set<String> DESCRIBING =
      Set.of(
          CUSTODY,
          ITEMS,
          KEY,
          HEADS,
          CONSISTENCY,
          WITNESSED,
          STAMPS,
          "data/README.txt",
          "data/report.txt",
          "data/case-uco.jsonld");

  @Parameters(paramLabel = "PACKAGE", description = "The package: a zip, or its folder.")
  private Path given = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The key that checks heads, obtained on another way than the package.")
  private @Nullable Path key;

  @Option(
      names = "--heads",
      paramLabel = "FILE",
      description = "Signed heads kept before: each must be among those of the package.")
  private @Nullable Path kept;

  @Option(
      names = "--head",
      paramLabel = "FILE",
      description =
          "A signed head kept before, or several: the head of the package must continue each.")
  private @Nullable Path keptHead;

  @Option(
      names = "--witness",
      paramLabel = "FILE",
      description =
          "Keys of witnesses, one a line: each must have cosigned a head that the package continues.")
  private @Nullable Path witnesses;

  @Option(
      names = "--tsa",
      paramLabel = "FILE",
      description =
          "Certificates of time-stamp authorities (PEM): one of them must vouch for each time stamp.")
  private @Nullable Path authorities;

  @Option(
      names = "--origin",
      defaultValue = "proffer/custody",
      paramLabel = "NAME",
      description = "Name of the log (default: ${DEFAULT-VALUE}).")
  private String origin = "";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private int wrong;
  private int unbound;

  private void say(String sentence) {
    wrong++;
    out.println("FALSE: " + sentence);
  }

  @Override
  public Integer call() throws IOException {
    try (Bag bag = Bag.open(given)) {
      Bag.Checked checked = bag.check();
      checked.problems().forEach(this::say);
      for (String needed : List.of(CUSTODY, ITEMS, KEY, HEADS)) {
        if (!Files.isRegularFile(bag.file(needed))) {
          say("“" + needed + "” is missing: this is no package of evidence.");
        }
      }
      if (wrong == 0) {
        custody(bag, checked.sha256());
      }
    }
    if (key == null) {
      out.println(
          "NOTE: heads were checked with the key in the package itself. Give --key with the key that"
              + " the office published.");
    }
    return wrong == 0 ? 0 : 1;
  }

  private void custody(Bag bag, Map<String, String> files) throws IOException {
    Path trusted = key;
    HeadVerifier verifier =
        new HeadVerifier(origin, HeadsFile.readKey(trusted == null ? bag.file(KEY) : trusted));
    List<String> heads = heads(bag, verifier);
    Map<String, CustodyOfItem> items = new LinkedHashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(bag.file(CUSTODY))) {
      String first = lines.readLine();
      String note = first == null ? null : ProvenLine.read(first).head();
      Optional<Head> head = note == null ? Optional.empty() : verifier.verify(note);
      if (head.isEmpty()) {
        say("the custody does not begin with a head of " + origin + " by this key.");
        return;
      }
      if (!heads.contains(note)) {
        say("the head of the custody is none of the heads in the package.");
      }
      continued(bag, head.get(), verifier);
      stamped(bag, head.get(), heads);
      events(lines, head.get(), items);
      compare(bag, files, items);
      if (wrong == 0) {
        out.println(
            "PROVEN: "
                + items.size()
                + " items with "
                + items.values().stream().mapToInt(CustodyOfItem::events).sum()
                + " custody events under the head of "
                + head.get().at()
                + ", "
                + head.get().size()
                + " events, root "
                + head.get().root()
                + ".");
      }
    }
  }

  /** Whether the head of the package continues what was kept, and what others cosigned. */
  private void continued(Bag bag, Head head, HeadVerifier verifier) throws IOException {
    KeptHeads heads = new KeptHeads(head, bag.file(CONSISTENCY));
    Path kept = keptHead;
    if (kept != null) {
      List<String> notes = HeadsFile.read(kept, verifier);
      if (notes.isEmpty()) {
        say("there is no signed head in " + kept + ".");
      }
      notes.forEach(note -> heads.compare(Head.of(note)));
    }
    Path keys = witnesses;
    if (keys != null) {
      List<String> notes = read(bag.file(WITNESSED), verifier);
      for (String line : Files.readAllLines(keys)) {
        if (!line.isBlank()) {
          witnessed(heads, notes, WitnessKey.parse(line));
        }
      }
    }
    heads.wrong().forEach(this::say);
  }

  private void witnessed(KeptHeads heads, List<String> notes, WitnessKey witness) {
    heads
        .witnessed(notes, witness)
        .ifPresentOrElse(
            at -> out.println("WITNESSED: by " + witness.name() + ", last at " + at + "."),
            () -> say("no head in the package is cosigned by " + witness.name() + "."));
  }

  /** Whether each time stamp is over a head that the package continues, and by whom it is. */
  private void stamped(Bag bag, Head head, List<String> notes) throws IOException {
    StampRoots roots = authorities == null ? null : StampRoots.read(authorities);
    KeptHeads continued = new KeptHeads(head, bag.file(CONSISTENCY));
    int stamps = 0;
    String newest = "";
    for (StampedHead stamp : stamps(bag)) {
      Optional<String> note = stamp.note(notes);
      if (note.isEmpty()) {
        say(
            "a time stamp is over a head of "
                + stamp.size()
                + " events that is none of the heads in the package.");
        continue;
      }
      try {
        byte[] bytes = StampedHead.stamped(note.get());
        Stamp read =
            roots == null ? Stamp.read(stamp.der(), bytes) : roots.trusted(stamp.der(), bytes);
        continued.compare(Head.of(note.get()), "stamped");
        stamps++;
        newest =
            "the head over "
                + stamp.size()
                + " events existed at "
                + read.at()
                + ", says “"
                + read.authority()
                + "”";
      } catch (StampRefused e) {
        say("the time stamp over the head of " + stamp.size() + " events " + e.getMessage() + ".");
      }
    }
    continued.wrong().forEach(this::say);
    if (stamps > 0) {
      out.println("STAMPED: " + newest + " (the newest of " + stamps + ").");
      if (roots == null) {
        out.println(
            "NOTE: the time stamps were checked with the certificates in them, which anybody can"
                + " make. Give --tsa with the certificate of the authority.");
      }
    } else if (roots != null) {
      say("no head in the package has a time stamp.");
    }
  }

  private List<StampedHead> stamps(Bag bag) throws IOException {
    try {
      return StampedHead.read(bag.file(STAMPS));
    } catch (IOException e) {
      say("the time stamps of the package cannot be read.");
      return List.of();
    }
  }

  /** Signed heads in a file of the package, which may be in a zip. */
  private static List<String> read(Path file, HeadVerifier verifier) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    Path copy = Files.createTempFile("proffer", ".heads");
    try {
      Files.write(copy, Files.readAllBytes(file));
      return HeadsFile.read(copy, verifier);
    } finally {
      Files.delete(copy);
    }
  }

  /** The heads of the package, all signed; those kept before must be among them. */
  private List<String> heads(Bag bag, HeadVerifier verifier) throws IOException {
    try {
      List<String> heads = read(bag.file(HEADS), verifier);
      long size = 0;
      for (String note : heads) {
        Head head = Head.of(note);
        if (head.size() < size) {
          say("the heads of the package go back from " + size + " to " + head.size() + " events.");
        }
        size = head.size();
      }
      Path before = kept;
      if (before != null) {
        for (String note : HeadsFile.read(before, verifier)) {
          if (!heads.contains(note)) {
            say("the head over " + Head.of(note).size() + " events, kept before, is not in it.");
          }
        }
      }
      return heads;
    } catch (IOException e) {
      say("the heads of the package are not signed by this key.");
      return List.of();
    }
  }

  private void events(BufferedReader lines, Head head, Map<String, CustodyOfItem> items)
      throws IOException {
    Set<Long> places = new HashSet<>();
    List<Map<String, String>> events = new ArrayList<>();
    long last = -1;
    int number = 1;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      number++;
      ProvenLine line = ProvenLine.read(text);
      String leaf = line.leaf();
      if (leaf == null || !line.isUnder(head) || !places.add(line.place()) || line.place() < last) {
        say("custody, line " + number + ", place " + line.place() + " is not proven.");
        continue;
      }
      last = line.place();
      events.add(CustodyOfItem.values(leaf));
    }
    // By their numbers: what happened before there was a log may stand behind what came after.
    events.sort(Comparator.comparingInt(Verify::sequence));
    for (Map<String, String> event : events) {
      items.computeIfAbsent(event.getOrDefault("item", ""), CustodyOfItem::new).take(event);
    }
  }

  private static int sequence(Map<String, String> event) {
    String number = event.getOrDefault("sequence", "");
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
  }

  private void compare(Bag bag, Map<String, String> files, Map<String, CustodyOfItem> items)
      throws IOException {
    Set<String> listed = new HashSet<>();
    Set<String> described = new HashSet<>(DESCRIBING);
    String list = files.getOrDefault(ITEMS, "");
    for (String line : Files.readAllLines(bag.file(ITEMS))) {
      Map<String, String> item = CustodyOfItem.values(line);
      String id = item.getOrDefault("id", "");
      if (!listed.add(id)) {
        say("item " + id + " is listed twice.");
      }
      CustodyOfItem custody = items.get(id);
      if (custody == null) {
        say("item " + id + " has no custody.");
        continue;
      }
      if (!custody.listed().equals(list)) {
        if (custody.listed().isEmpty()) {
          unbound++;
        } else {
          say("the list of items is not the one with which item " + id + " was exported.");
        }
      }
      if (!item.getOrDefault("sha256", "").equals(custody.received())) {
        say("item " + id + " was received with another SHA-256 than is listed.");
      }
      if (item.containsKey("path")) {
        String path = "data/" + item.getOrDefault("path", "");
        described.add(path);
        file(bag, files, item, custody, path);
      } else if (!custody.disposed() && !custody.received().isEmpty()) {
        say("item " + id + " has no file in the package and was not destroyed.");
      }
    }
    if (unbound > 0) {
      out.println(
          "NOTE: the exports of "
              + unbound
              + " items do not name the list of items: what it says beside the hashes is not proven.");
    }
    items.forEach(
        (id, custody) -> {
          custody.end().forEach(this::say);
          if (!listed.contains(id)) {
            say("the custody names item " + id + ", which is not in the package.");
          }
        });
    files.keySet().stream()
        .filter(path -> !described.contains(path))
        .forEach(path -> say("“" + path + "” is no item of the package."));
  }

  private void file(
      Bag bag,
      Map<String, String> files,
      Map<String, String> item,
      CustodyOfItem custody,
      String path)
      throws IOException {
    if (custody.disposed()) {
      say("item " + item.get("id") + " was destroyed, and the package has a file of it.");
    } else if (custody.received().isEmpty()
        || !custody.received().equals(files.getOrDefault(path, ""))) {
      say("“" + path + "” is not what was received as item " + item.get("id") + ".");
    } else if (item.containsKey("sha3_256") && !item.get("sha3_256").equals(sha3(bag.file(path)))) {
      say("“" + path + "” has not the SHA3-256 of item " + item.get("id") + ".");
    }
  }

  private static String sha3(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA3-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA3-256", e);
    }
  }
}
