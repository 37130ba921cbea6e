package org.proffer.law.penalties;

/** Who can sue for a violation. Ordinary recipients cannot. */
public enum Plaintiff {
  /** The Federal Trade Commission, or the Department of Justice for it. */
  FTC,
  /** A state's attorney general or agency, for its residents (15 U.S.C. 7706(f)). */
  STATE,
  /** An adversely affected provider of Internet access service (15 U.S.C. 7706(g)). */
  PROVIDER
}
