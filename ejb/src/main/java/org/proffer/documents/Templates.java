package org.proffer.documents;

import io.quarkus.qute.Template;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.InvalidInput;

/**
 * The templates of documents: read, tried on an invented case, kept in versions, published. A
 * version that asks for what the model does not have, or whose pages break a standard, is not
 * published.
 */
@Stateless
public class Templates {
  private static final int MOST = 200_000;

  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private TemplateStore store;
  @Inject private TemplatePreviews previews;
  @Inject private Clock clock;

  /** The template of every kind that documents are made of now. */
  public List<TemplateView> current() {
    access.require(Action.EDIT_TEMPLATES);
    List<TemplateView> all = new ArrayList<>();
    for (DocumentKind kind : DocumentKind.values()) {
      if (!kind.has(DocumentKind.Trait.OWN_MAKING)) {
        all.add(store.current(kind));
      }
    }
    return all;
  }

  /** The versions of a kind's template, the newest first. */
  public List<TemplateView> versions(DocumentKind kind) {
    access.require(Action.EDIT_TEMPLATES);
    requireTemplate(kind);
    store.current(kind);
    return store.versions(kind);
  }

  private static void requireTemplate(DocumentKind kind) {
    if (kind.has(DocumentKind.Trait.OWN_MAKING)) {
      throw new InvalidInput(
          "template", kind.label() + " has no template to edit.", "Choose another kind.");
    }
  }

  /** One version. */
  public TemplateView get(UUID id) {
    access.require(Action.EDIT_TEMPLATES);
    return store.get(id);
  }

  /**
   * What a template made of the invented case.
   *
   * @param id under which the page stands for a while, for whoever asked
   */
  public record Preview(UUID id, String page) {}

  /**
   * What a template makes of the invented case, as a page; it stands under an address of its own
   * until others are made.
   *
   * @throws TemplateFault naming each line that cannot be used
   */
  public Preview preview(DocumentKind kind, String body) {
    Actor actor = access.require(Action.EDIT_TEMPLATES);
    String page = AccessibleHtml.page(kind.label(), composed(kind, body));
    return new Preview(previews.keep(actor.login(), page), page);
  }

  /** A page that was made before, for whoever asked for it. */
  public String previewed(UUID id) {
    return previews.get(id, access.require(Action.EDIT_TEMPLATES).login());
  }

  /** What a template of a kind can ask for, for example {@code counsel[].name}, in order. */
  public List<String> fields(DocumentKind kind) {
    access.require(Action.EDIT_TEMPLATES);
    requireTemplate(kind);
    return PaperMaker.shape(kind).paths();
  }

  /** The template tried: on the whole model by its fields, then on each sample by its words. */
  private static Composed composed(DocumentKind kind, String body) {
    requireTemplate(kind);
    if (body.length() > MOST) {
      throw new InvalidInput(
          "body", "A template has at most " + MOST + " characters.", "Shorten it.");
    }
    Template template = PaperMaker.ENGINE.parse(body);
    PaperMaker.ENGINE.requireFields(template, PaperMaker.shape(kind));
    List<Composed> made =
        SampleCase.samples(kind).stream()
            .map(
                sample ->
                    PaperMaker.compose(
                        template,
                        kind,
                        SampleCase.subject(kind),
                        sample,
                        Map.of(),
                        SampleCase.MADE))
            .toList();
    return made.get(0);
  }

  /**
   * Keeps a new version, unpublished, once it can be read and makes a document of the invented
   * case.
   *
   * @param note why it is written
   */
  public TemplateView save(DocumentKind kind, String body, String note) {
    Actor actor = access.require(Action.EDIT_TEMPLATES);
    composed(kind, body);
    List<String> refused = Composer.notAllowed(body);
    if (!refused.isEmpty()) {
      throw new TemplateFault(refused);
    }
    TemplateView saved = store.save(kind, body, note.strip(), actor.login());
    audit.record(actor.login(), "SAVE_TEMPLATE", null, "template", saved.id(), kind.id());
    return saved;
  }

  /**
   * Publishes a version: documents are made of it from now on. The person proves anew who they are.
   *
   * @throws NotReleasable if parts are not there, or its pages break a standard
   */
  public TemplateView publish(UUID id) {
    Actor actor = access.requireFresh(Action.PUBLISH_TEMPLATES);
    TemplateView template = store.get(id);
    Composed composed = composed(template.kind(), template.body());
    List<Check> stopping = new ArrayList<>();
    DocumentChecks.ofContent(template.kind(), composed).stream()
        .filter(c -> c.name().equals("Parts") && c.outcome() == Check.Outcome.STOP)
        .forEach(stopping::add);
    List<String> broken =
        Conformance.broken(() -> new ByteArrayInputStream(sample(template.kind(), composed)));
    if (!broken.isEmpty()) {
      stopping.add(
          DocumentChecks.ofFile(DocumentVersion.Conformity.FAILED, String.join("\n", broken)));
    }
    if (!stopping.isEmpty()) {
      throw new NotReleasable("Template of " + template.kind().label(), stopping);
    }
    TemplateView published = store.publish(id, actor.login());
    audit.record(
        actor.login(), "PUBLISH_TEMPLATE", null, "template", id, "version " + template.version());
    return published;
  }

  private byte[] sample(DocumentKind kind, Composed composed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PaperPdf.write(
          composed,
          new PaperPdf.Sheet(kind.label(), "2:26-cr-20001", "", "SAMPLE", "Pat Prosecutor"),
          CourtProfile.of(SampleCase.data().view().court()),
          List.of(),
          clock.instant(),
          out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
