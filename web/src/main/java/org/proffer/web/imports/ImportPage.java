package org.proffer.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.proffer.messages.ImportId;
import org.proffer.messages.ImportView;
import org.proffer.messages.Imports;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** How far an import is. */
@Named("importPage")
@RequestScoped
public class ImportPage {
  @Inject private Imports imports;

  private String id = "";
  private @Nullable ImportView view;

  /** Loads the import. */
  public void load() {
    try {
      view = imports.get(ImportId.parse(id));
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  /** Stops the import. */
  public String cancel() {
    imports.cancel(ImportId.parse(id));
    return "/imports/import.xhtml?faces-redirect=true&id=" + id;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }

  public @Nullable ImportView getView() {
    return view;
  }

  /** Bytes read of bytes there are, in words. */
  public String getSize() {
    ImportView now = view;
    return now == null ? "" : Show.bytes(now.totalBytes());
  }

  /** Messages a second. */
  public String getRate() {
    ImportView now = view;
    return now == null ? "" : Show.count(Math.round(now.rate()));
  }

  public String getStarted() {
    ImportView now = view;
    return now == null ? "" : Show.instant(now.startedAt());
  }

  public String getFinished() {
    ImportView now = view;
    return now == null ? "" : Show.instant(now.finishedAt());
  }
}
