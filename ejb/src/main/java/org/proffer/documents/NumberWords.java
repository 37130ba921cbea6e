package org.proffer.documents;

import java.util.Locale;

/** Numbers of counts in words: {@code COUNT TWENTY-ONE}. */
final class NumberWords {
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  private NumberWords() {}

  /** In capitals; from 1,000 on in digits. */
  static String upper(int number) {
    return words(number).toUpperCase(Locale.ROOT);
  }

  private static String words(int number) {
    if (number < 0 || number >= 1_000) {
      return Integer.toString(number);
    }
    if (number < 20) {
      return SMALL[number];
    }
    if (number < 100) {
      return TENS[number / 10] + (number % 10 == 0 ? "" : "-" + SMALL[number % 10]);
    }
    return SMALL[number / 100] + " hundred" + (number % 100 == 0 ? "" : " " + words(number % 100));
  }
}
