package org.proffer.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceView;
import org.proffer.exhibits.Exhibit;
import org.proffer.records.RecordView;

/**
 * How fast a document is made, beside WeasyPrint and headless Chromium on the same content in the
 * same run. A program, not a test: {@code main} with a folder to write to.
 */
public final class DocumentBenchmark {
  private static final int RUNS = 15;

  private DocumentBenchmark() {}

  /** Measures, and prints one line a document and program. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    measure(folder, "judgment", DocumentKind.JUDGMENT, SampleCase.data(), longForm());
    measure(
        folder,
        "exhibits",
        DocumentKind.EXHIBIT_LIST,
        manyItems(),
        CatalogueTest.filled(DocumentKind.EXHIBIT_LIST));
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf("peak heap, sum of the pools: %d MB%n", peak / 1_048_576);
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

  private static int write(DocumentKind kind, Composed composed, OutputStream out)
      throws IOException {
    return PaperPdf.write(
        composed,
        new PaperPdf.Sheet(kind.label(), "2:26-cr-20001", CatalogueTest.MADE.head(), "", "Pat"),
        CourtProfile.of(SampleCase.data().view().court()),
        List.of(),
        CatalogueTest.AT,
        out);
  }

  private static void measure(
      Path folder, String name, DocumentKind kind, CaseData data, Map<String, String> form)
      throws Exception {
    int pages = 0;
    long[] millis = new long[RUNS];
    for (int i = -10; i < RUNS; i++) {
      long from = System.nanoTime();
      pages = write(kind, composed(kind, data, form), new ByteArrayOutputStream());
      if (i >= 0) {
        millis[i] = (System.nanoTime() - from) / 1_000_000;
      }
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".pdf"))) {
      write(kind, composed(kind, data, form), out);
    }
    Arrays.sort(millis);
    System.out.printf(
        "%s, %d pages: Proffer median %d ms, %d to %d%n",
        name, pages, millis[RUNS / 2], millis[0], millis[RUNS - 1]);
    Path html = folder.resolve(name + ".html");
    Files.writeString(
        html,
        PaperPdf.page(
            composed(kind, data, form),
            new PaperPdf.Sheet(kind.label(), "2:26-cr-20001", CatalogueTest.MADE.head(), "", "Pat"),
            CourtProfile.of(SampleCase.data().view().court())),
        StandardCharsets.UTF_8);
    peer(name, "WeasyPrint", "weasyprint", html.toString(), folder.resolve(name + "-w.pdf") + "");
    peer(
        name,
        "Chromium",
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--print-to-pdf=" + folder.resolve(name + "-c.pdf"),
        html.toUri().toString());
  }

  private static void peer(String name, String peer, String... command) throws Exception {
    long[] millis = new long[3];
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
        System.out.printf("%s: %s is not there%n", name, peer);
        return;
      }
      if (ended != 0) {
        System.out.printf("%s: %s ended with %d%n", name, peer, ended);
        return;
      }
      millis[i] = (System.nanoTime() - from) / 1_000_000;
    }
    Arrays.sort(millis);
    System.out.printf("%s: %s median %d ms, start included%n", name, peer, millis[1]);
  }
}
