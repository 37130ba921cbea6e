package org.proffer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
      names = "--origin",
      defaultValue = "proffer/custody",
      paramLabel = "NAME",
      description = "Name of the log (default: ${DEFAULT-VALUE}).")
  private String origin = "";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private int wrong;

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

  /** The heads of the package, all signed; those kept before must be among them. */
  private List<String> heads(Bag bag, HeadVerifier verifier) throws IOException {
    Path copy = Files.createTempFile("proffer", ".heads");
    try {
      Files.write(copy, Files.readAllBytes(bag.file(HEADS)));
      List<String> heads = new ArrayList<>(HeadsFile.read(copy, verifier));
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
    } finally {
      Files.delete(copy);
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
    Set<String> described = new HashSet<>(Set.of(CUSTODY, ITEMS, KEY, HEADS, "data/README.txt"));
    for (String line : Files.readAllLines(bag.file(ITEMS))) {
      Map<String, String> item = CustodyOfItem.values(line);
      String id = item.getOrDefault("id", "");
      String path = "data/" + item.getOrDefault("path", "");
      listed.add(id);
      described.add(path);
      CustodyOfItem custody = items.get(id);
      if (custody == null) {
        say("item " + id + " has no custody.");
      } else if (!custody.received().equals(files.getOrDefault(path, ""))) {
        say("“" + path + "” is not what was received as item " + id + ".");
      }
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
}
