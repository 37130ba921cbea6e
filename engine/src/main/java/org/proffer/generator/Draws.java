package org.proffer.generator;

import java.util.List;

/** Numbers that look random and are the same for the same seed on every machine (SplitMix64). */
final class Draws {
  private long state;

  Draws(long seed) {
    this.state = seed;
  }

  /** Draws of its own for one message, so that any message can be made without those before it. */
  static Draws of(long seed, long number) {
    Draws draws = new Draws(seed ^ (number * 0x9E3779B97F4A7C15L));
    draws.next();
    return draws;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From 0 to {@code bound}, which is excluded. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  boolean oneIn(int times) {
    return below(times) == 0;
  }

  String of(List<String> choices) {
    return choices.get(below(choices.size()));
  }

  String of(String... choices) {
    return choices[below(choices.length)];
  }

  /** So many letters and digits. */
  String token(int length) {
    StringBuilder token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append("abcdefghijklmnopqrstuvwxyz0123456789".charAt(below(36)));
    }
    return token.toString();
  }
}
