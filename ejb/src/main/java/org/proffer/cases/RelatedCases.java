package org.proffer.cases;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.proffer.access.Access;
import org.proffer.access.Action;

/** Which cases have to do with a case, told from either side. */
@Stateless
public class RelatedCases {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;

  /**
   * A link as it reads from one of the two cases.
   *
   * @param record the record that says so, in whichever case it stands
   * @param how for example {@code Severed from}
   * @param other the other case
   * @param words its title and docket number
   * @param since a day, or empty
   */
  public record Link(UUID record, String how, CaseId other, String words, String since) {}

  /** The links of a case whose other end the person sees. */
  public List<Link> of(CaseId caseId) {
    access.require(Action.VIEW_CASE_FILE, caseId.value());
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select r.id, r.case_id, r.content->>'how', cast(r.content->>'other' as uuid),"
                + " coalesce(r.content->>'since', '') from proffer.case_record r"
                + " where r.kind = 'related-case' and not r.removed"
                + " and (r.case_id = :case or r.content->>'other' = :text) order by 5, 1",
            Object[].class)
        .setParameter("case", caseId.value())
        .setParameter("text", caseId.toString())
        .getResultStream()
        .map(row -> link(caseId, row))
        .toList();
  }

  private Link link(CaseId caseId, Object[] row) {
    RelatedCase.Link how = RelatedCase.Link.valueOf((String) row[2]);
    boolean from = row[1].equals(caseId.value());
    UUID other = (UUID) Objects.requireNonNull(from ? row[3] : row[1]);
    CaseFile file = entities.find(CaseFile.class, other);
    return new Link(
        (UUID) row[0],
        from ? how.label() : how.back(),
        new CaseId(other),
        file == null ? "a case that is not in this portal" : file.words(),
        (String) row[4]);
  }
}
