package org.proffer.web.documents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.charges.InstrumentKind;
import org.proffer.documents.BatchView;
import org.proffer.documents.BundlePlan;
import org.proffer.documents.BundlePlans;
import org.proffer.documents.BundleView;
import org.proffer.documents.Bundles;
import org.proffer.documents.DocumentBatches;
import org.proffer.documents.DocumentKind;
import org.proffer.documents.DocumentStatus;
import org.proffer.documents.DocumentView;
import org.proffer.documents.Documents;
import org.proffer.evidence.EvidenceItems;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyRole;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.records.Records;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** The documents of a case by kind and status, and what can be made. */
@Named("documentsPage")
@RequestScoped
public class DocumentsPage {
  private static final int AT_ONCE = 100;

  @Inject private Bundles bundles;
  @Inject private BundlePlans plans;
  @Inject private DocumentBatches batches;
  @Inject private Documents documents;
  @Inject private Records records;
  @Inject private PartyKind parties;
  @Inject private InstrumentKind instruments;
  @Inject private EvidenceItems items;
  @Inject private CaseTabs tabs;
  @Inject private Access access;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable UUID caseId;
  private @Nullable Refusal refused;
  private List<Row> rows = List.of();
  private List<Makeable> makeable = List.of();
  private List<BundleView> bundled = List.of();
  private List<BatchRow> batched = List.of();
  private List<BundlePlan> planned = List.of();
  private List<DocumentKind> kinds = List.of();
  private String kind = "";
  private int first;
  private int total;
  private List<String> statuses = List.of();
  private String status = "";

  /** A document in the list. */
  public record Row(DocumentView view, String at, String chip, String since) {}

  /** A batch in the list; {@code all} is how many it is about. */
  public record BatchRow(BatchView view, String at, long all, List<FailedRow> failed) {
    /** Whether something of it was made. */
    public boolean begun() {
      return view.made() > 0;
    }

    /** Whether something of it has not been tried. */
    public boolean unbegun() {
      return view.left() > 0;
    }

    /** Whether something of it was not made. */
    public boolean unfinished() {
      return view.made() < all;
    }
  }

  /** Why there is no document of somebody. */
  public record FailedRow(String name, String problem) {}

  /** A kind that can be made, for each thing it can be about. */
  public record Makeable(String code, String label, List<Choice> choices) {}

  /** One document that can be made: the value of its button. */
  public record Choice(String value, String label) {}

  @PostConstruct
  void readAddress() {
    try {
      CaseId id = CaseId.parse(asked.getOrDefault("case", ""));
      tabs.show(id.value(), CaseTab.DOCUMENTS);
      caseId = id.value();
      status = asked.getOrDefault("status", "");
      List<DocumentView> all = documents.of(id);
      statuses =
          Arrays.stream(DocumentStatus.values())
              .filter(s -> all.stream().anyMatch(d -> d.status() == s))
              .map(Enum::name)
              .toList();
      kind = asked.getOrDefault("kind", "");
      kinds = all.stream().map(DocumentView::kind).distinct().sorted().toList();
      List<DocumentView> fitting =
          all.stream()
              .filter(d -> status.isEmpty() || d.status().name().equals(status))
              .filter(d -> kind.isEmpty() || d.kind().id().equals(kind))
              .toList();
      total = fitting.size();
      String from = asked.getOrDefault("from", "0");
      first = from.matches("\\d{1,6}") ? Math.min(Integer.parseInt(from), total) : 0;
      rows =
          fitting.stream()
              .skip(first)
              .limit(AT_ONCE)
              .map(d -> new Row(d, Show.instant(d.producedAt()), chip(d.status()), since(d)))
              .toList();
      makeable = isProducing() ? makeable(id) : List.of();
      bundled = bundles.of(id);
      planned = plans.of(id);
      batched = batches.of(id).stream().map(b -> row(id, b)).toList();
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  private BatchRow row(CaseId id, BatchView batch) {
    Map<UUID, String> names =
        records.titles(
            "party", id.value(), batch.failed().stream().map(BatchView.Failed::subject).toList());
    return new BatchRow(
        batch,
        Show.instant(batch.startedAt()),
        batch.made() + batch.left() + batch.failed().size(),
        batch.failed().stream()
            .map(
                f ->
                    new FailedRow(
                        names.getOrDefault(f.subject(), f.subject().toString()), f.problem()))
            .toList());
  }

  private static String since(DocumentView document) {
    Instant at = document.statusAt();
    return at == null ? "" : Show.instant(at);
  }

  private static String chip(DocumentStatus status) {
    return switch (status) {
      case DRAFT -> "chip";
      case IN_REVIEW -> "chip open";
      case APPROVED, FILED, FINAL -> "chip good";
    };
  }

  private List<Makeable> makeable(CaseId id) {
    List<Choice> defendants = people(id, PartyRole.DEFENDANT);
    List<Choice> victims = people(id, PartyRole.VICTIM);
    List<Choice> charged =
        records.list(instruments, id.value()).stream()
            .map(i -> new Choice(i.id().toString(), i.title()))
            .toList();
    List<Choice> received =
        items.of(id).stream()
            .map(i -> new Choice(i.id().toString(), "item " + i.number() + ", " + i.fileName()))
            .toList();
    List<Makeable> all = new ArrayList<>();
    for (DocumentKind kind : documents.kinds()) {
      List<Choice> about =
          switch (kind.subject()) {
            case NONE -> List.of(new Choice("", "Make"));
            case DEFENDANT -> defendants;
            case VICTIM -> victims;
            case INSTRUMENT -> charged;
            case ITEM -> received;
            case MESSAGE -> List.of();
          };
      if (!about.isEmpty()) {
        all.add(
            new Makeable(
                kind.code(),
                kind.label(),
                about.stream()
                    .map(c -> new Choice(kind.id() + ":" + c.value(), c.label()))
                    .toList()));
      }
    }
    return all;
  }

  private List<Choice> people(CaseId id, PartyRole role) {
    return records.list(parties, id.value()).stream()
        .filter(p -> p.content().role() == role)
        .map(p -> new Choice(p.id().toString(), p.title()))
        .toList();
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Makes the first draft of what was chosen. */
  public @Nullable String make() {
    UUID id = caseId;
    if (id == null) {
      return null;
    }
    try {
      String[] chosen = asked.getOrDefault("what", "").split(":", 2);
      DocumentKind kind = DocumentKind.named(chosen[0]);
      UUID subject =
          chosen.length < 2 || chosen[1].isEmpty()
              ? null
              : Ids.parse(kind.subject().label(), chosen[1]);
      DocumentView made = documents.make(new CaseId(id), kind, subject);
      return "/documents/document.xhtml?faces-redirect=true&id=" + made.id();
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  /** Makes the chosen document for everybody it can be about. */
  public @Nullable String batch() {
    UUID id = caseId;
    if (id == null) {
      return null;
    }
    try {
      batches.start(new CaseId(id), DocumentKind.named(asked.getOrDefault("kind", "")));
      return here(id);
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  /** Goes on with a batch. */
  public @Nullable String resume(UUID batch) {
    try {
      return here(batches.resume(batch).caseId().value());
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  private static String here(UUID id) {
    return "/documents/documents.xhtml?faces-redirect=true&case="
        + Ids.parse("case", id.toString());
  }

  /** The bundles. */
  public List<BundleView> getBundles() {
    return bundled;
  }

  /** The batches. */
  public List<BatchRow> getBatches() {
    return batched;
  }

  /** The plans of bundles. */
  public List<BundlePlan> getPlans() {
    return planned;
  }

  /** The kinds that can be made for everybody. */
  public List<DocumentKind> getBatchable() {
    return documents.kinds().stream()
        .filter(
            k ->
                k.subject() == DocumentKind.Subject.VICTIM
                    || k.subject() == DocumentKind.Subject.DEFENDANT)
        .toList();
  }

  /** Whether the person may make documents. */
  public boolean isProducing() {
    UUID id = caseId;
    return id != null && access.may(Action.PRODUCE_DOCUMENT, id);
  }

  /** Whether the person may read the templates. */
  public boolean isTemplating() {
    return access.may(Action.EDIT_TEMPLATES);
  }

  /** The label of a status. */
  public String label(String name) {
    return DocumentStatus.valueOf(name).label();
  }

  public String getCaseId() {
    return String.valueOf(caseId);
  }

  /** The kinds of the documents that are there. */
  public List<DocumentKind> getKinds() {
    return kinds;
  }

  /** The kind that is shown; empty for all. */
  public String getKind() {
    return kind;
  }

  /** How many documents fit. */
  public int getTotal() {
    return total;
  }

  /** The first that is shown, from 1. */
  public int getFirst() {
    return total == 0 ? 0 : first + 1;
  }

  /** The last that is shown, from 1. */
  public int getLast() {
    return first + rows.size();
  }

  /** Where the stretch before begins; negative if there is none. */
  public int getBefore() {
    return first == 0 ? -1 : Math.max(0, first - AT_ONCE);
  }

  /** Where the next stretch begins; negative if there is none. */
  public int getAfter() {
    return first + rows.size() < total ? first + rows.size() : -1;
  }

  public String getStatus() {
    return status;
  }

  public List<String> getStatuses() {
    return statuses;
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<Makeable> getMakeable() {
    return makeable;
  }

  /** Whether there are documents before those shown. */
  public boolean isSomethingBefore() {
    return getBefore() >= 0;
  }

  /** Whether there are documents after those shown. */
  public boolean isSomethingAfter() {
    return getAfter() >= 0;
  }
}
