package org.proffer.web.documents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
  private List<String> statuses = List.of();
  private String status = "";

  /** A document in the list. */
  public record Row(DocumentView view, String at, String chip) {}

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
      rows =
          all.stream()
              .filter(d -> status.isEmpty() || d.status().name().equals(status))
              .map(d -> new Row(d, Show.instant(d.producedAt()), chip(d.status())))
              .toList();
      makeable = isProducing() ? makeable(id) : List.of();
    } catch (Refusal refusal) {
      refused = refusal;
    }
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
    List<Choice> evidence =
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
            case ITEM -> evidence;
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
}
