package org.proffer.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.proffer.access.RowIdentity;
import org.proffer.ledger.Head;
import org.proffer.ledger.HeadsFile;
import org.proffer.ledger.MerkleTree;
import org.proffer.ledger.TreeHash;

/**
 * Writes and reads custody events, in the transaction of what they record. Who may is asked by the
 * services that know the items.
 *
 * <p>Each event is a leaf of a Merkle log (RFC 9162) whose heads are signed with a key outside the
 * database. An event is vouched for once a head is signed over it: within a second or two.
 */
@ApplicationScoped
public class CustodyLog {
  @PersistenceContext private EntityManager entities;
  @Inject private CustodyLeaves leaves;
  @Inject private CustodyKeeper keeper;

  /**
   * An event with the proof that it is in the log.
   *
   * @param leaf the bytes that are hashed, as text
   * @param proof of inclusion under the head, from the leaf upwards
   */
  public record Proven(long place, String leaf, List<TreeHash> proof) {}

  /**
   * Events with their proofs under one signed head.
   *
   * @param note the signed head
   * @param events in the order of the log; those the head does not cover yet are left out
   * @param unsigned how many are left out
   */
  public record Proofs(String note, List<Proven> events, int unsigned) {}

  /** Appends an event. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(UUID itemId, CustodyAct act) {
    leaves.add(itemId, act);
  }

  /** The events of an item, first to last. */
  public List<CustodyEventView> of(UUID itemId) {
    return entities
        .createQuery(
            "from CustodyEvent e where e.itemId = :item order by e.sequence", CustodyEvent.class)
        .setParameter("item", itemId)
        .getResultList()
        .stream()
        .map(CustodyEvent::view)
        .toList();
  }

  /**
   * The newest events of some items, newest first.
   *
   * @param most how many at most
   */
  public List<CustodyEventView> newest(Collection<UUID> items, int most) {
    return items.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "from CustodyEvent e where e.itemId in :items order by e.place desc",
                CustodyEvent.class)
            .setParameter("items", items)
            .setMaxResults(most)
            .getResultList()
            .stream()
            .map(CustodyEvent::view)
            .toList();
  }

  /** The events of some items with their proofs under the newest signed head. */
  @Transactional(Transactional.TxType.REQUIRED)
  public Proofs proofs(Collection<UUID> items) {
    List<CustodyEvent> events =
        items.isEmpty()
            ? List.of()
            : entities
                .createQuery(
                    "from CustodyEvent e where e.itemId in :items and e.place is not null"
                        + " order by e.place",
                    CustodyEvent.class)
                .setParameter("items", items)
                .getResultList();
    List<String> notes = notes();
    if (notes.isEmpty()) {
      return new Proofs("", List.of(), events.size());
    }
    String note = notes.get(notes.size() - 1);
    long size = Head.of(note).size();
    MerkleTree tree = RowIdentity.asPortal(() -> leaves.tree(size));
    List<Proven> proven =
        events.stream()
            .filter(event -> event.place() < size)
            .map(
                event ->
                    new Proven(
                        event.place(),
                        event.logged().leaf(),
                        tree.inclusion(Math.toIntExact(event.place()), tree.size())))
            .toList();
    return new Proofs(note, proven, events.size() - proven.size());
  }

  /**
   * The proof that the log of one size continues the log of another.
   *
   * @throws IllegalArgumentException unless {@code 0 <= first <= second}, and the log is that long
   */
  @Transactional(Transactional.TxType.REQUIRED)
  public List<TreeHash> consistency(long first, long second) {
    if (first < 0 || first > second || second > leaves.log().size()) {
      throw new IllegalArgumentException("The log has no sizes " + first + " and " + second);
    }
    return RowIdentity.asPortal(() -> leaves.tree(second))
        .consistency(Math.toIntExact(first), Math.toIntExact(second));
  }

  /**
   * The proofs that the log of a size continues the logs of earlier sizes.
   *
   * @param earlier sizes, each at most the size
   */
  @Transactional(Transactional.TxType.REQUIRED)
  public Map<Long, List<TreeHash>> consistencies(Collection<Long> earlier, long size) {
    MerkleTree tree = RowIdentity.asPortal(() -> leaves.tree(size));
    Map<Long, List<TreeHash>> proofs = new TreeMap<>();
    for (long first : earlier) {
      proofs.put(first, tree.consistency(Math.toIntExact(first), tree.size()));
    }
    return proofs;
  }

  /** The signed heads, oldest first. */
  public List<String> notes() {
    try {
      return keeper.heads().notes();
    } catch (IOException e) {
      throw new UncheckedIOException("the heads of the custody log cannot be read", e);
    }
  }

  /** The signed heads and the key that checks them. */
  public HeadsFile heads() throws IOException {
    return keeper.heads();
  }
}
