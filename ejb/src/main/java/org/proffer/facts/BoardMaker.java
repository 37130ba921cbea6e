package org.proffer.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.facts.Board.ChargedCount;
import org.proffer.law.fraud.Element;
import org.proffer.parties.Party;
import org.proffer.proof.AnotherFact;
import org.proffer.proof.Count;
import org.proffer.proof.Evidence;
import org.proffer.proof.Fact;
import org.proffer.proof.Ground;
import org.proffer.proof.ProofBoard;
import org.proffer.proof.Proves;
import org.proffer.proof.Source;
import org.proffer.records.RecordView;

/** Makes the board of a case out of its records. */
final class BoardMaker {
  private final List<ChargedCount> counts;
  private final List<RecordView<Party>> defendants;
  private final Map<UUID, RecordView<CaseFact>> facts = new LinkedHashMap<>();
  private final Map<UUID, List<RecordView<FactSource>>> sources = new HashMap<>();
  private final Map<UUID, UUID> itemOfMessage;
  private final Titles titles;
  private final Map<Evidence, Integer> used = new HashMap<>();

  /** One line that names each of these, of a kind, by its id. */
  interface Titles {
    Map<UUID, String> of(String kind, Collection<UUID> ids);
  }

  /**
   * What the board is made of.
   *
   * @param itemOfMessage the item of each message a source names
   * @param titles what evidence is called on the screen
   */
  BoardMaker(
      List<ChargedCount> counts,
      List<RecordView<Party>> defendants,
      List<RecordView<CaseFact>> facts,
      List<RecordView<FactSource>> sources,
      Map<UUID, UUID> itemOfMessage,
      Titles titles) {
    this.counts = counts;
    this.defendants = defendants;
    facts.forEach(fact -> this.facts.put(fact.id(), fact));
    sources.forEach(
        source ->
            this.sources
                .computeIfAbsent(
                    Objects.requireNonNull(source.content().fact()), id -> new ArrayList<>())
                .add(source));
    this.itemOfMessage = itemOfMessage;
    this.titles = titles;
  }

  Board make() {
    ProofBoard proof =
        ProofBoard.of(
            counts.stream().filter(c -> !c.elements().isEmpty()).map(BoardMaker::count).toList(),
            facts.values().stream().map(this::fact).toList());
    return new Board(counts, defendants, facts, sources, named(), proof);
  }

  private Map<Evidence, String> named() {
    Map<UUID, String> names = new HashMap<>();
    names.putAll(titles.of("party", ids(Evidence.Witness.class, Evidence.Witness::id)));
    names.putAll(titles.of("evidence-item", ids(Evidence.Item.class, Evidence.Item::id)));
    names.putAll(titles.of("message", ids(Evidence.Message.class, Evidence.Message::id)));
    sources.values().stream()
        .flatMap(List::stream)
        .filter(source -> source.content().type() == FactSource.Type.STIPULATION)
        .forEach(source -> names.put(source.id(), "Stipulation: " + source.content().words()));
    Map<Evidence, String> evidence = new LinkedHashMap<>();
    used.entrySet().stream()
        .sorted(Map.Entry.<Evidence, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .forEach(one -> evidence.put(one, names.getOrDefault(id(one), one.words())));
    return evidence;
  }

  private <E extends Evidence> List<UUID> ids(Class<E> type, Function<E, String> id) {
    return used.keySet().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .map(id)
        .map(UUID::fromString)
        .toList();
  }

  private static @Nullable UUID id(Evidence evidence) {
    return evidence instanceof Evidence.Witness witness
        ? UUID.fromString(witness.id())
        : evidence instanceof Evidence.Item item
            ? UUID.fromString(item.id())
            : evidence instanceof Evidence.Message message
                ? UUID.fromString(message.id())
                : evidence instanceof Evidence.Stipulation agreed
                    ? UUID.fromString(agreed.id())
                    : null;
  }

  private static Count count(ChargedCount charged) {
    return new Count(
        charged.count().id().toString(),
        charged.count().content().statute(),
        charged.elements().stream().map(Element::id).toList(),
        charged.charged().stream().map(UUID::toString).toList());
  }

  private Fact fact(RecordView<CaseFact> view) {
    CaseFact fact = view.content();
    Map<Integer, List<Source>> grounds = new TreeMap<>();
    for (RecordView<FactSource> source : sources.getOrDefault(view.id(), List.of())) {
      source(source)
          .ifPresent(
              one ->
                  grounds
                      .computeIfAbsent(source.content().groundOrFirst(), n -> new ArrayList<>())
                      .add(one));
    }
    return new Fact(
        view.id().toString(),
        fact.sentence(),
        Objects.requireNonNull(fact.asOf()),
        grounds.values().stream().map(Ground::new).toList(),
        proves(fact),
        fact.competing().stream().map(UUID::toString).toList(),
        fact.disputed());
  }

  private List<Proves> proves(CaseFact fact) {
    List<Proves> proves = new ArrayList<>();
    for (ChargedCount count : counts) {
      if (!fact.counts().contains(count.count().id())) {
        continue;
      }
      for (Element element : count.elements()) {
        if (fact.elements().contains(element.id())) {
          proves.addAll(against(fact, count, element));
        }
      }
    }
    return proves;
  }

  private static List<Proves> against(CaseFact fact, ChargedCount count, Element element) {
    String id = count.count().id().toString();
    return fact.defendants().isEmpty()
        ? List.of(Proves.againstAll(id, element.id()))
        : fact.defendants().stream()
            .filter(count.charged()::contains)
            .map(defendant -> Proves.against(defendant.toString(), id, element.id()))
            .toList();
  }

  private Optional<Source> source(RecordView<FactSource> view) {
    FactSource source = view.content();
    Optional<Evidence> evidence =
        switch (Objects.requireNonNull(source.type())) {
          case ITEM -> Optional.of(item(Objects.requireNonNull(source.item())));
          case MESSAGE -> message(source);
          case PASSAGE ->
              message(source)
                  .map(
                      message -> {
                        int from = Objects.requireNonNull(source.offset());
                        return new Evidence.Passage(
                            (Evidence.Message) message,
                            from,
                            from + Objects.requireNonNull(source.length()));
                      });
          case WITNESS -> Optional.of(new Evidence.Witness(String.valueOf(source.witness())));
          case STIPULATION -> Optional.of(new Evidence.Stipulation(view.id().toString()));
          case FACT -> Optional.empty();
        };
    evidence.ifPresent(one -> used.merge(whole(one), 1, Integer::sum));
    return evidence
        .map(Source.class::cast)
        .or(() -> Optional.ofNullable(source.rests()).map(id -> new AnotherFact(id.toString())));
  }

  /** What is offered to be left out: a passage is so with its message. */
  private static Evidence whole(Evidence evidence) {
    return evidence instanceof Evidence.Passage passage ? passage.message() : evidence;
  }

  private static Evidence.Item item(Object id) {
    return new Evidence.Item(String.valueOf(id));
  }

  private Optional<Evidence> message(FactSource source) {
    UUID id = Objects.requireNonNull(source.message());
    return Optional.ofNullable(itemOfMessage.get(id))
        .map(item -> new Evidence.Message(id.toString(), item(item)));
  }

  static List<UUID> messages(List<RecordView<FactSource>> sources) {
    return sources.stream()
        .map(source -> source.content().message())
        .filter(Objects::nonNull)
        .distinct()
        .collect(Collectors.toList());
  }
}
