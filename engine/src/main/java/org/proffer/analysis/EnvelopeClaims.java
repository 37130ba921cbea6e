package org.proffer.analysis;

import java.util.List;

/** What the path a message took, and the checks recorded on it, say against the From domain. */
final class EnvelopeClaims {
  private EnvelopeClaims() {}

  static void find(Headers headers, Sender sender, List<String> because) {
    String path = headers.domainOf("Return-Path");
    String domain = sender.domain();
    Vouching vouching = Vouching.of(headers);
    if (Brands.get().isOwned(domain)
        && !Domains.isFree(domain)
        && !vouching.passed()
        && !path.isEmpty()
        && Domains.isFree(path)
        && !headers.value("Return-Path").contains("caf_=")) {
      because.add("the address is at " + domain + ", bounces go to " + path);
    }
    boolean known =
        Brands.get().isOwned(domain) || (sender.brand() != null && sender.brand().owns(domain));
    boolean elsewhere =
        !path.isEmpty()
            && !Domains.registered(path).equals(Domains.registered(domain))
            && !Domains.isDeliverer(path);
    if (vouching.dmarcFailed() && !vouching.passed()) {
      because.add("a receiver recorded that DMARC failed and that no other check passed");
    } else if (vouching.failed() && !vouching.passed() && known && !Domains.isFree(domain)) {
      because.add("the address is at " + domain + ", whose checks a receiver recorded as failed");
    } else if (known && elsewhere && vouching.recorded() && vouching.unsigned()) {
      because.add(
          "the address is at "
              + domain
              + ", bounces go to "
              + path
              + ", and no signature joins them");
    } else if (vouching.unsupported() && elsewhere && !sender.aligned()) {
      because.add(
          "the address is at "
              + domain
              + ", bounces go to "
              + path
              + ", and no signature joins them");
    }
  }
}
