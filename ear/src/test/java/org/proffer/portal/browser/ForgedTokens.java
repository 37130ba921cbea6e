package org.proffer.portal.browser;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.proffer.portal.Api;

/** What somebody makes of a token who wants in; by what was done to it. */
final class ForgedTokens {
  private final String[] parts;
  private final JsonObject header;
  private final JsonObject claims;
  private final Map<String, String> forged = new LinkedHashMap<>();

  /**
   * @param good a token that opens the portal
   * @param keys the public keys that check it
   * @param secret the client's secret, as one who read the server's environment knows it
   */
  static Map<String, String> of(String good, JsonArray keys, String secret)
      throws GeneralSecurityException {
    ForgedTokens made = new ForgedTokens(good);
    made.unsigned();
    made.changed();
    made.byHmac(keys, secret);
    made.byOwnKey();
    return made.forged;
  }

  private ForgedTokens(String good) {
    parts = good.split("\\.");
    header = Api.json(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
    claims = Api.json(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
  }

  private void unsigned() {
    for (String none : new String[] {"none", "None", "NONE"}) {
      forged.put("alg " + none, encoded(with(header, "alg", none)) + "." + parts[1] + ".");
      forged.put(
          "alg " + none + " with the old signature",
          encoded(with(header, "alg", none)) + "." + parts[1] + "." + parts[2]);
    }
    forged.put("no signature", parts[0] + "." + parts[1] + ".");
    forged.put("two parts", parts[0] + "." + parts[1]);
    forged.put("no token", "x");
    forged.put("empty parts", "..");
  }

  private void changed() {
    JsonObject roles =
        Json.createObjectBuilder().add("roles", Json.createArrayBuilder().add("AUDITOR")).build();
    forged.put("other roles", resealed(with(claims, "realm_access", roles)));
    forged.put("other login", resealed(with(claims, "preferred_username", "auditor")));
    forged.put(
        "later end",
        resealed(
            Json.createObjectBuilder(claims).add("exp", claims.getInt("exp") + 36_000).build()));
    char[] signature = parts[2].toCharArray();
    signature[20] = signature[20] == 'A' ? 'B' : 'A';
    forged.put("other signature", parts[0] + "." + parts[1] + "." + new String(signature));
    forged.put(
        "other type", encoded(with(header, "typ", "at+jwt")) + "." + parts[1] + "." + parts[2]);
  }

  private String resealed(JsonObject other) {
    return parts[0] + "." + encoded(other) + "." + parts[2];
  }

  /** RFC 8725 section 2.1: a public key, or a secret, taken for the key of a mac. */
  private void byHmac(JsonArray keys, String secret) throws GeneralSecurityException {
    byte[] der = publicKey(keys);
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    Map<String, byte[]> macKeys =
        Map.of(
            "the public key in PEM", pem.getBytes(StandardCharsets.US_ASCII),
            "the public key in DER", der,
            "the client's secret", secret.getBytes(StandardCharsets.US_ASCII));
    for (Map.Entry<String, byte[]> key : macKeys.entrySet()) {
      for (boolean named : new boolean[] {true, false}) {
        JsonObject hs256 = with(header, "alg", "HS256");
        String signed = encoded(named ? hs256 : without(hs256, "kid")) + "." + parts[1];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getValue(), "HmacSHA256"));
        forged.put(
            "HS256 by " + key.getKey() + (named ? "" : ", without kid"),
            signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII))));
      }
    }
  }

  private byte[] publicKey(JsonArray keys) throws GeneralSecurityException {
    for (JsonValue each : keys) {
      JsonObject key = each.asJsonObject();
      if (key.getString("kid").equals(header.getString("kid"))) {
        return KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")))
            .getEncoded();
      }
    }
    throw new AssertionError("no key " + header.getString("kid"));
  }

  private static BigInteger number(JsonObject key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.getString(name)));
  }

  private void byOwnKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    PrivateKey own = generator.generateKeyPair().getPrivate();
    forged.put("own key, their kid", signed(header, own));
    forged.put("own key, unknown kid", signed(with(header, "kid", "own"), own));
    forged.put("own key, kid as a path", signed(with(header, "kid", "../../../dev/null"), own));
    forged.put("own key, kid as SQL", signed(with(header, "kid", "x' or '1'='1"), own));
    forged.put("own key, no kid", signed(without(header, "kid"), own));
    forged.put("own key, jku", signed(with(header, "jku", "http://127.0.0.1:9/keys"), own));
    forged.put("own key, x5u", signed(with(header, "x5u", "http://127.0.0.1:9/chain"), own));
    forged.put(
        "unknown critical header",
        signed(
            Json.createObjectBuilder(header)
                .add("crit", Json.createArrayBuilder().add("x"))
                .add("x", true)
                .build(),
            own));
  }

  private String signed(JsonObject ownHeader, PrivateKey key) throws GeneralSecurityException {
    String text = encoded(ownHeader) + "." + parts[1];
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(text.getBytes(StandardCharsets.US_ASCII));
    return text + "." + encoded(signature.sign());
  }

  private static JsonObject with(JsonObject object, String name, String value) {
    return Json.createObjectBuilder(object).add(name, value).build();
  }

  private static JsonObject with(JsonObject object, String name, JsonValue value) {
    return Json.createObjectBuilder(object).add(name, value).build();
  }

  private static JsonObject without(JsonObject object, String name) {
    JsonObjectBuilder rest = Json.createObjectBuilder(object);
    return rest.remove(name).build();
  }

  private static String encoded(JsonObject object) {
    return encoded(object.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
