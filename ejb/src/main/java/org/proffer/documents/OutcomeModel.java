package org.proffer.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Disposition;
import org.proffer.charges.PleaAgreement;
import org.proffer.law.sentencing.Term;
import org.proffer.parties.Certainty;
import org.proffer.parties.Party;
import org.proffer.parties.PartyRole;
import org.proffer.records.RecordView;
import org.proffer.sentencing.CountTerm;
import org.proffer.sentencing.Forfeiture;
import org.proffer.sentencing.Restitution;
import org.proffer.sentencing.Sentence;

/** Pleas, agreements and sentences of defendants as a template prints them. */
final class OutcomeModel {
  private final CaseData data;
  private final Traces traces;

  OutcomeModel(CaseData data, Traces traces) {
    this.data = data;
    this.traces = traces;
  }

  /** How it ends for every defendant, a line each. */
  List<Map<String, Object>> all() {
    return data.parties().stream()
        .filter(p -> p.content().role() == PartyRole.DEFENDANT)
        .map(this::line)
        .toList();
  }

  private Map<String, Object> line(RecordView<Party> party) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("designation", Printable.text(party.content().designation()));
    values.put(
        "name", traces.of(party, "name", party.content().name(), party.content().certainty()));
    values.put("convicted", convicted(party.id()));
    RecordView<Sentence> sentence = newest(party.id());
    values.put("sentence", sentence == null ? "" : imprisonment(sentence));
    return values;
  }

  private String convicted(UUID party) {
    return String.join(
        "; ",
        data.dispositions().stream()
            .filter(d -> d.content().defendants().contains(party))
            .map(
                d ->
                    traces.of(
                        d,
                        "step",
                        Objects.requireNonNull(d.content().step()).label() + when(d.content()),
                        d.content().certainty()))
            .toList());
  }

  private static String when(Disposition disposition) {
    LocalDate on = disposition.on();
    return on == null ? "" : " " + ModelWords.day(on, disposition.precision());
  }

  private @Nullable RecordView<Sentence> newest(UUID party) {
    return data.sentences().stream()
        .filter(s -> party.equals(s.content().defendant()))
        .filter(s -> data.sentences().stream().noneMatch(o -> s.id().equals(o.content().amends())))
        .reduce((first, later) -> later)
        .orElse(null);
  }

  /** Everything about one defendant. */
  Map<String, Object> of(UUID party, ChargeModel charges) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("convictions", convictions(party, charges));
    values.put("charged", charged(party, charges));
    values.put("dismissed", steps(party, Disposition.Step.DISMISSED));
    values.put("pleas", pleas(party));
    values.put("agreement", agreement(party));
    values.put("forfeitures", List.of());
    values.put("restitution", List.of());
    RecordView<Sentence> sentence = newest(party);
    values.put("sentenced", sentence != null);
    if (sentence != null) {
      sentence(values, sentence);
    }
    return values;
  }

  private List<Map<String, Object>> convictions(UUID party, ChargeModel charges) {
    return data.charges().instruments().stream()
        .flatMap(
            charged ->
                charged.counts().stream()
                    .filter(line -> convicts(line, party))
                    .map(line -> charges.count(charged.instrument(), line)))
        .toList();
  }

  private static boolean convicts(ChargeSheet.Line line, UUID party) {
    return line.standings().stream()
        .anyMatch(
            s -> {
              Disposition.Step step = s.step();
              return s.party().equals(party) && step != null && step.convicts();
            });
  }

  private List<Map<String, Object>> charged(UUID party, ChargeModel charges) {
    return data.charges().instruments().stream()
        .filter(charged -> charged.supersededBy() == null)
        .flatMap(
            charged ->
                charged.counts().stream()
                    .filter(
                        line -> line.standings().stream().anyMatch(s -> s.party().equals(party)))
                    .map(line -> charges.count(charged.instrument(), line)))
        .toList();
  }

  private List<Map<String, Object>> pleas(UUID party) {
    return data.dispositions().stream()
        .filter(d -> d.content().defendants().contains(party))
        .filter(d -> Objects.requireNonNull(d.content().step()).convicts())
        .map(this::disposition)
        .toList();
  }

  private List<Map<String, Object>> steps(UUID party, Disposition.Step step) {
    return data.dispositions().stream()
        .filter(d -> d.content().defendants().contains(party) && d.content().step() == step)
        .map(this::disposition)
        .toList();
  }

  private Map<String, Object> disposition(RecordView<Disposition> view) {
    Disposition content = view.content();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "step",
        traces.of(
            view,
            "step",
            Objects.requireNonNull(content.step()).label().toLowerCase(java.util.Locale.ROOT),
            content.certainty()));
    LocalDate on = content.on();
    values.put(
        "on",
        on == null
            ? traces.missing("day of the plea or verdict", view, "on", "Enter it.")
            : traces.of(view, "on", ModelWords.day(on, content.precision()), content.certainty()));
    values.put("counts", traces.of(view, "counts", numbers(content.counts()), content.certainty()));
    return values;
  }

  private String numbers(List<UUID> counts) {
    List<Integer> numbers =
        data.charges().instruments().stream()
            .flatMap(charged -> charged.counts().stream())
            .filter(line -> counts.contains(line.count().id()))
            .map(line -> line.count().content().number())
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    return (numbers.size() == 1 ? "Count " : "Counts ")
        + ModelWords.list(numbers.stream().map(Object::toString).toList());
  }

  private Map<String, Object> agreement(UUID party) {
    RecordView<PleaAgreement> view =
        data.agreements().stream()
            .filter(a -> party.equals(a.content().defendant()))
            .reduce((first, later) -> later)
            .orElse(null);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("exists", view != null);
    if (view == null) {
      String missing =
          traces.missing("plea agreement", "plea-agreement", "Add the plea agreement to the case.");
      for (String key : List.of("range", "cap", "fine", "terms", "type", "date")) {
        values.put(key, key.equals("type") ? missing : "");
      }
      values.put("cooperation", false);
      values.put("binding", false);
      values.put("recommendation", false);
      return values;
    }
    PleaAgreement content = view.content();
    Certainty certainty = content.certainty();
    values.put(
        "range",
        content.rangeFrom() == null || content.rangeTo() == null
            ? ""
            : traces.of(
                view,
                "rangeFrom",
                content.rangeFrom() + " to " + content.rangeTo() + " months",
                certainty));
    values.put(
        "cap",
        content.cap() == null ? "" : traces.of(view, "cap", content.cap() + " months", certainty));
    values.put("fine", money(view, "fine", content.fine(), certainty));
    values.put("terms", traces.of(view, "terms", content.terms(), certainty));
    values.put("cooperation", content.cooperation());
    PleaAgreement.Type type = content.type();
    values.put(
        "type",
        type == null
            ? traces.missing(
                "type of the agreement under Rule 11(c)(1)", view, "type", "Choose it.")
            : traces.of(view, "type", type.label(), certainty));
    values.put("binding", type == PleaAgreement.Type.BINDING);
    values.put("recommendation", type == PleaAgreement.Type.RECOMMENDATION);
    values.put(
        "date",
        content.on() == null ? "" : traces.of(view, "on", ModelWords.day(content.on()), certainty));
    return values;
  }

  private String money(
      RecordView<?> view,
      String field,
      @Nullable BigDecimal amount,
      @Nullable Certainty certainty) {
    return amount == null ? "" : traces.of(view, field, ModelWords.dollars(amount), certainty);
  }

  private String imprisonment(RecordView<Sentence> view) {
    Term term = view.content().term();
    return traces.of(
        view,
        "months",
        term == null ? "no imprisonment" : term.words(),
        view.content().certainty());
  }

  private void sentence(Map<String, Object> values, RecordView<Sentence> view) {
    Sentence content = view.content();
    Certainty certainty = content.certainty();
    values.put(
        "imposedOn",
        content.imposedOn() == null
            ? traces.missing("day the sentence was imposed", view, "imposedOn", "Enter it.")
            : traces.of(view, "imposedOn", ModelWords.day(content.imposedOn()), certainty));
    values.put("imprisoned", content.term() != null);
    values.put("imprisonment", imprisonment(view));
    Integer release = content.supervisedRelease();
    values.put(
        "supervisedRelease",
        release == null
            ? ""
            : traces.of(view, "supervisedRelease", ModelWords.term(release), certainty));
    Integer probation = content.probation();
    values.put(
        "probation",
        probation == null
            ? ""
            : traces.of(view, "probation", ModelWords.term(probation), certainty));
    values.put(
        "assessment",
        content.assessment() == null
            ? traces.missing(
                "special assessment",
                view,
                "assessment",
                "Enter it in the sentence (18 U.S.C. 3013).")
            : money(view, "assessment", content.assessment(), certainty));
    values.put(
        "fine",
        content.fine() == null
            ? traces.of(view, "fine", "none recorded", Certainty.UNCONFIRMED)
            : money(view, "fine", content.fine(), certainty));
    values.put(
        "restitutionOrder",
        content.restitution() == null
            ? traces.of(view, "restitution", "none recorded", Certainty.UNCONFIRMED)
            : traces.of(view, "restitution", content.restitution().label(), certainty));
    values.put(
        "restitutionUntil",
        content.restitutionUntil() == null
            ? ""
            : traces.of(
                view, "restitutionUntil", ModelWords.day(content.restitutionUntil()), certainty));
    values.put(
        "restitutionTotal",
        total(
            view,
            ofSentence(data.restitutions(), view, Restitution::sentence)
                .map(r -> r.content().amount())
                .toList()));
    values.put("conditions", traces.of(view, "conditions", content.conditions(), certainty));
    values.put(
        "range",
        content.rangeFrom() == null || content.rangeTo() == null
            ? traces.missing(
                "guideline range found by the court",
                view,
                "rangeFrom",
                "Enter it in the sentence.")
            : traces.of(
                view,
                "rangeFrom",
                content.rangeFrom() + " to " + content.rangeTo() + " months",
                certainty));
    values.put(
        "position",
        content.position() == null
            ? traces.missing(
                "place of the sentence against the range",
                view,
                "position",
                "Choose it in the sentence.")
            : traces.of(view, "position", content.position().label(), certainty));
    values.put(
        "why",
        content.why().isEmpty()
            ? traces.missing("reasons of the court", view, "why", "Enter them in the sentence.")
            : traces.of(view, "why", content.why(), certainty));
    values.put("loss", money(view, "loss", content.loss(), certainty));
    values.put("gain", money(view, "gain", content.gain(), certainty));
    values.put(
        "terms", ofSentence(data.terms(), view, CountTerm::sentence).map(this::countTerm).toList());
    values.put(
        "restitution",
        ofSentence(data.restitutions(), view, Restitution::sentence)
            .map(this::restitution)
            .toList());
    values.put(
        "forfeitures",
        ofSentence(data.forfeitures(), view, Forfeiture::sentence).map(this::forfeiture).toList());
  }

  private String total(RecordView<Sentence> view, List<@Nullable BigDecimal> amounts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal amount : amounts) {
      sum = amount == null ? sum : sum.add(amount);
    }
    return amounts.isEmpty()
        ? ""
        : traces.of(view, "restitution", ModelWords.dollars(sum), view.content().certainty());
  }

  private static <C extends Record> Stream<RecordView<C>> ofSentence(
      List<RecordView<C>> all,
      RecordView<Sentence> sentence,
      java.util.function.Function<C, @Nullable UUID> of) {
    return all.stream().filter(r -> sentence.id().equals(of.apply(r.content())));
  }

  private Map<String, Object> countTerm(RecordView<CountTerm> view) {
    CountTerm content = view.content();
    Map<String, Object> values = new LinkedHashMap<>();
    Term term = content.term();
    values.put("counts", traces.of(view, "counts", numbers(content.counts()), null));
    values.put(
        "term", traces.of(view, "months", term == null ? "no imprisonment" : term.words(), null));
    values.put(
        "runs",
        traces.of(
            view,
            "runs",
            content.runs() == CountTerm.Runs.CONSECUTIVE ? "consecutively" : "concurrently",
            null));
    return values;
  }

  private Map<String, Object> restitution(RecordView<Restitution> view) {
    Restitution content = view.content();
    UUID party = content.party();
    String name = party == null ? content.payee() : data.party(party).content().name();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("payee", traces.of(view, "party", name, content.certainty()));
    values.put(
        "initials", traces.of(view, "party", ModelWords.initials(name), content.certainty()));
    values.put("amount", money(view, "amount", content.amount(), content.certainty()));
    values.put(
        "joint",
        traces.of(
            view,
            "jointWith",
            String.join(
                ", ",
                content.jointWith().stream()
                    .map(d -> data.party(d).content().designation())
                    .toList()),
            content.certainty()));
    values.put("federal", name.contains("United States"));
    return values;
  }

  private Map<String, Object> forfeiture(RecordView<Forfeiture> view) {
    Forfeiture content = view.content();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "type",
        traces.of(
            view,
            "type",
            content.type() == null ? "" : content.type().label(),
            content.certainty()));
    values.put("money", content.type() == Forfeiture.Type.MONEY_JUDGMENT);
    values.put(
        "description", traces.of(view, "description", content.description(), content.certainty()));
    values.put("amount", money(view, "amount", content.amount(), content.certainty()));
    return values;
  }
}
