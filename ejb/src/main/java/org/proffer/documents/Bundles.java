package org.proffer.documents;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Logins;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;
import org.proffer.evidence.StoredObject;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;
import org.proffer.platform.InvalidInput;

/** Bundles of a case: documents and PDF items put together under Bates numbers, and handed out. */
@Stateless
public class Bundles {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST = 300;

  @Inject private Access access;
  @Inject private Cases cases;
  @Inject private BundlePapers papers;
  @Inject private BundleStore store;
  @Inject private Logins logins;
  @Inject private Vault vault;
  @Inject private Clock clock;

  /**
   * Makes a bundle. Its numbers go on where those of the prefix ended; a bundle that cannot be made
   * takes none.
   *
   * @param parts ids of documents, exhibits, items and messages, in their order
   * @param byNumber whether exhibits go first, in the order of their numbers, whatever the order of
   *     the ids
   * @throws BrokenPart naming the part and page that cannot be read
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public BundleView make(
      CaseId caseId, String title, String prefix, int digits, List<UUID> parts, boolean byNumber) {
    Actor actor = access.require(Action.PRODUCE_DOCUMENT, caseId.value());
    check(title, prefix, digits, parts);
    CaseView view = cases.get(caseId);
    List<UUID> ordered = byNumber ? papers.inOrder(caseId, parts) : parts;
    List<BundlePdf.Part> read = papers.read(caseId, ordered);
    Instant at = clock.instant();
    for (int tries = 0; tries < 5; tries++) {
      BundleStore.Series series = store.series(caseId, prefix, digits);
      try {
        BundlePdf.Made made =
            BundlePdf.of(
                title,
                read,
                prefix,
                series.digits(),
                series.next(),
                new PaperPdf.Sheet(
                    title, view.docketNumber(), "", "", logins.displayName(actor.login())),
                CourtProfile.of(view.court()),
                at);
        boolean conforms = Conformance.broken(() -> new ByteArrayInputStream(made.pdf())).isEmpty();
        byte[] file = conforms ? made.pdf() : Unclaimed.of(made.pdf());
        StoredObject object;
        try (Vault.Arrival arrival = vault.arrive()) {
          arrival.write(file, 0, file.length);
          object = arrival.keep();
        }
        BundleView entered =
            store.enter(
                caseId,
                title,
                prefix,
                series,
                made,
                ordered,
                conforms,
                "bundle-" + STAMP.format(at) + ".pdf",
                object,
                at,
                actor.login());
        if (entered != null) {
          return entered;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new InvalidInput(
        "prefix", "Others are giving numbers of this prefix just now.", "Try again.");
  }

  static void check(String title, String prefix, int digits, List<UUID> parts) {
    if (title.isBlank()) {
      throw new InvalidInput("title", "The bundle has no title.", "Say what it is.");
    }
    if (!prefix.matches("[A-Z0-9][A-Z0-9-]{0,19}")) {
      throw new InvalidInput(
          "prefix",
          "A prefix has 1 to 20 capitals, digits and hyphens.",
          "Enter one, such as RALSKY.");
    }
    if (digits < 4 || digits > 9) {
      throw new InvalidInput("digits", "A number has 4 to 9 digits.", "Enter 7, for example.");
    }
    if (parts.isEmpty() || parts.size() > MOST) {
      throw new InvalidInput(
          "parts",
          "A bundle has 1 to " + MOST + " papers.",
          "Choose exhibits, documents or items.");
    }
    if (new HashSet<>(parts).size() < parts.size()) {
      throw new InvalidInput("parts", "A paper is there twice.", "Leave one of them out.");
    }
  }

  /** How the papers that can go into a bundle are called, by their ids: exhibits first. */
  public Map<UUID, String> papers(CaseId caseId) {
    access.require(Action.READ_DOCUMENT, caseId.value());
    return papers.titles(caseId);
  }

  /** The bundles of a case, the newest first. */
  public List<BundleView> of(CaseId caseId) {
    access.require(Action.READ_DOCUMENT, caseId.value());
    return store.of(caseId);
  }

  /** The bytes of a bundle; an audit row says who took them. */
  public ByteSource download(UUID id) {
    return vault.open(get(id, true).sha256());
  }

  /** One bundle. */
  public BundleView get(UUID id) {
    return get(id, false);
  }

  private BundleView get(UUID id, boolean taken) {
    access.require(Action.READ_DOCUMENT);
    BundleView bundle = store.get(id);
    Actor actor = access.require(Action.READ_DOCUMENT, bundle.caseId().value(), "bundle", id);
    if (taken) {
      store.taken(bundle, actor.login());
    }
    return bundle;
  }
}
