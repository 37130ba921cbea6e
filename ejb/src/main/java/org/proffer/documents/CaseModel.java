package org.proffer.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.exhibits.Exhibit;
import org.proffer.ledger.Head;
import org.proffer.parties.Certainty;
import org.proffer.parties.Party;
import org.proffer.parties.PartyRole;
import org.proffer.parties.Representation;
import org.proffer.records.RecordView;

/**
 * A case as the maps, lists, words and truths that templates print. Every word that is of the case
 * names the record it came from. Holds no object with a method worth calling.
 */
final class CaseModel {
  private final CaseData data;
  private final Traces traces;
  private final Filling filling;
  private final CourtProfile profile;

  CaseModel(CaseData data, CourtProfile profile, Traces traces, Filling filling) {
    this.data = data;
    this.profile = profile;
    this.traces = traces;
    this.filling = filling;
  }

  /**
   * When, by whom and on which state of the custody log a document was made; kept with the
   * document, so that only the case can make it drift.
   *
   * @param size entries of the custody log; 0 before its first head
   * @param root of the log; empty before its first head
   */
  record Made(Instant at, String by, long size, String root) {
    static Made now(Instant at, String by, @Nullable Head head) {
      return head == null
          ? new Made(at, by, 0, "")
          : new Made(at, by, head.size(), head.root().toString());
    }

    /** In short, for the foot of each page. */
    String head() {
      return root.isEmpty()
          ? ""
          : "Custody head "
              + size
              + "/"
              + (root.length() > 12 ? root.substring(0, 12) + "…" : root);
    }
  }

  /** Everything, for a kind of document about a subject. */
  Map<String, Object> of(DocumentKind kind, @Nullable UUID subject, Made made) {
    Map<String, Object> model = new LinkedHashMap<>();
    boolean civil = kind.has(DocumentKind.Trait.CIVIL);
    model.put("court", court());
    model.put("case", theCase(civil));
    model.put("document", document(kind));
    model.put("made", made(made));
    List<Map<String, Object>> defendants = parties(PartyRole.DEFENDANT);
    model.put("defendants", defendants);
    model.put("severalDefendants", defendants.size() > 1);
    model.put("victims", parties(PartyRole.VICTIM));
    model.put("witnesses", witnesses());
    model.put("agents", parties(PartyRole.AGENT));
    model.put("counsel", counsel());
    ChargeModel charges = new ChargeModel(data, traces, filling, profile);
    model.put("instrument", charges.instrument(kind, subject));
    model.put("facts", charges.facts());
    model.put("gaps", data.gaps().stream().map(Printable::text).toList());
    OutcomeModel outcomes = new OutcomeModel(data, traces);
    boolean ofDefendant = kind.subject() == DocumentKind.Subject.DEFENDANT && subject != null;
    boolean ofVictim = kind.subject() == DocumentKind.Subject.VICTIM && subject != null;
    model.put(
        "defendant", ofDefendant ? party(data.party(Objects.requireNonNull(subject))) : Map.of());
    List<?> named =
        ofDefendant ? List.of(Objects.requireNonNull(model.get("defendant"))) : defendants;
    model.put("captioned", named);
    model.put("severalCaptioned", named.size() > 1);
    model.put("victim", ofVictim ? party(data.party(Objects.requireNonNull(subject))) : Map.of());
    model.put(
        "outcome", ofDefendant ? outcomes.of(Objects.requireNonNull(subject), charges) : Map.of());
    model.put("outcomes", kind.has(DocumentKind.Trait.OUTCOMES) ? outcomes.all() : List.of());
    EvidenceModel evidence = new EvidenceModel(data, traces);
    model.put("items", evidence.items());
    model.put("item", evidence.item(kind, subject));
    model.put("exhibits", evidence.exhibits());
    model.put("messages", evidence.totals());
    model.put("message", evidence.message());
    model.put("timeline", evidence.timeline());
    model.put(
        "upcoming",
        evidence.timelineFrom(LocalDate.ofInstant(made.at(), java.time.ZoneOffset.UTC)));
    return model;
  }

  private Map<String, Object> court() {
    Map<String, Object> court = new LinkedHashMap<>();
    court.put("district", Printable.text(profile.district()));
    court.put("districtName", title(profile.district()));
    court.put("division", Printable.text(profile.division()));
    court.put("service", Printable.text(profile.service()));
    court.put("numbersDefendants", profile.numbersDefendants());
    court.put(
        "briefPages", profile.briefPages() == 0 ? "" : Integer.toString(profile.briefPages()));
    court.put("profileConfirmed", profile.confirmed());
    return court;
  }

  private static String title(String upper) {
    StringBuilder title = new StringBuilder();
    for (String word : upper.toLowerCase(Locale.ROOT).split(" ", -1)) {
      title
          .append(title.length() == 0 ? "" : " ")
          .append(
              word.equals("of") || word.equals("the")
                  ? word
                  : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return title.toString();
  }

  private Source caseField(String field, String label) {
    return new Source(
        "case",
        data.view().id().toString(),
        data.caseVersion(),
        field,
        Source.State.SAID,
        label,
        "");
  }

  private String caseValue(String field, String label, String value, String next) {
    Source source = caseField(field, label);
    return value.isEmpty()
        ? traces.around(
            new Source(
                source.kind(),
                source.record(),
                source.version(),
                field,
                Source.State.MISSING,
                label,
                next),
            "[" + label + "]")
        : traces.of(source, value);
  }

  private Map<String, Object> theCase(boolean civil) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("title", traces.of(caseField("title", "title of the case"), data.view().title()));
    values.put(
        "docket",
        caseValue(
            "docketNumber",
            "case number",
            data.view().docketNumber(),
            "Enter it in the case, once the court has given one."));
    values.put(
        "judge",
        caseValue("judge", "judge", data.view().judge(), "Enter it in the case, once assigned."));
    values.put("hasJudge", !data.view().judge().isEmpty());
    values.put("status", traces.of(caseField("status", "status"), data.view().status().label()));
    values.put("demonstration", data.view().demonstration());
    values.put("sealed", data.view().sealed());
    values.put("civil", civil);
    return values;
  }

  private static Map<String, Object> document(DocumentKind kind) {
    return Map.of(
        "code",
        kind.code(),
        "title",
        kind.label(),
        "titleUpper",
        kind.label().toUpperCase(Locale.ROOT),
        "sealed",
        kind.sealed());
  }

  private Map<String, Object> made(Made made) {
    return Map.of(
        "at",
        ModelWords.moment(made.at()),
        "by",
        Printable.text(made.by()),
        "hasHead",
        !made.root().isEmpty(),
        "size",
        ModelWords.number(made.size()),
        "root",
        made.root());
  }

  private List<Map<String, Object>> parties(PartyRole role) {
    return data.parties().stream()
        .filter(p -> p.content().role() == role)
        .map(this::party)
        .toList();
  }

  /** The witnesses, and whoever else sponsors an exhibit, each with the exhibits. */
  private List<Map<String, Object>> witnesses() {
    return data.parties().stream()
        .filter(p -> p.content().role() == PartyRole.WITNESS || !sponsored(p.id()).isEmpty())
        .map(
            p -> {
              Map<String, Object> values = party(p);
              values.put(
                  "exhibits",
                  sponsored(p.id()).stream()
                      .map(e -> traces.of(e, "witness", e.content().marked().toString(), null))
                      .toList());
              return values;
            })
        .toList();
  }

  private List<RecordView<Exhibit>> sponsored(UUID party) {
    return data.exhibits().stream().filter(e -> party.equals(e.content().witness())).toList();
  }

  private Map<String, Object> party(RecordView<Party> view) {
    Party party = view.content();
    Map<String, Object> values = new LinkedHashMap<>();
    Certainty certainty = party.certainty();
    values.put("name", traces.of(view, "name", party.name(), certainty));
    values.put("upper", traces.of(view, "name", party.name().toUpperCase(Locale.ROOT), certainty));
    values.put("initials", traces.of(view, "name", ModelWords.initials(party.name()), certainty));
    values.put("designation", traces.of(view, "defendantNumber", party.designation(), certainty));
    values.put("description", traces.of(view, "description", party.description(), certainty));
    values.put("address", traces.of(view, "address", party.address(), certainty));
    values.put("role", party.role().label());
    values.put("id", view.id().toString());
    values.put("counsel", counselOf(view.id()));
    return values;
  }

  private List<Map<String, Object>> counsel() {
    return data.representations().stream().map(this::represents).toList();
  }

  private List<Map<String, Object>> counselOf(UUID party) {
    return data.representations().stream()
        .filter(r -> party.equals(r.content().party()) && r.content().until() == null)
        .map(this::represents)
        .toList();
  }

  private Map<String, Object> represents(RecordView<Representation> view) {
    UUID counsel = Objects.requireNonNull(view.content().counsel());
    RecordView<Party> party = data.party(counsel);
    Party of = data.party(Objects.requireNonNull(view.content().party())).content();
    List<String> engagement = new ArrayList<>();
    Representation.Engagement how = view.content().engagement();
    if (how != null) {
      engagement.add(how.label());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "name", traces.of(party, "name", party.content().name(), party.content().certainty()));
    values.put(
        "of",
        Printable.text(
            of.designation().isEmpty() ? of.name() : of.designation() + " " + of.name()));
    values.put("engagement", String.join("", engagement));
    values.put("address", traces.of(party, "address", party.content().address(), null));
    values.put("email", traces.of(party, "email", party.content().email(), null));
    values.put("telephone", traces.of(party, "telephone", party.content().telephone(), null));
    return values;
  }
}
