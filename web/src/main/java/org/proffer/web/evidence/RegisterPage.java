package org.proffer.web.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.exhibits.Exhibit;
import org.proffer.exhibits.ExhibitKind;
import org.proffer.platform.Refusal;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** The evidence of a case: its items, and what of them is put before the court. */
@Named("registerPage")
@RequestScoped
public class RegisterPage {
  @Inject private EvidenceItems items;
  @Inject private Records records;
  @Inject private ExhibitKind exhibitKind;
  @Inject private CaseTabs tabs;
  @Inject private Access access;

  private String caseId = "";
  private boolean writing;
  private boolean receiving;
  private boolean packing;
  private List<ItemRow> rows = List.of();
  private List<ExhibitRow> exhibits = List.of();

  /** An item as the table shows it. */
  public record ItemRow(EvidenceView view, String size, String received) {}

  /**
   * An exhibit as the table shows it.
   *
   * @param of the item with its pages, or the message
   * @param address where that is shown, within the application; empty if it is not to be seen
   */
  public record ExhibitRow(
      UUID id,
      String number,
      String description,
      String of,
      String address,
      String offered,
      String standing,
      String chip,
      String ruled,
      String formerly) {}

  /** Loads the register. */
  public void load() {
    try {
      CaseId id = CaseId.parse(caseId);
      tabs.show(id.value(), CaseTab.EVIDENCE);
      writing = access.may(Action.EDIT_CASE_FILE, id.value());
      receiving = access.may(Action.RECEIVE_EVIDENCE, id.value());
      packing = access.may(Action.EXPORT_EVIDENCE, id.value());
      rows = items.of(id).stream().map(RegisterPage::row).toList();
      exhibits = exhibits(id.value());
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static ItemRow row(EvidenceView item) {
    return new ItemRow(
        item,
        item.sha256().isEmpty() ? "" : Show.bytes(item.length()),
        Show.instant(item.receivedAt()));
  }

  private List<ExhibitRow> exhibits(UUID id) {
    List<RecordView<Exhibit>> all = records.list(exhibitKind, id);
    Map<UUID, String> itemTitles =
        records.titles(
            "evidence-item", id, ids(all.stream().map(e -> e.content().item()).toList()));
    Map<UUID, String> messageTitles =
        records.titles("message", id, ids(all.stream().map(e -> e.content().message()).toList()));
    return all.stream().map(exhibit -> row(exhibit, itemTitles, messageTitles)).toList();
  }

  private static List<UUID> ids(List<@Nullable UUID> some) {
    return some.stream().filter(Objects::nonNull).map(Objects::requireNonNull).distinct().toList();
  }

  private static ExhibitRow row(
      RecordView<Exhibit> record, Map<UUID, String> items, Map<UUID, String> messages) {
    Exhibit exhibit = record.content();
    UUID item = exhibit.item();
    UUID message = exhibit.message();
    String title = item == null ? words(messages, message) : words(items, item);
    String address =
        item == null ? "/messages/message.xhtml?id=" + message : "/evidence/item.xhtml?id=" + item;
    return new ExhibitRow(
        record.id(),
        exhibit.marked().toString(),
        exhibit.description(),
        title + (exhibit.pages().isEmpty() ? "" : ", " + exhibit.pages()),
        title.isEmpty() ? "" : address,
        said(exhibit.offeredBy(), exhibit.offeredOn()),
        exhibit.standing(),
        chip(exhibit.ruling()),
        said(exhibit.ruledBy(), exhibit.ruledOn()),
        String.join(", ", exhibit.formerly()));
  }

  private static String words(Map<UUID, String> titles, @Nullable UUID id) {
    return id == null ? "" : titles.getOrDefault(id, "");
  }

  private static String said(String who, @Nullable LocalDate on) {
    return on == null ? "" : who + ", " + on;
  }

  private static String chip(Exhibit.@Nullable Ruling ruling) {
    return ruling == null ? "" : ruling.isIn() ? "good" : "open";
  }

  public String getCaseId() {
    return caseId;
  }

  public void setCaseId(@Nullable String caseId) {
    this.caseId = caseId == null ? "" : caseId;
  }

  /** Whether the person may mark exhibits. */
  public boolean isWriting() {
    return writing;
  }

  /** Whether the person may bring evidence in. */
  public boolean isReceiving() {
    return receiving;
  }

  /** Whether the person may take the evidence out with its custody. */
  public boolean isPacking() {
    return packing;
  }

  public List<ItemRow> getItems() {
    return rows;
  }

  public List<ExhibitRow> getExhibits() {
    return exhibits;
  }
}
