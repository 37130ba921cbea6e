package org.proffer.documents;

import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.Ids;
import org.proffer.platform.NotFound;

/** The templates in their versions; the newest published one makes documents. */
@ApplicationScoped
@Transactional
class TemplateStore {
  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  private final Map<UUID, Template> parsed = new ConcurrentHashMap<>();

  /**
   * The template that documents of a kind are made of now; the shipped one enters at first need.
   */
  TemplateView current(DocumentKind kind) {
    List<DocumentTemplate> all = all(kind);
    String shipped = TemplateEngine.file(kind.id());
    boolean known =
        all.stream().anyMatch(t -> t.origin.equals("SHIPPED") && t.body.equals(shipped));
    boolean office = all.stream().anyMatch(t -> t.origin.equals("OFFICE") && t.publishedAt != null);
    if (!known) {
      // Whoever comes at the same moment waits, and then finds it.
      entities
          .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
          .setParameter("lock", 7_000_000_000L + kind.name().hashCode())
          .getResultList();
      if (all(kind).size() == all.size()) {
        DocumentTemplate template = row(kind, shipped, "SHIPPED", "came with the portal");
        template.savedBy = AuditTrail.SYSTEM;
        if (!office) {
          template.publishedAt = template.savedAt;
          template.publishedBy = AuditTrail.SYSTEM;
        }
        entities.persist(template);
        entities.flush();
      }
    }
    return all(kind).stream()
        .filter(t -> t.publishedAt != null)
        .max(Comparator.comparing(t -> t.publishedAt))
        .orElseThrow(() -> new NotFound("template", kind.id()))
        .view();
  }

  /** Versions, the newest first. */
  private List<DocumentTemplate> all(DocumentKind kind) {
    return entities
        .createQuery(
            "from DocumentTemplate t where t.kind = :kind order by t.version desc",
            DocumentTemplate.class)
        .setParameter("kind", kind.name())
        .getResultList();
  }

  List<TemplateView> versions(DocumentKind kind) {
    return all(kind).stream().map(DocumentTemplate::view).toList();
  }

  TemplateView get(UUID id) {
    DocumentTemplate row = entities.find(DocumentTemplate.class, id);
    if (row == null) {
      throw new NotFound("template", id);
    }
    return row.view();
  }

  private DocumentTemplate row(DocumentKind kind, String body, String origin, String note) {
    DocumentTemplate template = new DocumentTemplate(Ids.next(clock));
    template.kind = kind.name();
    template.version = 1 + all(kind).stream().mapToInt(t -> t.version).max().orElse(0);
    template.body = body;
    template.origin = origin;
    template.note = note;
    template.savedAt = clock.instant();
    return template;
  }

  /** Keeps a new version, unpublished. */
  TemplateView save(DocumentKind kind, String body, String note, String by) {
    current(kind);
    DocumentTemplate template = row(kind, body, "OFFICE", note);
    template.savedBy = by;
    entities.persist(template);
    return template.view();
  }

  /** From now on documents are made of it. */
  TemplateView publish(UUID id, String by) {
    DocumentTemplate template = entities.find(DocumentTemplate.class, id);
    if (template == null) {
      throw new NotFound("template", id);
    }
    if (template.publishedAt == null) {
      template.publishedAt = clock.instant();
      template.publishedBy = by;
    }
    return template.view();
  }

  /** A version ready to print. */
  Template parsed(UUID id) {
    return parsed.computeIfAbsent(id, i -> PaperMaker.ENGINE.parse(get(i).body()));
  }
}
