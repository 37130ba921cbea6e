package org.proffer.web.imports;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.proffer.messages.ImportId;
import org.proffer.messages.ImportPriority;
import org.proffer.messages.ImportState;
import org.proffer.messages.ImportView;
import org.proffer.messages.Imports;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** How far an import is; the page asks again each second until it has ended. */
@Named("importPage")
@RequestScoped
public class ImportPage {
  @Inject private Imports imports;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private String id = "";
  private @Nullable ImportView view;

  @PostConstruct
  void readAddress() {
    id = asked.getOrDefault("id", "");
  }

  /** Loads the import. */
  public void load() {
    try {
      tabs.show(getView().caseId().value(), CaseTab.EVIDENCE);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  /** Shows what stands below the progress anew when the import has ended. */
  public void watch() {
    PrimeFaces.current().ajax().addCallbackParam("watched", true);
    if (isEnded()) {
      PrimeFaces.current().ajax().update("import:end");
    }
  }

  /** Stops the import. */
  public String cancel() {
    imports.cancel(ImportId.parse(id));
    return again();
  }

  /** Holds the import. */
  public String pause() {
    imports.pause(ImportId.parse(id));
    return again();
  }

  /** Lets it go on. */
  public String resume() {
    imports.resume(ImportId.parse(id));
    return again();
  }

  /** Says how urgent it is. */
  public String prioritize(String priority) {
    imports.prioritize(ImportId.parse(id), ImportPriority.valueOf(priority));
    return again();
  }

  private String again() {
    return "/imports/import.xhtml?faces-redirect=true&id=" + id;
  }

  /** The priorities it could have instead. */
  public List<ImportPriority> getOtherPriorities() {
    return Arrays.stream(ImportPriority.values())
        .filter(priority -> priority != getView().priority())
        .toList();
  }

  /** Whether a person holds it. */
  public boolean isPaused() {
    return getView().state() == ImportState.PAUSED;
  }

  /** Messages read of messages there are. */
  public String getMessages() {
    Long planned = getView().planned();
    String read = Show.count(getView().messages());
    return planned == null ? read : read + " of " + Show.count(planned);
  }

  public String getId() {
    return id;
  }

  /** The import as it stands. */
  public ImportView getView() {
    ImportView now = view;
    if (now == null) {
      now = imports.get(ImportId.parse(id));
      view = now;
    }
    return now;
  }

  /** Whether nothing more happens. */
  public boolean isEnded() {
    return getView().state().isEnded();
  }

  /** Bytes there are, in words. */
  public String getSize() {
    return Show.bytes(getView().totalBytes());
  }

  /** Messages a second. */
  public String getRate() {
    return Show.count(Math.round(getView().rate()));
  }

  /** How long it will take, in words; a dash while that cannot be said. */
  public String getRemaining() {
    return getView().remaining().map(ImportPage::inWords).orElse("—");
  }

  private static String inWords(Duration left) {
    long seconds = left.toSeconds() + 1;
    return seconds < 60 ? seconds + " s" : (seconds + 59) / 60 + " min";
  }

  /** A count as it is shown. */
  public String count(long count) {
    return Show.count(count);
  }

  public String getStarted() {
    return Show.instant(getView().startedAt());
  }

  public String getFinished() {
    return Show.instant(getView().finishedAt());
  }
}
