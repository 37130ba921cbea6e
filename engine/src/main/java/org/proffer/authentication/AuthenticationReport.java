package org.proffer.authentication;

import java.util.List;

/**
 * What can be said about who sent a message.
 *
 * @param spf for the MAIL FROM domain, or for HELO with the null sender
 * @param dkim one result for each signature in the order of the message; one that says {@link
 *     Outcome#NONE} if there is none
 * @param domainKeys one result for each signature of the historic DomainKeys; none counts for DMARC
 * @param dmarc for the domain of the From field
 * @param arc for the chain of ARC sets
 * @param claims what Authentication-Results fields say, kept apart: no result above rests on them
 */
public record AuthenticationReport(
    Evaluation spf,
    List<Evaluation> dkim,
    List<Evaluation> domainKeys,
    Evaluation dmarc,
    Evaluation arc,
    List<ResultsClaim> claims) {

  public AuthenticationReport {
    dkim = List.copyOf(dkim);
    domainKeys = List.copyOf(domainKeys);
    claims = List.copyOf(claims);
  }

  /** The claims of the servers that the caller named as trusted. */
  public List<ResultsClaim> trustedClaims() {
    return claims.stream().filter(ResultsClaim::trusted).toList();
  }
}
