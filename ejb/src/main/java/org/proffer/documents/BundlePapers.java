package org.proffer.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PageExtractor;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.check.Sha256;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.evidence.Vault;
import org.proffer.exhibits.Exhibit;
import org.proffer.exhibits.ExhibitKind;
import org.proffer.mail.ByteSource;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessageSummary;
import org.proffer.messages.Messages;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/**
 * The papers of a bundle as they are read: documents, exhibits, items and messages of one case.
 * What is a PDF or a picture gets its pages; what is neither is named on its slip sheet, to be
 * handed over as it is. Bytes that are not those that were received stop the bundle.
 */
@ApplicationScoped
class BundlePapers {
  private static final long MOST_BYTES = 256L << 20;

  @Inject private DocumentRegister documents;
  @Inject private Documents making;
  @Inject private Records records;
  @Inject private ExhibitKind exhibits;
  @Inject private EvidenceItems items;
  @Inject private Messages messages;
  @Inject private Vault vault;

  /** What of a case can go into a bundle. */
  private record OfCase(
      Map<UUID, DocumentView> documents,
      Map<UUID, RecordView<Exhibit>> exhibits,
      Map<UUID, EvidenceView> items) {}

  private OfCase of(CaseId caseId) {
    return new OfCase(
        documents.of(caseId).stream()
            .collect(Collectors.toMap(d -> d.id().value(), Function.identity())),
        marked(caseId).stream().collect(Collectors.toMap(RecordView::id, Function.identity())),
        items.of(caseId).stream()
            .collect(Collectors.toMap(i -> i.id().value(), Function.identity())));
  }

  private List<RecordView<Exhibit>> marked(CaseId caseId) {
    return CaseReader.inOrder(records.list(exhibits, caseId.value()));
  }

  /**
   * The papers in the order of a list of exhibits: the exhibits by their numbers, then the rest.
   */
  List<UUID> inOrder(CaseId caseId, List<UUID> parts) {
    List<UUID> numbered = marked(caseId).stream().map(RecordView::id).toList();
    List<UUID> ordered = new ArrayList<>(numbered);
    ordered.retainAll(parts);
    parts.stream().filter(part -> !numbered.contains(part)).forEach(ordered::add);
    return ordered;
  }

  /** How the papers of a case are called, by their ids: documents, exhibits, items. */
  Map<UUID, String> titles(CaseId caseId) {
    Map<UUID, String> titles = new LinkedHashMap<>();
    marked(caseId).forEach(e -> titles.put(e.id(), e.title()));
    documents.of(caseId).forEach(d -> titles.put(d.id().value(), d.title()));
    items.of(caseId).stream()
        .filter(EvidenceView::hasBytes)
        .forEach(i -> titles.put(i.id().value(), title(i)));
    return titles;
  }

  private static String title(EvidenceView item) {
    return "item " + item.number() + ", " + item.fileName();
  }

  /**
   * Reads the papers.
   *
   * @throws BrokenPart naming the paper that cannot be used
   */
  List<BundlePdf.Part> read(CaseId caseId, List<UUID> parts) {
    OfCase known = of(caseId);
    List<BundlePdf.Part> read = new ArrayList<>();
    long bytes = 0;
    for (UUID id : parts) {
      BundlePdf.Part part = read(caseId, known, id, read.size() + 1);
      bytes += part.pdf().length;
      if (bytes > MOST_BYTES) {
        throw new InvalidInput(
            "parts",
            "With part "
                + (read.size() + 1)
                + ", “"
                + part.title()
                + "”, the papers have more than "
                + (MOST_BYTES >> 20)
                + " MB.",
            "Make several bundles; the numbers go on.");
      }
      read.add(part);
    }
    return read;
  }

  private BundlePdf.Part read(CaseId caseId, OfCase known, UUID id, int number) {
    String label = "Paper " + number;
    DocumentView document = known.documents().get(id);
    if (document != null) {
      byte[] pdf = bytes(vault.open(document.sha256()));
      requireSame(number, document.title(), document.sha256(), pdf);
      return new BundlePdf.Part(label, document.title(), document.sha256(), pdf);
    }
    RecordView<Exhibit> exhibit = known.exhibits().get(id);
    if (exhibit != null) {
      return exhibit(caseId, known, exhibit.content(), number);
    }
    EvidenceView item = known.items().get(id);
    if (item != null) {
      return item(item, label, "", title(item), null, null, number);
    }
    if (messages.summaries(caseId, List.of(id)).isEmpty()) {
      throw new InvalidInput(
          "parts",
          "Part " + number + " is no document, exhibit, item or message of the case.",
          "Leave it out.");
    }
    return message(caseId, id, label, "", "", number);
  }

  private BundlePdf.Part exhibit(CaseId caseId, OfCase known, Exhibit exhibit, int number) {
    String label = exhibit.marked().toString();
    String sticker = exhibit.marked().series().name() + " EXHIBIT";
    UUID message = exhibit.message();
    if (message != null) {
      return message(caseId, message, label, sticker, exhibit.description(), number);
    }
    EvidenceView item = known.items().get(exhibit.item());
    if (item == null) {
      throw new BrokenPart(
          number, exhibit.marked() + ": " + exhibit.description(), 0, "its item is not to be seen");
    }
    String pages = exhibit.pages();
    return item(
        item,
        label,
        sticker,
        exhibit.description() + (pages.isEmpty() ? "" : ", " + pages) + " (" + title(item) + ")",
        exhibit.firstPage(),
        exhibit.lastPage() == null ? exhibit.firstPage() : exhibit.lastPage(),
        number);
  }

  private BundlePdf.Part message(
      CaseId caseId, UUID id, String label, String sticker, String description, int number) {
    MessageSummary message =
        messages.summaries(caseId, List.of(id)).stream()
            .findFirst()
            .orElseThrow(
                () -> new BrokenPart(number, description, 0, "its message is not to be seen"));
    String title =
        (description.isEmpty() ? "" : description + ", ") + "message " + message.number();
    byte[] original = bytes(messages.raw(new MessageId(id)));
    requireSame(number, title, message.sha256(), original);
    return new BundlePdf.Part(
        label,
        sticker,
        title,
        message.sha256(),
        making.messagePages(caseId, id),
        "",
        new Attachment(
            label.replace(' ', '-') + "-message.eml",
            "message/rfc822",
            label + ": the message as it was received, byte for byte",
            original));
  }

  private BundlePdf.Part item(
      EvidenceView item,
      String label,
      String sticker,
      String title,
      @Nullable Integer first,
      @Nullable Integer last,
      int number) {
    if (!item.hasBytes()) {
      return new BundlePdf.Part(
          label, sticker, title, item.sha256(), new byte[0], "A thing: it is shown in court.");
    }
    byte[] bytes = bytes(items.download(item.id()));
    requireSame(number, title, item.sha256(), bytes);
    if (isPdf(bytes) || item.fileName().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      byte[] pdf = first == null || last == null ? bytes : range(bytes, first, last, number, title);
      return new BundlePdf.Part(label, sticker, title, item.sha256(), pdf, "");
    }
    if (first != null) {
      throw new BrokenPart(number, title, 0, "it has no pages that could be chosen from");
    }
    byte[] picture = PicturePdf.of(bytes, item.fileName(), number, title);
    return new BundlePdf.Part(
        label,
        sticker,
        title,
        item.sha256(),
        picture,
        picture.length > 0
            ? ""
            : "Handed over as it is: "
                + item.fileName()
                + ", "
                + ModelWords.number(item.length())
                + " bytes, "
                + item.content()
                + ".");
  }

  private static boolean isPdf(byte[] bytes) {
    String head =
        new String(
            bytes, 0, Math.min(bytes.length, 1_024), java.nio.charset.StandardCharsets.ISO_8859_1);
    return head.contains("%PDF-");
  }

  /** Some pages as a file of their own, in which nothing of the others is left. */
  static byte[] range(byte[] pdf, int first, int last, int number, String title) {
    try (PDDocument whole = Loader.loadPDF(pdf)) {
      if (last > whole.getNumberOfPages()) {
        throw new BrokenPart(
            number,
            title,
            0,
            "it has "
                + whole.getNumberOfPages()
                + (whole.getNumberOfPages() == 1 ? " page" : " pages"));
      }
      whole
          .getDocumentCatalog()
          .getCOSObject()
          .removeItem(org.apache.pdfbox.cos.COSName.STRUCT_TREE_ROOT);
      try (PDDocument part = new PageExtractor(whole, first, last).extract();
          ByteArrayOutputStream out = new ByteArrayOutputStream()) {
        part.save(out);
        return out.toByteArray();
      }
    } catch (IOException e) {
      BrokenPart broken = new BrokenPart(number, title, 0, "it is damaged: " + e.getMessage());
      broken.initCause(e);
      throw broken;
    }
  }

  private static void requireSame(int number, String title, String sha256, byte[] bytes) {
    if (!HexFormat.of().formatHex(Sha256.digest().digest(bytes)).equals(sha256)) {
      throw new BrokenPart(
          number, title, 0, "its bytes are not those that were received, SHA-256 " + sha256);
    }
  }

  private static byte[] bytes(ByteSource source) {
    try (InputStream in = source.open(0)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
