package org.proffer.documents;

/**
 * Personal data in a document, and what its public copy prints instead.
 *
 * @param rule of Fed. R. Crim. P. 49.1(a), in words
 * @param found as it stands
 * @param instead what stands there in the public copy
 * @param kept whether the drafter decided that it stays
 */
public record Redaction(String rule, String found, String instead, boolean kept) {
  /** Key in the form under which it is decided that it stays. */
  public String key() {
    return "keep." + found;
  }
}
