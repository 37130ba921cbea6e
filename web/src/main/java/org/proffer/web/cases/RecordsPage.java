package org.proffer.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.platform.NotFound;
import org.proffer.platform.Refusal;
import org.proffer.records.FieldView;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordKinds;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.web.Show;

/** A tab of a case that lists records: a table a kind. */
@Named("recordsPage")
@RequestScoped
public class RecordsPage {
  private static final int MOST = 500;

  @Inject private Records records;
  @Inject private RecordKinds kinds;
  @Inject private CaseTabs tabs;

  private String caseId = "";
  private String tab = CaseTab.PEOPLE.name();
  private List<Section> sections = List.of();

  /**
   * The records of a kind.
   *
   * @param writing whether the person may add to them
   * @param count how many there are, in words
   * @param more whether not all are shown
   */
  public record Section(
      String kind,
      String label,
      List<String> columns,
      List<Row> rows,
      boolean writing,
      String count,
      boolean more) {}

  /** A record with the words of its columns. */
  public record Row(UUID id, String title, List<String> cells) {}

  /** Loads the records of the tab. */
  public void load() {
    try {
      CaseTab shown =
          Arrays.stream(CaseTab.values())
              .filter(t -> t.name().equals(tab))
              .findFirst()
              .orElseThrow(() -> new NotFound("page", tab));
      UUID id = CaseId.parse(caseId).value();
      tabs.show(id, shown);
      sections = shown.kinds().stream().map(name -> section(kinds.named(name), id)).toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private <C extends Record> Section section(RecordKind<C> kind, UUID id) {
    List<FieldView> columns = kind.fields().stream().filter(FieldView::column).toList();
    List<RecordView<C>> page = records.list(kind, id, 0, MOST);
    long count = records.count(kind, id);
    return new Section(
        kind.name(),
        words(kind.plural()),
        columns.stream().map(FieldView::label).toList(),
        page.stream().map(record -> row(record, columns)).toList(),
        kind.addedAsForm() && tabs.may(kind.writing()),
        Show.count(count),
        count > page.size());
  }

  private static String words(String plural) {
    return plural.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + plural.substring(1).replace('-', ' ');
  }

  private Row row(RecordView<?> record, List<FieldView> columns) {
    return new Row(
        record.id(),
        record.title(),
        records.words(record).stream()
            .filter(words -> columns.contains(words.field()))
            .map(Records.FieldWords::words)
            .toList());
  }

  public String getCaseId() {
    return caseId;
  }

  public void setCaseId(@Nullable String caseId) {
    this.caseId = caseId == null ? "" : caseId;
  }

  public String getTab() {
    return tab;
  }

  public void setTab(@Nullable String tab) {
    this.tab = tab == null ? CaseTab.PEOPLE.name() : tab;
  }

  public List<Section> getSections() {
    return sections;
  }
}
