package org.proffer.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.proffer.platform.NotFound;

/** All kinds of records, as the capabilities declare them. */
@ApplicationScoped
public class RecordKinds {
  private Map<String, RecordKind<?>> byName = Map.of();

  /** For the container. */
  protected RecordKinds() {}

  @Inject
  RecordKinds(@Any Instance<RecordKind<?>> declared) {
    byName =
        declared.stream()
            .collect(Collectors.toUnmodifiableMap(RecordKind::name, Function.identity()));
  }

  /** All kinds, in the order of their names. */
  public Collection<RecordKind<?>> all() {
    return byName.values().stream().sorted(Comparator.comparing(RecordKind::name)).toList();
  }

  /** The kind of a name; empty if there is none. */
  Optional<RecordKind<?>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The kind of a name.
   *
   * @throws NotFound if there is none
   */
  public RecordKind<?> named(String name) {
    RecordKind<?> kind = byName.get(name);
    if (kind == null) {
      throw new NotFound("kind of record", name);
    }
    return kind;
  }

  /**
   * The kind of a plural, as in addresses.
   *
   * @throws NotFound if there is none
   */
  public RecordKind<?> pluralOf(String plural) {
    return byName.values().stream()
        .filter(kind -> kind.plural().equals(plural))
        .findFirst()
        .orElseThrow(() -> new NotFound("kind of record", plural));
  }
}
