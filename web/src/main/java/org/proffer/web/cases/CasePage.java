package org.proffer.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseDetails;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseKind;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;
import org.proffer.cases.Docket;
import org.proffer.cases.DocketKind;
import org.proffer.cases.RelatedCases;
import org.proffer.documents.DocumentView;
import org.proffer.documents.Documents;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.messages.ImportView;
import org.proffer.messages.Imports;
import org.proffer.messages.Rechecks;
import org.proffer.messages.RulesOfCase;
import org.proffer.papers.Paper;
import org.proffer.papers.PaperKind;
import org.proffer.platform.Refusal;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.web.Show;

/** A case: what it is, who is in it, its evidence. */
@Named("casePage")
@RequestScoped
public class CasePage {
  @Inject private Cases cases;
  @Inject private Records records;
  @Inject private CaseKind caseKind;
  @Inject private PaperKind papers;
  @Inject private DocketKind docketKind;
  @Inject private RelatedCases related;
  @Inject private CaseTabs tabs;
  @Inject private EvidenceItems items;
  @Inject private Imports imports;
  @Inject private Rechecks rechecks;
  @Inject private Documents documents;
  @Inject private Access access;

  private String id = "";
  private @Nullable CaseView view;
  private List<String> tags = List.of();
  private String summary = "";
  private List<Item> evidence = List.of();
  private List<Attached> attached = List.of();
  private List<Produced> produced = List.of();
  private List<NumberRow> dockets = List.of();
  private List<RelatedCases.Link> links = List.of();
  private @Nullable RulesOfCase rules;

  /** An evidence item with its newest import. */
  public record Item(
      EvidenceView view,
      String received,
      String size,
      String shortHash,
      String importId,
      String importState) {}

  /** A file that is not evidence. */
  public record Attached(
      UUID id, String title, String fileName, String size, String by, String at) {}

  /** A further docket number. */
  public record NumberRow(UUID id, String number, String court, String before, String from) {}

  /** A document of the case. */
  public record Produced(DocumentView view, String at, String size, String shortHash) {}

  /** Produces the audit report. */
  public @Nullable String produceAuditReport() {
    try {
      documents.produceAuditReport(CaseId.parse(id));
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
    return "/cases/case.xhtml?faces-redirect=true&id=" + id;
  }

  /** Loads the case. */
  public void load() {
    try {
      CaseId caseId = CaseId.parse(id);
      view = cases.get(caseId);
      tabs.show(caseId.value(), CaseTab.OVERVIEW);
      CaseDetails details = records.get(caseKind, caseId.value()).content();
      tags = details.tags();
      summary = details.summary();
      attached =
          may(Action.VIEW_CASE_FILE)
              ? records.list(papers, caseId.value()).stream().map(CasePage::attached).toList()
              : List.of();
      List<ImportView> runs = imports.of(caseId);
      produced =
          may(Action.READ_DOCUMENT)
              ? documents.of(caseId).stream().map(CasePage::produced).toList()
              : List.of();
      dockets =
          may(Action.VIEW_CASE_FILE)
              ? records.list(docketKind, caseId.value()).stream().map(CasePage::docket).toList()
              : List.of();
      links = may(Action.VIEW_CASE_FILE) ? related.of(caseId) : List.of();
      rules = may(Action.READ_MESSAGES) ? rechecks.rules(caseId) : null;
      evidence = items.of(caseId).stream().map(item -> item(item, runs)).toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static Item item(EvidenceView item, List<ImportView> runs) {
    Optional<ImportView> run = runs.stream().filter(r -> r.itemId().equals(item.id())).findFirst();
    return new Item(
        item,
        Show.instant(item.receivedAt()),
        Show.bytes(item.length()),
        item.shortHash(),
        run.map(r -> r.id().toString()).orElse(""),
        run.map(r -> r.state().label() + ", " + Show.count(r.messages()) + " messages")
            .orElse("Not imported"));
  }

  private static Attached attached(RecordView<Paper> paper) {
    return new Attached(
        paper.id(),
        paper.title(),
        paper.content().fileName(),
        Show.bytes(paper.content().length()),
        paper.changedBy(),
        Show.instant(paper.changedAt()));
  }

  private static NumberRow docket(RecordView<Docket> docket) {
    Docket content = docket.content();
    return new NumberRow(
        docket.id(),
        content.number(),
        content.court(),
        content.before() == null ? "" : content.before().label(),
        content.from() == null ? "" : content.from().toString());
  }

  /** The words it was tagged with. */
  public List<String> getTags() {
    return tags;
  }

  /** What it is about; empty where nobody said so. */
  public String getSummary() {
    return summary;
  }

  /** The further docket numbers. */
  public List<NumberRow> getDockets() {
    return dockets;
  }

  /** The cases it has to do with. */
  public List<RelatedCases.Link> getLinks() {
    return links;
  }

  private static Produced produced(DocumentView d) {
    return new Produced(
        d, Show.instant(d.producedAt()), Show.bytes(d.length()), d.sha256().substring(0, 16) + "…");
  }

  /** Whether the person may bring evidence in. */
  public boolean isReceiving() {
    return may(Action.RECEIVE_EVIDENCE);
  }

  /** Whether the person may read the case file. */
  public boolean isReading() {
    return may(Action.VIEW_CASE_FILE);
  }

  /** Whether the person may see who works on the case. */
  public boolean isSeeingMembers() {
    return may(Action.VIEW_MEMBERS);
  }

  /** Whether the person may take the case file out. */
  public boolean isExporting() {
    return may(Action.EXPORT_CASE);
  }

  /** Whether the person may take the evidence out with its custody. */
  public boolean isPacking() {
    return may(Action.EXPORT_EVIDENCE);
  }

  private boolean may(Action action) {
    return tabs.may(action);
  }

  /** Whether the person may take the bytes of evidence. */
  public boolean isDownloading() {
    return may(Action.DOWNLOAD_EVIDENCE);
  }

  /** Whether the person may read the documents. */
  public boolean isReadingDocuments() {
    return may(Action.READ_DOCUMENT);
  }

  public List<Produced> getProduced() {
    return produced;
  }

  /** Whether the person may produce documents. */
  public boolean isProducing() {
    // Asked before the case is loaded: else the button would not be there to be pressed.
    return may(Action.PRODUCE_DOCUMENT);
  }

  public List<Attached> getAttached() {
    return attached;
  }

  /** Whether the person may add to the case file. */
  public boolean isWriting() {
    return may(Action.EDIT_CASE_FILE);
  }

  /** Whether the person may write facts that rest on the evidence. */
  public boolean isProving() {
    return may(Action.VIEW_PROOF) && may(Action.EDIT_CASE_FILE);
  }

  /** Whether the person may write what the case is. */
  public boolean isEditing() {
    return access.may(Action.EDIT_CASE);
  }

  /** Under which rules the messages are checked; null where that is not for this person. */
  public @Nullable RulesOfCase getRules() {
    return rules;
  }

  /** Whether messages wait for a re-check that nobody has started. */
  public boolean isOutdated() {
    RulesOfCase now = rules;
    return now != null && now.outdated() > 0 && !now.underWay();
  }

  /** A count as it is shown. */
  public String count(long count) {
    return Show.count(count);
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }

  public @Nullable CaseView getView() {
    return view;
  }

  public List<Item> getEvidence() {
    return evidence;
  }
}
