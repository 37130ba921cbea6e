package org.proffer.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedHeadTest {
  private static final String ORIGIN = "proffer.example/audit";
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final KeyPair keys = keys();
  private final HeadSigner signer = new HeadSigner(ORIGIN, keys);
  private final HeadVerifier verifier = new HeadVerifier(ORIGIN, keys.getPublic());
  private final MerkleTree log = new MerkleTree();
  private final MerkleTree fork = new MerkleTree();

  SignedHeadTest() {
    for (int i = 0; i < 30; i++) {
      log.append(leaf("entry " + i));
      fork.append(leaf(i < 12 ? "entry " + i : "forged " + i));
    }
  }

  private static TreeHash leaf(String entry) {
    return TreeHash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Head head(MerkleTree tree, int size, Instant at) {
    return new Head(ORIGIN, size, tree.root(size), at);
  }

  @Test
  void aSignedHeadSaysOriginSizeRootAndTime() {
    Head head = head(log, 12, NINE);

    String note = signer.sign(head);

    assertThat(note.lines().toList())
        .startsWith(ORIGIN, "12", log.root(12).toString(), "time 2026-03-02T09:00:00Z", "")
        .hasSize(6);
    assertThat(note.lines().toList().get(5)).startsWith("\u2014 " + ORIGIN + " ");
    assertThat(verifier.verify(note)).contains(head);
  }

  @Test
  void aHeadWithAnotherByteAnywhereIsNotTheHeadThatWasSigned() {
    String note = signer.sign(head(log, 12, NINE));
    for (int at = 0; at < note.length(); at++) {
      char[] changed = note.toCharArray();
      changed[at] ^= 1;
      assertThat(verifier.verify(new String(changed))).as("character %s", at).isEmpty();
    }
  }

  @Test
  void aHeadSignedByAnotherKeyOrForAnotherLogIsRefused() {
    Head head = head(log, 12, NINE);
    assertThat(verifier.verify(new HeadSigner(ORIGIN, keys()).sign(head))).isEmpty();
    Head other = new Head("proffer.example/custody", 12, log.root(12), NINE);
    assertThat(verifier.verify(new HeadSigner(other.origin(), keys).sign(other))).isEmpty();
    assertThatThrownBy(() -> signer.sign(other)).isInstanceOf(IllegalArgumentException.class);
    assertThat(verifier.verify(head.text())).isEmpty();
    assertThat(verifier.verify(head.text() + "\n")).isEmpty();
    assertThat(verifier.verify("")).isEmpty();
  }

  @Test
  void theLineOfAnotherSignerMayStandBeside() {
    String note = signer.sign(head(log, 12, NINE));
    assertThat(verifier.verify(note + "\u2014 witness.example AAAAAAAAAAAA\n")).isPresent();
  }

  @Test
  void aWitnessFollowsALogThatGrows() {
    Witness witness = new Witness(verifier);
    assertThat(witness.accept(signer.sign(head(log, 5, NINE)), List.of())).isTrue();
    assertThat(witness.accept(signer.sign(head(log, 20, NINE)), log.consistency(5, 20))).isTrue();
    assertThat(witness.accept(signer.sign(head(log, 20, NINE)), List.of())).isTrue();
    assertThat(witness.last()).contains(head(log, 20, NINE));
  }

  @Test
  void aWitnessRefusesARollbackAndAForkAndAnOlderTime() {
    Witness witness = new Witness(verifier);
    String twenty = signer.sign(head(log, 20, NINE));
    assertThat(witness.accept(twenty, List.of())).isTrue();

    for (int size = 0; size < 20; size++) {
      assertThat(witness.accept(signer.sign(head(log, size, NINE)), log.consistency(size, 20)))
          .as("rollback to %s", size)
          .isFalse();
    }
    for (int size = 13; size <= 30; size++) {
      String forked = signer.sign(head(fork, size, NINE));
      assertThat(witness.accept(forked, List.of())).isFalse();
      if (size >= 20) {
        assertThat(witness.accept(forked, fork.consistency(20, size))).isFalse();
        assertThat(witness.accept(forked, log.consistency(20, size))).isFalse();
      }
    }
    String earlier = signer.sign(head(log, 25, NINE.minusSeconds(1)));
    assertThat(witness.accept(earlier, log.consistency(20, 25))).isFalse();
    assertThat(witness.last()).contains(head(log, 20, NINE));
  }

  @Test
  void whatIsNoHeadCannotBeMade() {
    assertThatThrownBy(() -> new Head("two words", 0, TreeHash.EMPTY, NINE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Head(ORIGIN, -1, TreeHash.EMPTY, NINE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Head.parse("a\n1\n")).isInstanceOf(IllegalArgumentException.class);
  }
}
