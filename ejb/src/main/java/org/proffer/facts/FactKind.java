package org.proffer.facts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Action;
import org.proffer.charges.Count;
import org.proffer.charges.CountKind;
import org.proffer.law.fraud.Element;
import org.proffer.law.fraud.Statute;
import org.proffer.law.fraud.Statutes;
import org.proffer.platform.InvalidInput;
import org.proffer.records.FieldView;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** Facts, in the order of their days. */
@Dependent
public class FactKind extends RecordKind<CaseFact> {
  @Inject private CountKind counts;

  /** Declares the kind. */
  public FactKind() {
    super("fact", "facts", "Fact", CaseFact.class);
  }

  static List<Element> elements(Count count) {
    LocalDate end = count.until();
    return (end == null ? Statutes.byId(count.statute()) : Statutes.byId(count.statute(), end))
        .map(Statute::elements)
        .orElse(List.of());
  }

  @Override
  public List<FieldView.Choice> choices(FieldView field, UUID caseId, Records records) {
    if (!field.name().equals("elements")) {
      return field.choices();
    }
    Map<String, FieldView.Choice> elements = new LinkedHashMap<>();
    for (RecordView<Count> count : records.list(counts, caseId)) {
      elements(count.content())
          .forEach(
              e ->
                  elements.putIfAbsent(
                      e.id(), new FieldView.Choice(e.id(), e.citation() + ": " + e.text())));
    }
    return List.copyOf(elements.values());
  }

  @Override
  public String title(CaseFact fact) {
    return fact.sentence();
  }

  @Override
  public long order(CaseFact fact) {
    return fact.asOf() == null ? 0 : fact.asOf().toEpochDay();
  }

  @Override
  public void check(Written<CaseFact> written) {
    CaseFact fact = written.after();
    if (fact.competing().contains(written.id())) {
      throw new InvalidInput(
          "Cannot be true beside", "A fact does not compete with itself.", "Take it out.");
    }
    if (fact.counts().isEmpty() != fact.elements().isEmpty()) {
      throw new InvalidInput(
          fact.counts().isEmpty() ? "Proves in" : "The elements",
          "A fact proves elements of counts.",
          "Choose both, or neither yet.");
    }
    List<String> there =
        fact.counts().stream()
            .map(id -> written.records().get(counts, id).content())
            .flatMap(count -> elements(count).stream())
            .map(Element::id)
            .toList();
    fact.elements().stream()
        .filter(element -> !there.contains(element))
        .findFirst()
        .ifPresent(
            element -> {
              throw new InvalidInput(
                  "The elements",
                  "None of the chosen counts has the element “"
                      + Objects.requireNonNull(element)
                      + "”.",
                  "Choose elements of the offences charged in those counts.");
            });
  }

  /** Proof of a filed count stands behind its instrument, and so does what that proof rests on. */
  @Override
  public Optional<String> filedWith(
      RecordView<CaseFact> before, @Nullable CaseFact after, Records records) {
    return FactChains.filedWith(before, records);
  }

  @Override
  public Action viewing() {
    return Action.VIEW_PROOF;
  }
}
