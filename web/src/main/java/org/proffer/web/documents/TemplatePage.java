package org.proffer.web.documents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.documents.DocumentKind;
import org.proffer.documents.TemplateView;
import org.proffer.documents.Templates;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** The template of a kind: written with a preview beside it, kept in versions, published. */
@Named("templatePage")
@RequestScoped
public class TemplatePage {
  @Inject private Templates templates;
  @Inject private Access access;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable DocumentKind kind;
  private @Nullable Refusal refused;
  private List<Row> versions = List.of();
  private List<String> fields = List.of();
  private String body = "";
  private String note = "";

  /** A version in the list. */
  public record Row(TemplateView view, String at, String published) {}

  @PostConstruct
  void readAddress() {
    try {
      DocumentKind named = DocumentKind.named(asked.getOrDefault("kind", ""));
      List<TemplateView> all = templates.versions(named);
      kind = named;
      fields = templates.fields(named);
      versions =
          all.stream()
              .map(
                  t ->
                      new Row(
                          t,
                          Show.instant(t.savedAt()),
                          t.published() ? Show.instant(t.publishedAt()) : ""))
              .toList();
      String shown = asked.getOrDefault("version", "");
      body =
          all.stream()
              .filter(t -> shown.isEmpty() || shown.equals(Integer.toString(t.version())))
              .findFirst()
              .map(TemplateView::body)
              .orElse("");
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

  /** Keeps what was written as a new version. */
  public @Nullable String save() {
    DocumentKind named = kind;
    if (named == null) {
      return null;
    }
    try {
      templates.save(named, body, note);
      return here(named);
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  /** Publishes a version. */
  public @Nullable String publish(UUID id) {
    DocumentKind named = kind;
    if (named == null) {
      return null;
    }
    try {
      templates.publish(Ids.parse("template", id.toString()));
      return here(named);
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  private static String here(DocumentKind kind) {
    return "/documents/template.xhtml?faces-redirect=true&kind=" + kind.id();
  }

  /** Whether the person may publish. */
  public boolean isPublishing() {
    return access.may(Action.PUBLISH_TEMPLATES);
  }

  /** What the template can ask for. */
  public List<String> getFields() {
    return fields;
  }

  public @Nullable DocumentKind getKind() {
    return kind;
  }

  public List<Row> getVersions() {
    return versions;
  }

  public String getBody() {
    return body;
  }

  public void setBody(@Nullable String body) {
    this.body = body == null ? "" : body;
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note == null ? "" : note;
  }
}
