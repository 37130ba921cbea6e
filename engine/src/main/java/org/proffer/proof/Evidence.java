package org.proffer.proof;

import java.util.Optional;

/**
 * What the jury may rely on: exhibits, testimony and stipulations. This is what a what-if leaves
 * out; whatever is part of it is left out with it.
 */
public sealed interface Evidence extends Source {

  /** The evidence this is taken from: a passage from its message, a message from its item. */
  Optional<Evidence> partOf();

  /** What it is, in words, with its id. */
  String words();

  /**
   * An evidence item in custody, offered as an exhibit.
   *
   * @param id unique among the items of the case
   */
  record Item(String id) implements Evidence {
    @Override
    public Optional<Evidence> partOf() {
      return Optional.empty();
    }

    @Override
    public String words() {
      return "evidence item " + id;
    }
  }

  /**
   * One message of an evidence item. The same message found in two items is two pieces of evidence.
   *
   * @param id unique among the messages of the item
   */
  record Message(String id, Item item) implements Evidence {
    @Override
    public Optional<Evidence> partOf() {
      return Optional.of(item);
    }

    @Override
    public String words() {
      return "message " + id + " of " + item.words();
    }
  }

  /**
   * Some words of a message.
   *
   * @param from first character, from 0
   * @param until character after the last
   */
  record Passage(Message message, int from, int until) implements Evidence {
    public Passage {
      if (from < 0 || until <= from) {
        throw new IllegalArgumentException("Not a passage: " + from + " until " + until);
      }
    }

    @Override
    public Optional<Evidence> partOf() {
      return Optional.of(message);
    }

    @Override
    public String words() {
      return "characters " + from + " to " + until + " of " + message.words();
    }
  }

  /**
   * The testimony of a witness, all of it.
   *
   * @param id unique among the witnesses of the case
   */
  record Witness(String id) implements Evidence {
    @Override
    public Optional<Evidence> partOf() {
      return Optional.empty();
    }

    @Override
    public String words() {
      return "witness " + id;
    }
  }

  /**
   * A fact the parties agree on.
   *
   * @param id unique among the stipulations of the case
   */
  record Stipulation(String id) implements Evidence {
    @Override
    public Optional<Evidence> partOf() {
      return Optional.empty();
    }

    @Override
    public String words() {
      return "stipulation " + id;
    }
  }
}
