package org.proffer.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Count;
import org.proffer.charges.Instrument;
import org.proffer.evidence.EvidenceView;
import org.proffer.facts.CaseFact;
import org.proffer.facts.FactSource;
import org.proffer.law.fraud.Element;
import org.proffer.law.fraud.Fine;
import org.proffer.law.fraud.Offender;
import org.proffer.law.fraud.PenaltyTier;
import org.proffer.law.fraud.Statute;
import org.proffer.law.fraud.Statutes;
import org.proffer.parties.Party;
import org.proffer.records.RecordView;

/**
 * Charges and proof as a template prints them: each count in the words of its statute, with the
 * facts of its penalty tier (Apprendi), and its elements with what supports them.
 */
final class ChargeModel {
  private static final Pattern BLANK = Pattern.compile("\\{([a-z-]+)}");

  /**
   * Words of a penalty under which forfeiture is sought where the catalogue of offences has none.
   */
  private static final String GENERAL_FORFEITURE = "18 U.S.C. 981(a)(1)(C) and 28 U.S.C. 2461(c)";

  private final CaseData data;
  private final Traces traces;
  private final Filling filling;
  private final CourtProfile profile;

  ChargeModel(CaseData data, Traces traces, Filling filling, CourtProfile profile) {
    this.data = data;
    this.traces = traces;
    this.filling = filling;
    this.profile = profile;
  }

  /** The instrument a document is about: the chosen one, else the newest that stands. */
  Optional<ChargeSheet.Charged> charged(DocumentKind kind, @Nullable UUID subject) {
    List<ChargeSheet.Charged> all = data.charges().instruments();
    if (kind.subject() == DocumentKind.Subject.INSTRUMENT) {
      return all.stream().filter(c -> c.instrument().id().equals(subject)).findFirst();
    }
    return all.stream().filter(c -> c.supersededBy() == null).reduce((first, later) -> later);
  }

  Map<String, Object> instrument(DocumentKind kind, @Nullable UUID subject) {
    Optional<ChargeSheet.Charged> charged = charged(kind, subject);
    if (charged.isEmpty()) {
      Map<String, Object> none = new LinkedHashMap<>();
      none.put("exists", false);
      none.put("name", traces.missing("charging instrument", "instrument", "Add an instrument."));
      none.put("type", "");
      none.put("filed", "");
      none.put("superseding", false);
      none.put("counts", List.of());
      none.put("statutes", List.of());
      none.put("forfeiture", "");
      none.put("hasForfeiture", false);
      none.put("feloniesByInformation", false);
      none.put("countNumbers", "");
      return none;
    }
    RecordView<Instrument> view = charged.get().instrument();
    Instrument instrument = view.content();
    Map<String, Object> values = new LinkedHashMap<>();
    String name = Objects.requireNonNull(instrument.type()).label();
    values.put("exists", true);
    values.put("name", traces.of(view, "type", name, null));
    values.put("type", traces.of(view, "type", name.toUpperCase(Locale.ROOT), null));
    LocalDate filed = instrument.filed();
    values.put(
        "filed",
        filed == null
            ? ""
            : traces.of(view, "filed", ModelWords.day(filed), instrument.certainty()));
    values.put("superseding", name.startsWith("Superseding"));
    List<Map<String, Object>> counts =
        charged.get().counts().stream().map(line -> count(view, line)).toList();
    values.put("counts", counts);
    values.put("countNumbers", ranges(charged.get().counts()));
    values.put("statutes", statutes(charged.get().counts()));
    values.put("forfeiture", forfeiture(charged.get().counts()));
    values.put("hasForfeiture", !charged.get().counts().isEmpty());
    return values;
  }

  /** {@code Counts 1 through 7}. */
  private static String ranges(List<ChargeSheet.Line> counts) {
    List<Integer> numbers =
        counts.stream()
            .map(c -> c.count().content().number())
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (numbers.isEmpty()) {
      return "";
    }
    boolean whole = numbers.get(numbers.size() - 1) - numbers.get(0) == numbers.size() - 1;
    return numbers.size() == 1
        ? "Count " + numbers.get(0)
        : whole
            ? "Counts " + numbers.get(0) + " through " + numbers.get(numbers.size() - 1)
            : "Counts " + ModelWords.list(numbers.stream().map(Object::toString).toList());
  }

  private static List<Map<String, Object>> statutes(List<ChargeSheet.Line> counts) {
    Map<String, Map<String, Object>> byCitation = new LinkedHashMap<>();
    for (ChargeSheet.Line line : counts) {
      line.statute()
          .ifPresent(
              s ->
                  byCitation.putIfAbsent(
                      s.citation(), Map.of("citation", s.citation(), "title", s.title())));
    }
    return List.copyOf(byCitation.values());
  }

  private static String forfeiture(List<ChargeSheet.Line> counts) {
    Set<String> citations = new LinkedHashSet<>();
    counts.forEach(
        line ->
            line.statute()
                .map(Statute::forfeiture)
                .filter(f -> !f.isEmpty())
                .ifPresent(citations::add));
    citations.add(GENERAL_FORFEITURE);
    return ModelWords.list(List.copyOf(citations));
  }

  /** A count. */
  Map<String, Object> count(RecordView<Instrument> instrument, ChargeSheet.Line line) {
    RecordView<Count> view = line.count();
    Count count = view.content();
    Map<String, Object> values = new LinkedHashMap<>();
    Integer number = count.number();
    values.put("number", traces.of(view, "number", number == null ? "" : number.toString(), null));
    values.put(
        "numberWords",
        traces.of(view, "number", number == null ? "" : NumberWords.upper(number), null));
    Optional<Statute> statute = line.statute();
    values.put(
        "citation",
        statute
            .map(s -> traces.of(view, "statute", s.citation(), count.certainty()))
            .orElseGet(
                () ->
                    traces.missing("statute of count " + number, view, "statute", "Choose one.")));
    values.put(
        "title",
        traces.of(view, "statute", statute.map(Statute::title).orElse(""), count.certainty()));
    values.put("onOrAbout", onOrAbout(view));
    values.put("ended", ended(view));
    values.put(
        "place",
        count.place().isEmpty()
            ? traces.missing("place of count " + number, view, "place", "Enter it in the count.")
            : traces.of(view, "place", count.place(), count.certainty()));
    values.put(
        "particulars", traces.of(view, "particulars", count.particulars(), count.certainty()));
    values.put("charged", names(line));
    values.put(
        "defendants",
        line.standings().stream()
            .map(
                s ->
                    Map.of(
                        "designation", Printable.text(s.designation()),
                        "name",
                            traces.of(
                                data.party(s.party()),
                                "name",
                                s.name(),
                                data.party(s.party()).content().certainty())))
            .toList());
    values.put("language", statute.map(s -> language(view, line, s)).orElse(""));
    values.put("elements", statute.map(s -> elements(view, s)).orElse(List.of()));
    values.put("mind", statute.map(Statute::mind).orElse(""));
    Optional<PenaltyTier> tier = tier(view);
    values.put("penalty", penalty(view, statute, tier));
    values.put(
        "tierFacts",
        tier.filter(PenaltyTier::forJury)
            .map(t -> traces.of(view, "tier", american(t.trigger()), count.certainty()))
            .orElse(""));
    values.put(
        "tierCitation",
        tier.map(t -> traces.of(view, "tier", t.citation(), count.certainty())).orElse(""));
    values.put("needsTier", statute.map(s -> s.tiers().size() > 1).orElse(false));
    values.put("instrument", instrument.title());
    return values;
  }

  private static Optional<PenaltyTier> tier(RecordView<Count> view) {
    Count count = view.content();
    LocalDate day = Objects.requireNonNullElse(count.until(), LocalDate.of(9999, 12, 31));
    return Statutes.tier(count.tier(), day);
  }

  /** What a count can bring, or that it is not known before the count is graded. */
  private Map<String, Object> penalty(
      RecordView<Count> view, Optional<Statute> statute, Optional<PenaltyTier> pleaded) {
    Optional<PenaltyTier> tier =
        pleaded.or(
            () ->
                statute
                    .filter(s -> s.tiers().size() == 1)
                    .map(s -> s.tiers().get(0))
                    .or(
                        () ->
                            statute.flatMap(
                                s ->
                                    s.tiers().stream()
                                        .filter(t -> t.code().equals("base"))
                                        .findFirst())));
    Map<String, Object> values = new LinkedHashMap<>();
    if (tier.isEmpty()) {
      values.put(
          "maximum",
          traces.missing(
              "penalty tier of count " + view.content().number(),
              view,
              "tier",
              "Choose the tier whose facts are pleaded."));
      values.put("fine", "");
      values.put("citation", "");
      values.put("offenceClass", "");
      return values;
    }
    PenaltyTier known = tier.get();
    Fine.Amount fine = known.fine().amount(Offender.INDIVIDUAL);
    values.put("maximum", traces.of(view, "tier", ModelWords.term(known.maximumMonths()), null));
    values.put("fine", traces.of(view, "tier", ModelWords.dollars(fine.usd().amount()), null));
    values.put("citation", known.citation());
    values.put("offenceClass", known.offenceClass().words());
    return values;
  }

  private String onOrAbout(RecordView<Count> view) {
    Count count = view.content();
    LocalDate from = count.from();
    LocalDate until = count.until();
    if (from == null && until == null) {
      return traces.missing(
          "dates of count " + count.number(), view, "until", "Enter them in the count.");
    }
    if (from == null || until == null || from.equals(until)) {
      LocalDate day = from == null ? Objects.requireNonNull(until) : from;
      return "on or about " + traces.of(view, "until", ModelWords.day(day), count.certainty());
    }
    return "from on or about "
        + traces.of(view, "from", ModelWords.day(from), count.certainty())
        + ", through on or about "
        + traces.of(view, "until", ModelWords.day(until), count.certainty());
  }

  private String ended(RecordView<Count> view) {
    LocalDate until = view.content().until();
    return until == null
        ? traces.missing("last day of count " + view.content().number(), view, "until", "Enter it.")
        : traces.of(view, "until", ModelWords.day(until), view.content().certainty());
  }

  private String names(ChargeSheet.Line line) {
    List<String> names =
        line.standings().stream()
            .map(
                s -> {
                  RecordView<Party> party = data.party(s.party());
                  String designation =
                      profile.numbersDefendants() && !s.designation().isEmpty()
                          ? s.designation() + "\u00a0"
                          : "";
                  return designation
                      + traces.of(
                          party,
                          "name",
                          s.name().toUpperCase(Locale.ROOT),
                          party.content().certainty());
                })
            .toList();
    return names.isEmpty()
        ? traces.missing("defendants", line.count(), "defendants", "Name them in the count.")
        : (names.size() == 1 ? "defendant " : "defendants ") + ModelWords.list(names);
  }

  /** The charging language of the statute, its blanks filled from the case file and the form. */
  private String language(RecordView<Count> view, ChargeSheet.Line line, Statute statute) {
    Count count = view.content();
    Map<String, String> known = new LinkedHashMap<>();
    known.put("on-or-about", onOrAbout(view));
    known.put(
        "from",
        count.from() == null
            ? ""
            : traces.of(view, "from", ModelWords.day(count.from()), count.certainty()));
    known.put(
        "until",
        count.until() == null
            ? ""
            : traces.of(view, "until", ModelWords.day(count.until()), count.certainty()));
    known.put("district", traces.of(view, "place", count.place(), count.certainty()));
    known.put("defendants", names(line));
    known.put("citation", traces.of(view, "statute", statute.citation(), count.certainty()));
    known.put(
        "tier-facts",
        tier(view)
            .filter(PenaltyTier::forJury)
            .map(t -> traces.of(view, "tier", american(t.trigger()), count.certainty()))
            .orElse(""));
    String text =
        BLANK
            .matcher(american(statute.chargingLanguage()))
            .replaceAll(
                blank -> {
                  String name = blank.group(1);
                  String value = known.getOrDefault(name, "");
                  if (value.isEmpty() && !name.equals("tier-facts")) {
                    value =
                        filling.value(
                            "count." + view.id() + "." + name,
                            "count " + count.number() + ": " + name.replace('-', ' '));
                  }
                  return Matcher.quoteReplacement(value);
                });
    String once = text.replaceAll("the (\uE100\\d+\uE101)?(?=defendants? )", "the $1");
    return capital(once.replaceAll(" {2,}", " "));
  }

  /**
   * The tables of law are written as this project writes; a court of the United States reads its
   * own.
   */
  private static String american(String words) {
    return words.replace("offence", "offense").replace("Offence", "Offense");
  }

  private static String capital(String marked) {
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == Traces.OPEN) {
        i = marked.indexOf(Traces.MIDDLE, i);
      } else if (Character.isLetter(c)) {
        return marked.substring(0, i) + Character.toUpperCase(c) + marked.substring(i + 1);
      }
    }
    return marked;
  }

  private List<Map<String, Object>> elements(RecordView<Count> view, Statute statute) {
    List<Map<String, Object>> elements = new ArrayList<>();
    int number = 1;
    for (Element element : statute.elements()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("number", Integer.toString(number++));
      values.put("text", traces.of(view, "statute", american(element.text()), null));
      values.put("citation", element.citation());
      List<Map<String, Object>> facts =
          data.facts().stream()
              .filter(
                  f ->
                      f.content().counts().contains(view.id())
                          && f.content().elements().contains(element.id()))
              .map(this::fact)
              .toList();
      values.put("facts", facts);
      values.put("supported", !facts.isEmpty());
      elements.add(values);
    }
    return elements;
  }

  /** All facts, in the order of their days. */
  List<Map<String, Object>> facts() {
    return data.facts().stream().map(this::fact).toList();
  }

  private Map<String, Object> fact(RecordView<CaseFact> view) {
    CaseFact fact = view.content();
    Map<String, Object> values = new LinkedHashMap<>();
    LocalDate asOf = fact.asOf();
    values.put("sentence", traces.of(view, "sentence", fact.sentence(), fact.certainty()));
    values.put(
        "day",
        asOf == null
            ? ""
            : traces.of(view, "asOf", ModelWords.day(asOf, fact.precision()), fact.certainty()));
    values.put("disputed", fact.disputed());
    List<String> sources =
        data.sources().stream()
            .filter(s -> view.id().equals(s.content().fact()))
            .map(this::source)
            .toList();
    values.put("sources", String.join("; ", sources));
    values.put("hasSources", !sources.isEmpty());
    return values;
  }

  private String source(RecordView<FactSource> view) {
    FactSource source = view.content();
    return traces.of(view, "type", words(source), null);
  }

  private String words(FactSource source) {
    return switch (Objects.requireNonNull(source.type())) {
      case ITEM -> item(source.item());
      case MESSAGE ->
          "a message " + (source.item() == null ? "of the evidence" : "in " + item(source.item()));
      case PASSAGE -> "a message: “" + source.words() + "”";
      case WITNESS ->
          source.witness() == null
              ? "a witness"
              : "testimony of " + data.party(source.witness()).content().name();
      case STIPULATION -> "stipulation: “" + source.words() + "”";
      case FACT -> "another fact of this case";
    };
  }

  private String item(@Nullable UUID id) {
    return data.items().stream()
        .filter(i -> i.id().value().equals(id))
        .findFirst()
        .map((EvidenceView i) -> "item " + i.number() + ", " + i.fileName())
        .orElse("an evidence item");
  }
}
