package org.proffer.law.penalties;

/** What was violated, as far as the remedies tell it apart. */
public enum Provision {
  /** 15 U.S.C. 7704(a)(1): header information. */
  HEADER(true, true),
  /** 7704(a)(2): subject heading. */
  SUBJECT(true, false),
  /** 7704(a)(3): the way to object. */
  OPT_OUT_MECHANISM(false, false),
  /** 7704(a)(4): mail after an objection. */
  AFTER_OBJECTION(false, false),
  /** 7704(a)(5): identifier, notice and postal address. */
  DISCLOSURES(false, false),
  /** 7704(b): aggravated violations. */
  AGGRAVATED(false, true),
  /** 7704(d): the label of sexually oriented material. */
  SEXUAL_LABEL(true, true),
  /** 7705: promotion by false headers; the Federal Trade Commission alone. */
  PROMOTION(false, false);

  private final boolean stateAtOnce;
  private final boolean providerAtOnce;

  Provision(boolean stateAtOnce, boolean providerAtOnce) {
    this.stateAtOnce = stateAtOnce;
    this.providerAtOnce = providerAtOnce;
  }

  /** Whether the plaintiff can sue for it, given whether there is a pattern or practice. */
  boolean open(Plaintiff plaintiff, boolean pattern) {
    return switch (plaintiff) {
      case FTC -> true;
      case STATE -> stateAtOnce || (pattern && isOfSubsectionA());
      case PROVIDER -> providerAtOnce || (pattern && isOfSubsectionA());
    };
  }

  private boolean isOfSubsectionA() {
    return this == SUBJECT
        || this == OPT_OUT_MECHANISM
        || this == AFTER_OBJECTION
        || this == DISCLOSURES;
  }
}
