package org.proffer.law.sentencing;

import org.jspecify.annotations.Nullable;
import org.proffer.law.Usd;

/**
 * What an offence brought, cost or moved, where it has been found; it can raise the fine.
 *
 * @param grossGain of anybody from the offence, if known
 * @param grossLoss of others by the offence, if known
 * @param property in the laundering transactions, if known
 */
public record Money(@Nullable Usd grossGain, @Nullable Usd grossLoss, @Nullable Usd property) {

  /** Nothing is recorded. */
  public static final Money NOT_RECORDED = new Money(null, null, null);
}
