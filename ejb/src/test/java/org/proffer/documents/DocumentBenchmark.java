package org.proffer.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceView;
import org.proffer.exhibits.Exhibit;
import org.proffer.records.RecordView;

/**
 * How fast a document is made, beside WeasyPrint and headless Chromium on the same pages, set in
 * the same typefaces, in the same run. A program, not a test: {@code tools/document-figures
 * FOLDER}.
 */
public final class DocumentBenchmark {
  private static final int WARM = Integer.getInteger("proffer.warm", 40);
  private static final int RUNS = Integer.getInteger("proffer.runs", 21);
  private static final int PEER_RUNS = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private DocumentBenchmark() {}

  /** Measures, and prints a line for each document and program. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    load("at the start");
    measure(folder, "judgment", DocumentKind.JUDGMENT, SampleCase.data(), longForm());
    measure(
        folder,
        "exhibits",
        DocumentKind.EXHIBIT_LIST,
        manyItems(),
        CatalogueTest.filled(DocumentKind.EXHIBIT_LIST));
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        "peak heap, sum of the pools: %d MB of at most %d MB%n",
        peak / 1_048_576, Runtime.getRuntime().maxMemory() / 1_048_576);
    load("at the end");
  }

  private static void load(String when) {
    System.out.printf(
        "load %s: %.1f on %d processors%n",
        when,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
  }

  private static Map<String, String> longForm() {
    Map<String, String> form = CatalogueTest.filled(DocumentKind.JUDGMENT);
    form.put(
        "free.payments",
        ("The defendant shall pay in monthly instalments, beginning thirty days after release, as the"
                + " probation officer directs and the court approves, in an amount not less than ten"
                + " percent of gross monthly income. ")
            .repeat(42));
    return form;
  }

  private static CaseData manyItems() {
    CaseData data = SampleCase.data();
    List<EvidenceView> items = new ArrayList<>();
    List<RecordView<Exhibit>> exhibits = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      EvidenceView item =
          Altered.with(data.items().get(0), "id", new EvidenceId(new java.util.UUID(5, i)));
      items.add(Altered.with(Altered.with(item, "number", i), "fileName", "exhibit-" + i + ".eml"));
      RecordView<Exhibit> exhibit =
          Altered.edited(data.exhibits().get(0), "item", item.id().value());
      exhibits.add(Altered.edited(exhibit, "number", i));
    }
    return Altered.with(Altered.with(data, "items", items), "exhibits", exhibits);
  }

  private static Composed composed(DocumentKind kind, CaseData data, Map<String, String> form) {
    return PaperMaker.compose(
        PaperMaker.ENGINE.parse(TemplateEngine.file(kind.id())),
        kind,
        SampleCase.subject(kind),
        data,
        form,
        CatalogueTest.MADE);
  }

  private static PaperPdf.Sheet sheet(DocumentKind kind) {
    return new PaperPdf.Sheet(
        kind.label(), "2:26-cr-20001", CatalogueTest.MADE.head(), "", "Pat Prosecutor");
  }

  private static CourtProfile profile() {
    return CourtProfile.of(SampleCase.data().view().court());
  }

  private static int write(DocumentKind kind, Composed composed, OutputStream out)
      throws IOException {
    return PaperPdf.write(composed, sheet(kind), profile(), List.of(), CatalogueTest.AT, out);
  }

  private static void measure(
      Path folder, String name, DocumentKind kind, CaseData data, Map<String, String> form)
      throws Exception {
    int pages = 0;
    long[] wall = new long[RUNS];
    long[] cpu = new long[RUNS];
    for (int i = -WARM; i < RUNS; i++) {
      long from = System.nanoTime();
      long worked = THREADS.getCurrentThreadCpuTime();
      pages = write(kind, composed(kind, data, form), new ByteArrayOutputStream());
      if (i >= 0) {
        wall[i] = (System.nanoTime() - from) / 1_000_000;
        cpu[i] = (THREADS.getCurrentThreadCpuTime() - worked) / 1_000_000;
      }
    }
    Arrays.sort(wall);
    Arrays.sort(cpu);
    long median = wall[RUNS / 2];
    System.out.printf(
        "%s, %d pages: Proffer median %d ms (%d to %d), %d ms of processor time%n",
        name, pages, median, wall[0], wall[RUNS - 1], cpu[RUNS / 2]);
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    write(kind, composed(kind, data, form), made);
    Files.write(folder.resolve(name + ".pdf"), made.toByteArray());
    long from = System.nanoTime();
    List<String> broken = Conformance.broken(() -> new ByteArrayInputStream(made.toByteArray()));
    System.out.printf(
        "%s: veraPDF, apart from that, %d ms, finds %s%n",
        name, (System.nanoTime() - from) / 1_000_000, broken.isEmpty() ? "nothing" : broken);
    Path html = folder.resolve(name + ".html");
    Files.writeString(
        html,
        PaperPdf.page(composed(kind, data, form), sheet(kind), profile())
            .replace("<style>", "<style>" + faces(folder)),
        StandardCharsets.UTF_8);
    peer(
        name,
        median,
        "WeasyPrint",
        "weasyprint",
        html.toString(),
        folder.resolve(name + "-weasyprint.pdf").toString());
    peer(
        name,
        median,
        "Chromium",
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--print-to-pdf=" + folder.resolve(name + "-chromium.pdf"),
        html.toUri().toString());
  }

  /** The typefaces, for programs that do not have them within. */
  private static String faces(Path folder) throws IOException {
    StringBuilder faces = new StringBuilder();
    for (String[] face :
        new String[][] {
          {"CourtSchola-Regular", "Court", "400"},
          {"CourtSchola-Bold", "Court", "700"},
          {"CourtSerif-Regular", "CourtFallback", "400"},
          {"CourtMono-Regular", "CourtMono", "400"}
        }) {
      Path file = folder.resolve(face[0] + ".ttf");
      try (InputStream in =
          Objects.requireNonNull(
              DocumentBenchmark.class.getResourceAsStream("fonts/" + face[0] + ".ttf"))) {
        Files.write(file, in.readAllBytes());
      }
      faces
          .append("@font-face{font-family:")
          .append(face[1])
          .append(";font-weight:")
          .append(face[2])
          .append(";src:url(")
          .append(file.toUri())
          .append(")}");
    }
    return faces.toString();
  }

  private static void peer(String name, long own, String peer, String... command) throws Exception {
    long[] millis = new long[PEER_RUNS];
    for (int i = 0; i < millis.length; i++) {
      long from = System.nanoTime();
      int ended;
      try {
        ended =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
      } catch (IOException e) {
        System.out.printf("%s: SKIPPED, %s is not there%n", name, peer);
        return;
      }
      if (ended != 0) {
        System.out.printf("%s: SKIPPED, %s ended with %d%n", name, peer, ended);
        return;
      }
      millis[i] = (System.nanoTime() - from) / 1_000_000;
    }
    Arrays.sort(millis);
    System.out.printf(
        java.util.Locale.ROOT,
        "%s: %s median %d ms, start included, %.1f times as long%n",
        name,
        peer,
        millis[PEER_RUNS / 2],
        (double) millis[PEER_RUNS / 2] / own);
  }
}
