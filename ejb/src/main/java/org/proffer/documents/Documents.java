package org.proffer.documents;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Logins;
import org.proffer.access.Role;
import org.proffer.cases.CaseId;
import org.proffer.documents.DocumentKind.Subject;
import org.proffer.documents.DocumentKind.Trait;
import org.proffer.evidence.Fixity;
import org.proffer.evidence.StoredObject;
import org.proffer.evidence.Vault;
import org.proffer.facts.ProofBoards;
import org.proffer.facts.UnsupportedElements;
import org.proffer.mail.ByteSource;
import org.proffer.messages.MessageId;
import org.proffer.messages.Messages;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.JsonText;
import org.proffer.platform.NotFound;

/** Documents of a case: drafted, checked, reviewed, approved, filed, handed out. */
@Stateless
public class Documents {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final AuditReportPdf AUDIT_REPORT = new AuditReportPdf();
  private static final int MOST_WRITTEN = 60_000;

  @Inject private Access access;
  @Inject private AuditReportData data;
  @Inject private DocumentRegister register;
  @Inject private CaseReader reader;
  @Inject private TemplateStore templates;
  @Inject private ConformityJob conformity;
  @Inject private ProofBoards boards;
  @Inject private Messages messages;
  @Inject private Logins logins;
  @Inject private OfficeKey key;
  @Inject private Vault vault;
  @Inject private Fixity fixity;
  @Inject private Clock clock;

  /**
   * Produces the CAN-SPAM audit report of a case as it stands.
   *
   * @throws org.proffer.evidence.ItemDamaged if bytes of the case are not those that were received
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentView produceAuditReport(CaseId caseId) {
    Actor actor = access.require(Action.PRODUCE_DOCUMENT, caseId.value());
    fixity.requireSound(caseId);
    Instant at = clock.instant();
    AuditReport report = data.report(caseId, at, actor);
    Attachment list =
        new Attachment(
            "messages.csv",
            "text/csv",
            "Every message of the case with its findings",
            data.messages(caseId));
    try (Vault.Arrival arrival = vault.arrive()) {
      int pages = AUDIT_REPORT.write(report, List.of(list), at, arrival);
      StoredObject object = arrival.keep();
      String fileName = "can-spam-audit-report-" + STAMP.format(at) + ".pdf";
      return register.enter(
          caseId, "CAN-SPAM audit report", fileName, object, pages, at, actor.login());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The kinds that can be made. */
  public List<DocumentKind> kinds() {
    access.require(Action.READ_DOCUMENT);
    return List.of(DocumentKind.values());
  }

  /**
   * Makes the first draft of a document of the case as it stands.
   *
   * @param subject what it is about besides the case; null for the case as a whole
   * @throws InvalidInput if the kind needs another subject
   * @throws org.proffer.evidence.ItemDamaged if bytes of the case are not those that were received
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentView make(CaseId caseId, DocumentKind kind, @Nullable UUID subject) {
    Actor actor = access.require(Action.PRODUCE_DOCUMENT, caseId.value());
    return kind.has(Trait.OWN_MAKING)
        ? produceAuditReport(caseId)
        : make(actor, caseId, kind, subject, null);
  }

  /**
   * Makes the draft that a batch has for a subject; the batch knows of it from the moment it is
   * there, so that none is made twice.
   *
   * @throws InvalidInput if the batch has it already
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentView makeFor(UUID batch, CaseId caseId, DocumentKind kind, UUID subject) {
    // Who started the batch was counted once for all of it; asking costs nothing here.
    Actor actor =
        access.may(Action.PRODUCE_DOCUMENT, caseId.value())
            ? access.actor()
            : access.require(Action.PRODUCE_DOCUMENT, caseId.value());
    return make(actor, caseId, kind, subject, batch);
  }

  private DocumentView make(
      Actor actor, CaseId caseId, DocumentKind kind, @Nullable UUID subject, @Nullable UUID batch) {
    if ((subject == null) != (kind.subject() == Subject.NONE)) {
      throw new InvalidInput(
          "subject",
          kind.subject() == Subject.NONE
              ? "A document of this kind is about the case as a whole."
              : "A document of this kind is about one "
                  + kind.subject().label().toLowerCase(Locale.ROOT)
                  + ".",
          kind.subject() == Subject.NONE ? "Leave it out." : "Send its id.");
    }
    if (kind.has(Trait.EVIDENCE)) {
      fixity.requireSound(caseId);
    }
    Instant at = clock.instant();
    CaseData read = read(caseId, kind, subject);
    Map<String, String> form = known(caseId, actor.login());
    DocumentRegister.Made made =
        made(
            caseId,
            kind,
            subject,
            read,
            form,
            CaseModel.Made.now(at, name(actor), read.head()),
            templates.current(kind).id(),
            "DRAFT",
            actor.login());
    DocumentView view =
        register.draft(
            caseId,
            kind,
            subject,
            title(kind, subject, read),
            kind.id() + "-" + STAMP.format(at) + ".pdf",
            made,
            batch);
    checkLater(view);
    return view;
  }

  private CaseData read(CaseId caseId, DocumentKind kind, @Nullable UUID subject) {
    CaseData read = reader.read(caseId, kind, subject);
    if (subject == null) {
      return read;
    }
    boolean there =
        switch (kind.subject()) {
          case NONE, MESSAGE -> true;
          case DEFENDANT, VICTIM -> read.parties().stream().anyMatch(p -> p.id().equals(subject));
          case INSTRUMENT ->
              read.charges().instruments().stream()
                  .anyMatch(c -> c.instrument().id().equals(subject));
          case ITEM -> read.items().stream().anyMatch(i -> i.id().value().equals(subject));
        };
    if (!there || (read.message() != null && !read.message().caseId().equals(read.view().id()))) {
      throw new NotFound(kind.subject().label().toLowerCase(Locale.ROOT), subject);
    }
    return read;
  }

  private String name(Actor actor) {
    return logins.displayName(actor.login())
        + ", "
        + String.join(", ", actor.roles().stream().sorted().map(Role::label).toList());
  }

  private static String title(DocumentKind kind, @Nullable UUID subject, CaseData read) {
    String about =
        subject == null
            ? ""
            : switch (kind.subject()) {
              case NONE -> "";
              case DEFENDANT, VICTIM -> read.party(subject).title();
              case INSTRUMENT ->
                  read.charges().instruments().stream()
                      .filter(c -> c.instrument().id().equals(subject))
                      .map(c -> c.instrument().title())
                      .findFirst()
                      .orElse("");
              case ITEM ->
                  read.items().stream()
                      .filter(i -> i.id().value().equals(subject))
                      .map(i -> "item " + i.number())
                      .findFirst()
                      .orElse("");
              case MESSAGE ->
                  read.message() == null ? "" : "message " + read.message().summary().number();
            };
    return about.isEmpty() || about.equals(kind.label())
        ? kind.label()
        : kind.label() + ", " + about;
  }

  /** What the person wrote of themselves and the office in the newest document of the case. */
  private Map<String, String> known(CaseId caseId, String login) {
    Map<String, String> form = new LinkedHashMap<>();
    for (DocumentView earlier : of(caseId)) {
      if (earlier.status() == DocumentStatus.FINAL || !earlier.producedBy().equals(login)) {
        continue;
      }
      form(register.version(earlier.id().value(), earlier.version()).form)
          .forEach(
              (key, value) -> {
                if (key.matches("signer.*|unitedStatesAttorney")) {
                  form.putIfAbsent(key, value);
                }
              });
      break;
    }
    return form;
  }

  private DocumentRegister.Made made(
      CaseId caseId,
      DocumentKind kind,
      @Nullable UUID subject,
      CaseData read,
      Map<String, String> form,
      CaseModel.Made made,
      UUID template,
      String banner,
      String by) {
    Composed composed =
        PaperMaker.compose(templates.parsed(template), kind, subject, read, form, made);
    return stored(caseId, kind, subject, read, form, made, template, banner, by, composed);
  }

  private DocumentRegister.Made stored(
      CaseId caseId,
      DocumentKind kind,
      @Nullable UUID subject,
      CaseData read,
      Map<String, String> form,
      CaseModel.Made made,
      UUID template,
      String banner,
      String by,
      Composed composed) {
    JsonObject json = json(kind, made, composed);
    try (Vault.Arrival arrival = vault.arrive()) {
      int pages =
          PaperPdf.write(
              composed,
              sheet(kind, read, made, banner),
              CourtProfile.of(read.view().court()),
              attachments(kind, subject, json),
              clock.instant(),
              arrival);
      return new DocumentRegister.Made(
          template,
          json(form).toString(),
          composed.html(),
          json.toString(),
          arrival.keep(),
          pages,
          clock.instant(),
          by);
    } catch (IOException e) {
      throw new UncheckedIOException(caseId.toString(), e);
    }
  }

  private static PaperPdf.Sheet sheet(
      DocumentKind kind, CaseData read, CaseModel.Made made, String banner) {
    List<String> banners = new ArrayList<>();
    if (!banner.isEmpty()) {
      banners.add(banner);
    }
    if (kind.sealed()) {
      banners.add("FILED UNDER SEAL");
    }
    if (read.view().demonstration()) {
      banners.add("SYNTHETIC, modelled on public reports");
    }
    return new PaperPdf.Sheet(
        kind.label() + ", " + read.view().title(),
        read.view().docketNumber(),
        made.head(),
        String.join(" · ", banners),
        made.by());
  }

  private List<Attachment> attachments(DocumentKind kind, @Nullable UUID subject, JsonObject json)
      throws IOException {
    List<Attachment> attachments = new ArrayList<>();
    attachments.add(
        new Attachment(
            "data.json",
            "application/json",
            "What this document says, sentence by sentence, and from which records",
            json.toString().getBytes(StandardCharsets.UTF_8)));
    if (kind.subject() == Subject.MESSAGE && subject != null) {
      try (InputStream in = messages.raw(new MessageId(subject)).open(0)) {
        attachments.add(
            new Attachment(
                "message.eml",
                "message/rfc822",
                "The message as it was received, byte for byte",
                in.readAllBytes()));
      }
    }
    return attachments;
  }

  private static JsonObject json(DocumentKind kind, CaseModel.Made made, Composed composed) {
    return Json.createObjectBuilder(composed.json())
        .add("document", kind.id())
        .add(
            "made",
            Json.createObjectBuilder()
                .add("at", made.at().toString())
                .add("by", made.by())
                .add("custodyEntries", made.size())
                .add("custodyRoot", made.root()))
        .build();
  }

  private static JsonObject json(Map<String, String> form) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    new TreeMap<>(form).forEach(json::add);
    return json.build();
  }

  private static Map<String, String> form(String json) {
    Map<String, String> form = new LinkedHashMap<>();
    JsonText.object(json).forEach((key, value) -> form.put(key, ((JsonString) value).getString()));
    return form;
  }

  private static CaseModel.Made madeOf(DocumentVersion version) {
    JsonObject made = JsonText.object(version.data).getJsonObject("made");
    return new CaseModel.Made(
        Instant.parse(made.getString("at")),
        made.getString("by"),
        made.getJsonNumber("custodyEntries").longValue(),
        made.getString("custodyRoot"));
  }

  private void checkLater(DocumentView view) {
    DocumentVersion version = register.version(view.id().value(), view.version());
    conformity.later(version.id, version.sha256);
  }

  /**
   * Saves what was written in the form of a draft as its next version, made of the case as it
   * stands.
   *
   * @param read the version that was read
   * @param written everything in the form; what is left out is empty
   * @throws DocumentChanged if there is a newer version
   * @throws NotInThisStatus if it is no draft
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentView save(DocumentId id, int read, Map<String, String> written) {
    access.require(Action.PRODUCE_DOCUMENT);
    DocumentView document = get(id);
    Actor actor =
        access.require(Action.PRODUCE_DOCUMENT, document.caseId().value(), "document", id);
    requireDrafted(document);
    written.forEach(
        (key, text) -> {
          if (text.length() > MOST_WRITTEN) {
            throw new InvalidInput(
                key,
                text.length() + " characters are too many.",
                "Write at most " + MOST_WRITTEN + ", or attach an exhibit.");
          }
        });
    Instant at = clock.instant();
    CaseData data = read(document.caseId(), document.kind(), document.subject());
    DocumentView saved =
        register.save(
            id.value(),
            read,
            made(
                document.caseId(),
                document.kind(),
                document.subject(),
                data,
                written,
                CaseModel.Made.now(at, name(actor), data.head()),
                templates.current(document.kind()).id(),
                "DRAFT",
                actor.login()));
    checkLater(saved);
    return saved;
  }

  private static void requireDrafted(DocumentView document) {
    if (document.status() == DocumentStatus.FINAL) {
      throw new NotInThisStatus(
          document.title(), document.status(), "It was made at once; make it anew.");
    }
  }

  /** A document with what is to be done on it. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DraftView draft(DocumentId id) {
    DocumentView document = get(id);
    if (document.status() == DocumentStatus.FINAL) {
      return new DraftView(
          document, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }
    DocumentVersion version = register.version(id.value(), document.version());
    if (version.conformity == DocumentVersion.Conformity.PENDING) {
      conformity.later(version.id, version.sha256);
    }
    Composed composed = Composed.read(version.html, JsonText.object(version.data));
    Map<String, String> form = form(version.form);
    CaseData read = read(document.caseId(), document.kind(), document.subject());
    List<Redaction> redactions = redactions(document.kind(), composed, read, form);
    return new DraftView(
        document,
        composed.printed(Source.State.MISSING),
        composed.printed(Source.State.UNCERTAIN),
        composed.printed().stream()
            .filter(s -> s.kind().equals("form") && !s.field().startsWith("free."))
            .map(s -> new DraftView.Blank(s.field(), s.label(), form.getOrDefault(s.field(), "")))
            .distinct()
            .toList(),
        places(composed, form),
        checks(document, version, composed, read, redactions),
        redactions,
        form);
  }

  private static List<FreePlace> places(Composed composed, Map<String, String> form) {
    return composed.document().select("[data-free]").stream()
        .map(
            place -> {
              String key = "free." + place.attr("data-free");
              return new FreePlace(
                  key,
                  place.hasAttr("data-label") ? place.attr("data-label") : place.attr("data-free"),
                  place.hasAttr("data-required"),
                  !place.hasAttr("data-required") && !place.text().isBlank(),
                  form.getOrDefault(key, ""));
            })
        .distinct()
        .toList();
  }

  private static List<Redaction> redactions(
      DocumentKind kind, Composed composed, CaseData read, Map<String, String> form) {
    List<String> texts = new ArrayList<>();
    composed.statements().forEach(statement -> texts.add(statement.text()));
    composed.document().body().select("p, li, td, th").forEach(block -> texts.add(block.text()));
    texts.add(read.view().title());
    return Redactions.find(texts, read.parties(), kind.has(Trait.PEOPLE_HIDDEN), form);
  }

  private List<Check> checks(
      DocumentView document,
      DocumentVersion version,
      Composed composed,
      CaseData read,
      List<Redaction> redactions) {
    List<Check> checks = new ArrayList<>();
    checks.addAll(DocumentChecks.ofContent(document.kind(), composed));
    checks.add(
        DocumentChecks.ofPages(
            document.kind(), version.pages, CourtProfile.of(read.view().court())));
    if (document.kind().has(Trait.ELEMENTS)) {
      checks.add(elements(Objects.requireNonNull(document.subject())));
    }
    checks.add(DocumentChecks.ofRedactions(document.kind(), redactions));
    checks.add(DocumentChecks.ofFile(version.conformity, version.broken));
    checks.add(DocumentChecks.ofProfile(CourtProfile.of(read.view().court())));
    checks.add(DocumentChecks.ofDrift(drift(document, version, read)));
    return checks;
  }

  private Check elements(UUID instrument) {
    String name = "Proof of every element";
    if (!access.may(Action.VIEW_PROOF)) {
      return Check.look(name, "The proof is not for you to see.", "An attorney looks at it.");
    }
    try {
      boards.requireNoUnsignedGaps(instrument);
      return Check.well(name, "Every element of every count is supported, or its gap is signed.");
    } catch (UnsupportedElements gaps) {
      return Check.stop(name, gaps.detail(), gaps.next());
    }
  }

  private List<Drifted> drift(DocumentView document, DocumentVersion version, CaseData now) {
    Composed then = Composed.read(version.html, JsonText.object(version.data));
    Composed today =
        PaperMaker.compose(
            templates.parsed(version.templateId),
            document.kind(),
            document.subject(),
            now,
            form(version.form),
            madeOf(version));
    return Drifted.between(then.statements(), today.statements());
  }

  /**
   * The sentences of a document that the case as it stands does not say any more, each with what it
   * would say now; empty while all are true.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Drifted> drift(DocumentId id) {
    DocumentView document = get(id);
    if (document.status() == DocumentStatus.FINAL) {
      return List.of();
    }
    return drift(
        document,
        register.version(id.value(), document.version()),
        read(document.caseId(), document.kind(), document.subject()));
  }

  /** What is different between two versions, sentence by sentence, with the records behind. */
  public List<Drifted> compare(DocumentId id, int from, int to) {
    get(id);
    return Drifted.between(statements(id, from), statements(id, to));
  }

  private List<Statement> statements(DocumentId id, int number) {
    DocumentVersion version = register.version(id.value(), number);
    return Composed.read(version.html, JsonText.object(version.data)).statements();
  }

  /** The versions, the newest first. */
  public List<VersionView> versions(DocumentId id) {
    get(id);
    return register.versions(id.value());
  }

  /** Puts a draft before an attorney. */
  public DocumentView submit(DocumentId id) {
    access.require(Action.PRODUCE_DOCUMENT);
    DocumentView document = get(id);
    Actor actor =
        access.require(Action.PRODUCE_DOCUMENT, document.caseId().value(), "document", id);
    return register.move(
        id.value(),
        List.of(DocumentStatus.DRAFT),
        DocumentStatus.IN_REVIEW,
        actor.login(),
        "",
        null,
        "");
  }

  /**
   * Gives a document back to be written on.
   *
   * @param note what is to be mended
   */
  public DocumentView giveBack(DocumentId id, String note) {
    access.require(Action.APPROVE_DOCUMENT);
    DocumentView document = get(id);
    Actor actor =
        access.require(Action.APPROVE_DOCUMENT, document.caseId().value(), "document", id);
    if (note.isBlank()) {
      throw new InvalidInput("note", "Nothing is said.", "Say what is to be mended.");
    }
    return register.move(
        id.value(),
        List.of(DocumentStatus.IN_REVIEW, DocumentStatus.APPROVED),
        DocumentStatus.DRAFT,
        actor.login(),
        note.strip(),
        null,
        "");
  }

  /**
   * Stands by a document as it was reviewed: the same words, without the word draft. Its file is
   * looked at by veraPDF before it is entered.
   *
   * @throws NotReleasable if something stands in the way
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentView approve(DocumentId id) {
    access.require(Action.APPROVE_DOCUMENT);
    DocumentView document = get(id);
    Actor actor =
        access.require(Action.APPROVE_DOCUMENT, document.caseId().value(), "document", id);
    requireDrafted(document);
    if (document.status() != DocumentStatus.IN_REVIEW) {
      throw new NotInThisStatus(
          document.title(), document.status(), "Only what is in review is approved.");
    }
    DocumentVersion version = register.version(id.value(), document.version());
    if (version.conformity == DocumentVersion.Conformity.PENDING) {
      conformity.now(version.id, version.sha256);
    }
    DraftView draft = draft(id);
    List<Check> stopping =
        draft.checks().stream().filter(c -> c.outcome() == Check.Outcome.STOP).toList();
    if (!stopping.isEmpty()) {
      throw new NotReleasable(document.title(), stopping);
    }
    CaseData read = read(document.caseId(), document.kind(), document.subject());
    CaseModel.Made made = madeOf(version);
    DocumentRegister.Made approved =
        stored(
            document.caseId(),
            document.kind(),
            document.subject(),
            read,
            form(version.form),
            made,
            version.templateId,
            "",
            actor.login(),
            Composed.read(version.html, JsonText.object(version.data)));
    List<String> broken = conformity.broken(approved.object().sha256());
    if (!broken.isEmpty()) {
      throw new NotReleasable(
          document.title(),
          List.of(
              DocumentChecks.ofFile(DocumentVersion.Conformity.FAILED, String.join("\n", broken))));
    }
    return register.approve(
        id.value(),
        document.version(),
        approved,
        draft.checks().stream()
            .filter(c -> c.outcome() == Check.Outcome.LOOK)
            .map(Check::detail)
            .toList());
  }

  /**
   * Notes that an approved document was filed, or sent.
   *
   * @param docketEntry its number on the docket; may be empty
   */
  public DocumentView file(DocumentId id, LocalDate on, String docketEntry) {
    access.require(Action.PRODUCE_DOCUMENT);
    DocumentView document = get(id);
    Actor actor =
        access.require(Action.PRODUCE_DOCUMENT, document.caseId().value(), "document", id);
    if (on.isAfter(LocalDate.now(clock).plusDays(1))) {
      throw new InvalidInput("on", on + " is to come.", "Enter the day it was filed.");
    }
    return register.move(
        id.value(),
        List.of(DocumentStatus.APPROVED),
        DocumentStatus.FILED,
        actor.login(),
        "",
        on,
        docketEntry.strip());
  }

  /** The pages of a message, as a message exhibit has them, without its files. */
  public byte[] messagePages(CaseId caseId, UUID message) {
    Actor actor = access.require(Action.READ_DOCUMENT, caseId.value());
    DocumentKind kind = DocumentKind.MESSAGE_EXHIBIT;
    CaseData read = read(caseId, kind, message);
    CaseModel.Made made = CaseModel.Made.now(clock.instant(), name(actor), read.head());
    Composed composed =
        PaperMaker.compose(
            templates.parsed(templates.current(kind).id()), kind, message, read, Map.of(), made);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try {
      PaperPdf.write(
          composed,
          sheet(kind, read, made, ""),
          CourtProfile.of(read.view().court()),
          List.of(),
          clock.instant(),
          out);
    } catch (IOException e) {
      throw new UncheckedIOException(caseId.toString(), e);
    }
    return out.toByteArray();
  }

  /** Whether the office has a key to sign with. */
  public boolean signs() {
    return key.configured();
  }

  /**
   * Signs an approved document with the key of the office; a time stamp is added where one is
   * configured.
   *
   * @throws NoSigningKey if there is no key
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentView sign(DocumentId id) {
    access.require(Action.APPROVE_DOCUMENT);
    DocumentView document = get(id);
    Actor actor =
        access.require(Action.APPROVE_DOCUMENT, document.caseId().value(), "document", id);
    if (document.status() != DocumentStatus.APPROVED) {
      throw new NotInThisStatus(
          document.title(), document.status(), "Only what is approved is signed.");
    }
    OfficeKey.Signer signer = key.signer();
    String name = logins.displayName(actor.login());
    try (InputStream in = vault.open(document.sha256()).open(0);
        Vault.Arrival arrival = vault.arrive()) {
      byte[] signed =
          Pades.sign(in.readAllBytes(), signer, key.timeStamps(), name, clock.instant());
      List<String> broken = Conformance.broken(() -> new java.io.ByteArrayInputStream(signed));
      if (!broken.isEmpty()) {
        throw new NotReleasable(
            document.title(),
            List.of(
                DocumentChecks.ofFile(
                    DocumentVersion.Conformity.FAILED, String.join("\n", broken))));
      }
      arrival.write(signed, 0, signed.length);
      return register.signed(id.value(), document.version(), arrival.keep(), name, actor.login());
    } catch (IOException e) {
      NoSigningKey refusal = new NoSigningKey(String.valueOf(e.getMessage()));
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** The signatures of the newest version, verified now. */
  public List<SignatureView> signatures(DocumentId id) {
    DocumentView document = get(id);
    try (InputStream in = vault.open(document.sha256()).open(0)) {
      return Signatures.verify(in.readAllBytes(), key.trusted(), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body as a page of its own, values with the records they come from; nothing in it runs. */
  public String html(DocumentId id) {
    DocumentView document = get(id);
    requireDrafted(document);
    DocumentVersion version = register.version(id.value(), document.version());
    return AccessibleHtml.page(
        document.title(), Composed.read(version.html, JsonText.object(version.data)));
  }

  /** The document for a word processor, as it stands. */
  public byte[] word(DocumentId id) {
    DocumentView document = get(id);
    requireDrafted(document);
    DocumentVersion version = register.version(id.value(), document.version());
    downloaded(document, "Word");
    return WordFile.of(
        document.title(), Composed.read(version.html, JsonText.object(version.data)));
  }

  /**
   * A public copy: made anew from the same words and data with what is redacted taken out before
   * the pages are made, so that it is nowhere in the file. The original of a message is not
   * attached where anything is redacted.
   *
   * @throws InvalidInput if the document is never public
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public byte[] publicCopy(DocumentId id) {
    DocumentView document = get(id);
    requireDrafted(document);
    if (document.kind().sealed()) {
      throw new InvalidInput(
          "document",
          "A " + document.kind().label().toLowerCase(Locale.ROOT) + " is not public.",
          "File it under seal.");
    }
    DocumentVersion version = register.version(id.value(), document.version());
    Composed composed = Composed.read(version.html, JsonText.object(version.data));
    CaseData read = read(document.caseId(), document.kind(), document.subject());
    List<Redaction> redactions = redactions(document.kind(), composed, read, form(version.form));
    CaseModel.Made made = madeOf(version);
    boolean draft =
        document.status() == DocumentStatus.DRAFT || document.status() == DocumentStatus.IN_REVIEW;
    byte[] copy =
        PublicCopy.of(
            document.kind(),
            composed,
            sheet(document.kind(), read, made, draft ? "DRAFT" : ""),
            CourtProfile.of(read.view().court()),
            redactions,
            json(document.kind(), made, composed),
            clock.instant());
    downloaded(document, "public copy");
    return copy;
  }

  /** The documents of a case, newest first. */
  public List<DocumentView> of(CaseId caseId) {
    access.require(Action.READ_DOCUMENT, caseId.value());
    return register.of(caseId);
  }

  /** One document. */
  public DocumentView get(DocumentId id) {
    access.require(Action.READ_DOCUMENT);
    Document document = register.find(id.value());
    if (document == null) {
      throw new NotFound("document", id);
    }
    access.require(Action.READ_DOCUMENT, document.caseId, "document", id);
    return document.view();
  }

  /** The bytes of the newest version; an audit row says who took them. */
  public ByteSource download(DocumentId id) {
    DocumentView document = get(id);
    downloaded(document, document.length() + " bytes");
    return vault.open(document.sha256());
  }

  private void downloaded(DocumentView document, String what) {
    register.downloaded(document, access.actor().login(), what);
  }
}
