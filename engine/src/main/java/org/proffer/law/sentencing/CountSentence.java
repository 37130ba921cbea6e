package org.proffer.law.sentencing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Usd;

/**
 * The sentence on one count of conviction.
 *
 * @param count its number as the judgment has it, such as {@code 4} or {@code 1s}
 * @param tier id of the tier it was proved at, such as {@code 18-1037-a-3.GR-1}
 * @param offenceEnd the day the offence ended: its law applies
 * @param group counts of one group run concurrently, the groups one after the other
 * @param imprisonment null if none
 * @param supervisedReleaseMonths null if none
 * @param probationMonths null if none
 * @param fine null if none
 * @param assessment null if not stated
 * @param money what can raise the fine
 */
public record CountSentence(
    String count,
    String tier,
    LocalDate offenceEnd,
    int group,
    @Nullable Term imprisonment,
    @Nullable Integer supervisedReleaseMonths,
    @Nullable Integer probationMonths,
    @Nullable Usd fine,
    @Nullable Usd assessment,
    Money money) {

  /** A count on which nothing has been stated yet, concurrent with all others. */
  public static CountSentence on(String count, String tier, LocalDate offenceEnd) {
    return new CountSentence(
        count, tier, offenceEnd, 1, null, null, null, null, null, Money.NOT_RECORDED);
  }

  /** With so many months of imprisonment. */
  public CountSentence months(int months) {
    return imprisonment(new Term.Fixed(months, 0));
  }

  /** With imprisonment. */
  public CountSentence imprisonment(Term term) {
    return new CountSentence(
        count,
        tier,
        offenceEnd,
        group,
        term,
        supervisedReleaseMonths,
        probationMonths,
        fine,
        assessment,
        money);
  }

  /** In another group: after the groups before it. */
  public CountSentence inGroup(int number) {
    return new CountSentence(
        count,
        tier,
        offenceEnd,
        number,
        imprisonment,
        supervisedReleaseMonths,
        probationMonths,
        fine,
        assessment,
        money);
  }

  /** With supervised release. */
  public CountSentence supervisedRelease(int months) {
    return new CountSentence(
        count,
        tier,
        offenceEnd,
        group,
        imprisonment,
        months,
        probationMonths,
        fine,
        assessment,
        money);
  }

  /** With probation. */
  public CountSentence probation(int months) {
    return new CountSentence(
        count,
        tier,
        offenceEnd,
        group,
        imprisonment,
        supervisedReleaseMonths,
        months,
        fine,
        assessment,
        money);
  }

  /** With a fine. */
  public CountSentence fine(Usd amount) {
    return new CountSentence(
        count,
        tier,
        offenceEnd,
        group,
        imprisonment,
        supervisedReleaseMonths,
        probationMonths,
        amount,
        assessment,
        money);
  }

  /** With a special assessment. */
  public CountSentence assessment(Usd amount) {
    return new CountSentence(
        count,
        tier,
        offenceEnd,
        group,
        imprisonment,
        supervisedReleaseMonths,
        probationMonths,
        fine,
        amount,
        money);
  }

  /** With what can raise the fine. */
  public CountSentence money(Money found) {
    return new CountSentence(
        count,
        tier,
        offenceEnd,
        group,
        imprisonment,
        supervisedReleaseMonths,
        probationMonths,
        fine,
        assessment,
        found);
  }
}
