package org.proffer.web.records;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.records.Revision;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** A record of any kind: what it says, and what happened to it. */
@Named("recordPage")
@RequestScoped
public class RecordPage {
  @Inject private Records records;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable RecordView<?> view;
  private @Nullable Refusal refused;
  private List<Records.FieldWords> words = List.of();
  private List<Step> history = List.of();
  private String filed = "";
  private String why = "";

  /**
   * A version in the history.
   *
   * @param restorable whether the record can be made again what it was then
   */
  public record Step(Revision revision, String at, boolean restorable) {}

  @PostConstruct
  void readAddress() {
    try {
      RecordView<?> record = records.get(Ids.parse("record", asked.getOrDefault("id", "")));
      view = record;
      tabs.show(record.caseId(), CaseTab.of(record.kind().name()));
      words = records.words(record).stream().filter(w -> !w.words().isEmpty()).toList();
      filed = records.filedWith(record).orElse("");
      history =
          records.history(record.id()).stream()
              .map(
                  revision ->
                      new Step(
                          revision,
                          Show.instant(revision.at()),
                          isWriting()
                              && record.kind().undoable()
                              && filed.isEmpty()
                              && revision.version() != record.version()))
              .toList();
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Makes the record again what it was in an earlier version. */
  public @Nullable String restore(int earlier) {
    RecordView<?> record = view;
    if (record == null) {
      return null;
    }
    try {
      records.restore(record.id(), seen(record), earlier);
      return "/records/record.xhtml?faces-redirect=true&id=" + record.id();
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  /** Removes the record. */
  public @Nullable String remove() {
    RecordView<?> record = view;
    if (record == null) {
      return null;
    }
    try {
      records.remove(record.id(), seen(record), why);
      return CaseTab.of(record.kind().name()).address(record.caseId()) + "&faces-redirect=true";
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  private int seen(RecordView<?> record) {
    return Integer.parseInt(asked.getOrDefault("version", "" + record.version()));
  }

  /** The filed charging instrument behind which the record stands; empty if none. */
  public String getFiled() {
    return filed;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(@Nullable String why) {
    this.why = why == null ? "" : why;
  }

  /** Whether the person may edit it. */
  public boolean isWriting() {
    RecordView<?> record = view;
    return record != null && tabs.may(record.kind().writing());
  }

  /** When it was written last. */
  public String getChanged() {
    RecordView<?> record = view;
    return record == null ? "" : Show.instant(record.changedAt());
  }

  /** Where the records of this kind are listed. */
  public String getBack() {
    RecordView<?> record = view;
    return record == null ? "/" : CaseTab.of(record.kind().name()).address(record.caseId());
  }

  public @Nullable RecordView<?> getView() {
    return view;
  }

  public List<Records.FieldWords> getWords() {
    return words;
  }

  public List<Step> getHistory() {
    return history;
  }
}
