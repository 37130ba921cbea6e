package org.proffer.documents;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
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
   * What a template makes of the invented case, as a page; nothing is kept.
   *
   * @throws TemplateFault naming the line that cannot be used
   */
  public String preview(DocumentKind kind, String body) {
    access.require(Action.EDIT_TEMPLATES);
    return AccessibleHtml.page(kind.label(), composed(kind, body));
  }

  private static Composed composed(DocumentKind kind, String body) {
    requireTemplate(kind);
    if (body.length() > MOST) {
      throw new InvalidInput(
          "body", "A template has at most " + MOST + " characters.", "Shorten it.");
    }
    return PaperMaker.compose(
        PaperMaker.ENGINE.parse(body),
        kind,
        SampleCase.subject(kind),
        SampleCase.data(),
        Map.of(),
        new CaseModel.Made(Instant.EPOCH, "Pat Prosecutor", 12, "sample"));
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
      throw new TemplateFault(0, String.join("; ", refused) + ".");
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
