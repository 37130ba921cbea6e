package org.proffer.analysis;

/**
 * What receivers recorded of the checks of the From domain (Authentication-Results, RFC 8601).
 *
 * <p>The lines are taken as they stand: which host wrote them, and whether it is to be believed, is
 * for a person to say.
 *
 * @param passed whether a signature, the path or DMARC passed
 * @param failed whether a signature or the path failed
 * @param dmarcFailed whether DMARC failed
 * @param recorded whether anything was recorded
 * @param unsigned whether neither a signature nor DMARC passed
 * @param unsupported whether no signature passed and a composite of all checks failed
 */
record Vouching(
    boolean passed,
    boolean failed,
    boolean dmarcFailed,
    boolean recorded,
    boolean unsigned,
    boolean unsupported) {

  static Vouching of(Headers headers) {
    boolean signed = false;
    boolean passed = false;
    boolean failed = false;
    boolean dmarcFailed = false;
    boolean composite = false;
    boolean recorded = false;
    boolean dmarc = false;
    for (var field : headers.all("Authentication-Results")) {
      String value = Body.lower(field.value());
      recorded = true;
      dmarc |= value.contains("dmarc=pass");
      signed |= value.contains("dkim=pass");
      passed |= value.contains("spf=pass") || value.contains("dmarc=pass");
      failed |= value.contains("dkim=fail") || value.contains("spf=fail");
      dmarcFailed |= value.contains("dmarc=fail");
      composite |= value.contains("compauth=fail");
    }
    return new Vouching(
        passed || signed, failed, dmarcFailed, recorded, !signed && !dmarc, composite && !signed);
  }
}
