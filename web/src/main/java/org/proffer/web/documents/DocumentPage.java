package org.proffer.web.documents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.documents.Check;
import org.proffer.documents.DocumentId;
import org.proffer.documents.DocumentStatus;
import org.proffer.documents.DocumentView;
import org.proffer.documents.Documents;
import org.proffer.documents.DraftView;
import org.proffer.documents.Drifted;
import org.proffer.documents.FreePlace;
import org.proffer.documents.Redaction;
import org.proffer.documents.SignatureView;
import org.proffer.documents.Source;
import org.proffer.documents.VersionView;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** A document: what is missing first, its form, its checks, its pages, and what becomes of it. */
@Named("documentPage")
@RequestScoped
public class DocumentPage {
  private static final String FORM = "f.";

  @Inject private Documents documents;
  @Inject private CaseTabs tabs;
  @Inject private Access access;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable DraftView draft;
  private @Nullable Refusal refused;
  private List<Drifted> drift = List.of();
  private List<Drifted> compared = List.of();
  private List<Version> versions = List.of();
  private List<Signed> signatures = List.of();

  /** A signature, verified. */
  public record Signed(
      SignatureView view, String at, String stamped, String words, String chip, String inForce) {}

  /** A version in the list. */
  public record Version(VersionView view, String at, String size, String shortHash) {}

  @PostConstruct
  void readAddress() {
    try {
      DocumentId id = DocumentId.parse(asked.getOrDefault("id", ""));
      DraftView read = documents.draft(id);
      draft = read;
      tabs.show(read.document().caseId().value(), CaseTab.DOCUMENTS);
      drift = documents.drift(id);
      versions = documents.versions(id).stream().map(DocumentPage::version).toList();
      signatures = documents.signatures(id).stream().map(DocumentPage::signed).toList();
      String from = asked.getOrDefault("from", "");
      compared =
          from.matches("\\d{1,6}")
              ? documents.compare(id, Integer.parseInt(from), read.document().version())
              : List.of();
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  private static Signed signed(SignatureView s) {
    return new Signed(
        s,
        Show.instant(s.at()),
        s.stampedAt() == null
            ? "no time stamp"
            : "time stamp " + Show.instant(s.stampedAt()) + " UTC of " + s.stampedBy(),
        s.standing().label(),
        switch (s.standing()) {
          case VALID -> "chip good";
          case UNKNOWN_SIGNER -> "chip open";
          case CHANGED, EXPIRED -> "chip bad";
        },
        Show.instant(s.from()) + " to " + Show.instant(s.until()));
  }

  private static Version version(VersionView v) {
    return new Version(
        v, Show.instant(v.madeAt()), Show.bytes(v.length()), v.sha256().substring(0, 16) + "…");
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  private DocumentView view() {
    DraftView read = draft;
    if (read == null) {
      throw new IllegalStateException("the page has no document");
    }
    return read.document();
  }

  /** Saves what was written. */
  public @Nullable String save() {
    return done(
        () -> {
          Map<String, String> form = new LinkedHashMap<>(draft == null ? Map.of() : draft.form());
          form.keySet().removeIf(key -> key.startsWith("keep."));
          asked.forEach(
              (name, value) -> {
                if (name.startsWith(FORM)) {
                  form.put(name.substring(FORM.length()), value);
                }
              });
          form.values().removeIf(String::isBlank);
          return documents.save(view().id(), read(), form);
        });
  }

  private int read() {
    String version = asked.getOrDefault("version", "");
    if (!version.matches("\\d{1,6}")) {
      throw new InvalidInput("version", "The page says no version.", "Open the document again.");
    }
    return Integer.parseInt(version);
  }

  /** Puts it before an attorney. */
  public @Nullable String submit() {
    return done(() -> documents.submit(view().id()));
  }

  /** Stands by it. */
  public @Nullable String approve() {
    return done(() -> documents.approve(view().id()));
  }

  /** Signs it with the key of the office. */
  public @Nullable String sign() {
    return done(() -> documents.sign(view().id()));
  }

  /** Whether the person may sign it now. */
  public boolean isSigning() {
    return is(DocumentStatus.APPROVED) && may(Action.APPROVE_DOCUMENT) && documents.signs();
  }

  /** The signatures of its newest version, verified now. */
  public List<Signed> getSignatures() {
    return signatures;
  }

  /** Gives it back. */
  public @Nullable String giveBack() {
    return done(() -> documents.giveBack(view().id(), asked.getOrDefault("note", "")));
  }

  /** Notes that it was filed. */
  public @Nullable String file() {
    return done(
        () -> {
          try {
            LocalDate on = LocalDate.parse(asked.getOrDefault("on", ""));
            return documents.file(view().id(), on, asked.getOrDefault("entry", ""));
          } catch (DateTimeParseException e) {
            InvalidInput refusal =
                new InvalidInput("Filed on", "That is no day.", "Enter the day it was filed.");
            refusal.initCause(e);
            throw refusal;
          }
        });
  }

  private @Nullable String done(Supplier<DocumentView> action) {
    try {
      return "/documents/document.xhtml?faces-redirect=true&id=" + action.get().id();
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  public @Nullable DraftView getDraft() {
    return draft;
  }

  public @Nullable DocumentView getView() {
    return draft == null ? null : draft.document();
  }

  /** Whether it was made at once, without a draft. */
  public boolean isFinished() {
    return draft != null && draft.document().status() == DocumentStatus.FINAL;
  }

  /** Whether the person may write on it now. */
  public boolean isWriting() {
    return is(DocumentStatus.DRAFT) && may(Action.PRODUCE_DOCUMENT);
  }

  /** Whether the person may approve it or give it back now. */
  public boolean isReviewing() {
    return is(DocumentStatus.IN_REVIEW) && may(Action.APPROVE_DOCUMENT);
  }

  /** Whether the person may give it back now. */
  public boolean isReturning() {
    return (is(DocumentStatus.IN_REVIEW) || is(DocumentStatus.APPROVED))
        && may(Action.APPROVE_DOCUMENT);
  }

  /** Whether the person may note that it was filed now. */
  public boolean isFiling() {
    return is(DocumentStatus.APPROVED) && may(Action.PRODUCE_DOCUMENT);
  }

  private boolean is(DocumentStatus status) {
    return draft != null && draft.document().status() == status;
  }

  private boolean may(Action action) {
    return draft != null && access.may(action, draft.document().caseId().value());
  }

  /** What is missing and not filled in the form, with where it is recorded. */
  public List<Source> getMissingRecords() {
    return draft == null
        ? List.of()
        : draft.missing().stream().filter(s -> !s.kind().equals("form")).toList();
  }

  /** The blanks that nobody has filled yet. */
  public List<DraftView.Blank> getOpen() {
    return draft == null
        ? List.of()
        : draft.fields().stream().filter(f -> f.text().isBlank()).toList();
  }

  /** The blanks that are filled. */
  public List<DraftView.Blank> getFilled() {
    return draft == null
        ? List.of()
        : draft.fields().stream().filter(f -> !f.text().isBlank()).toList();
  }

  /** Places for the drafter's own text. */
  public List<FreePlace> getPlaces() {
    return draft == null ? List.of() : draft.places();
  }

  /** What is recorded as uncertain. */
  public List<Source> getUncertain() {
    return draft == null ? List.of() : draft.uncertain();
  }

  /** The checks. */
  public List<Check> getChecks() {
    return draft == null ? List.of() : draft.checks();
  }

  /** Style of a check. */
  public String chip(Check check) {
    return switch (check.outcome()) {
      case WELL -> "chip good";
      case LOOK -> "chip open";
      case STOP -> "chip bad";
    };
  }

  /** Word of a check. */
  public String word(Check check) {
    return switch (check.outcome()) {
      case WELL -> "well";
      case LOOK -> "look";
      case STOP -> "stops";
    };
  }

  /** Address of the record behind a value; empty if it has none of its own. */
  public String address(Source source) {
    return switch (source.kind()) {
      case "form", "messages", "custody" -> "";
      case "evidence-item" -> "/evidence/item.xhtml?id=" + source.record();
      case "message" -> "/messages/message.xhtml?id=" + source.record();
      default -> source.record().isEmpty() ? "" : "/records/record.xhtml?id=" + source.record();
    };
  }

  public List<Redaction> getRedactions() {
    return draft == null ? List.of() : draft.redactions();
  }

  public List<Drifted> getDrift() {
    return drift;
  }

  public List<Drifted> getCompared() {
    return compared;
  }

  public List<Version> getVersions() {
    return versions;
  }

  /** When it got its status. */
  public String getStatusAt() {
    return draft == null || draft.document().statusAt() == null
        ? ""
        : Show.instant(draft.document().statusAt());
  }

  /** Lines of a text field. */
  public int lines(String text) {
    return Math.max(3, Math.min(14, 2 + (int) text.lines().count()));
  }
}
