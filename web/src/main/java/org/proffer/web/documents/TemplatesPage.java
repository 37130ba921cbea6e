package org.proffer.web.documents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.documents.TemplateView;
import org.proffer.documents.Templates;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** The templates that documents are made of now. */
@Named("templatesPage")
@RequestScoped
public class TemplatesPage {
  @Inject private Templates templates;

  private List<Row> rows = List.of();
  private @Nullable Refusal refused;

  /** A template in the list. */
  public record Row(TemplateView view, String at, String from) {}

  @PostConstruct
  void read() {
    try {
      rows =
          templates.current().stream()
              .map(
                  t ->
                      new Row(
                          t,
                          Show.instant(t.publishedAt()),
                          t.shipped() ? "came with the portal" : t.savedBy()))
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

  public List<Row> getRows() {
    return rows;
  }
}
