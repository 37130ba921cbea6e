package org.proffer.clients;

import java.util.function.Function;
import org.proffer.records.RecordKind;

/**
 * A kind of record of a client; the form is that of the records of cases, the rows are not.
 *
 * @param <C> the content
 */
public final class ClientKind<C extends Record> extends RecordKind<C> {
  private final Function<C, String> title;

  ClientKind(String name, String plural, String label, Class<C> type, Function<C, String> title) {
    super(name, plural, label, type);
    this.title = title;
  }

  @Override
  public String title(C content) {
    return title.apply(content);
  }
}
