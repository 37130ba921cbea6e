package org.proffer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Head;
import org.proffer.ledger.Proofs;
import org.proffer.ledger.TreeHash;

/** A line of a proven export of a log: the head, or an entry with its proof. */
record ProvenLine(@Nullable String head, long place, @Nullable String leaf, List<TreeHash> proof) {

  /** Reads a line; one that says something else proves nothing. */
  static ProvenLine read(String text) throws IOException {
    String head = null;
    String leaf = null;
    long place = -1;
    List<TreeHash> proof = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(text)) {
      while (json.nextToken() != null) {
        if (json.currentToken() != JsonToken.FIELD_NAME) {
          continue;
        }
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "head" -> head = json.getText();
          case "leaf" -> leaf = json.getText();
          case "place", "first" -> place = json.getLongValue();
          case "proof" -> {
            while (json.nextToken() == JsonToken.VALUE_STRING) {
              proof.add(TreeHash.parse(json.getText()));
            }
          }
          default -> json.skipChildren();
        }
      }
    } catch (IllegalArgumentException e) {
      return new ProvenLine(head, place, null, List.of()); // a hash that is none proves nothing
    }
    return new ProvenLine(head, place, leaf, proof);
  }

  /** Whether the entry is proven to be in the log of the head. */
  boolean isUnder(Head signed) {
    return leaf != null
        && Proofs.included(
            TreeHash.ofLeaf(leaf.getBytes(StandardCharsets.UTF_8)),
            place,
            signed.size(),
            proof,
            signed.root());
  }
}
