package org.proffer.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** What a time-stamp authority is asked (RFC 3161, 2.4.1): the SHA-256 of some bytes, a nonce. */
public final class StampRequest {
  /** How a request is sent over HTTP (RFC 3161, 3.4). */
  public static final String QUERY = "application/timestamp-query";

  /** How the answer comes. */
  public static final String REPLY = "application/timestamp-reply";

  private final org.bouncycastle.tsp.TimeStampRequest request;
  private final byte[] bytes;

  private StampRequest(org.bouncycastle.tsp.TimeStampRequest request, byte[] bytes) {
    this.request = request;
    this.bytes = bytes.clone();
  }

  /**
   * Asks for a stamp over bytes, with the certificate of the authority in it.
   *
   * @param nonce at random; the answer repeats it
   */
  public static StampRequest over(byte[] bytes, BigInteger nonce) {
    TimeStampRequestGenerator asked = new TimeStampRequestGenerator();
    asked.setCertReq(true);
    return new StampRequest(
        asked.generate(NISTObjectIdentifiers.id_sha256, Stamp.sha256(bytes), nonce), bytes);
  }

  /** What is sent. */
  public byte[] encoded() {
    try {
      return request.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a request over a hash can always be written", e);
    }
  }

  /**
   * The token in the authority's answer, if it answers this request.
   *
   * @return the token, DER
   * @throws StampRefused if the authority refuses, or the answer is none to this request
   */
  public byte[] token(byte[] answer) throws StampRefused {
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new StampRefused(
            "was refused by the authority: status "
                + response.getStatus()
                + (response.getStatusString() == null ? "" : ", " + response.getStatusString()));
      }
      byte[] token = response.getTimeStampToken().getEncoded();
      Stamp.read(token, bytes);
      return token;
    } catch (IOException | TSPException | RuntimeException e) {
      throw new StampRefused("is no answer to what was asked: " + e.getMessage(), e);
    }
  }
}
