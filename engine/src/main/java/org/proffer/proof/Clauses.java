package org.proffer.proof;

/**
 * What follows from what: nodes are numbers from 0, a clause gives its head once all its needs are
 * given. A node may have several clauses, or none.
 */
final class Clauses {

  final IntLists needs;
  final IntLists neededBy;
  final int[] heads;

  /**
   * @param clausesOf for each node its clauses, numbered as they come
   * @param needs for each clause the nodes it needs, at least one
   */
  Clauses(IntLists clausesOf, IntLists needs) {
    this.needs = needs;
    neededBy = needs.inverse(clausesOf.size());
    heads = new int[needs.size()];
    for (int node = 0; node < clausesOf.size(); node++) {
      for (int i = clausesOf.from(node); i < clausesOf.until(node); i++) {
        heads[clausesOf.at(i)] = node;
      }
    }
  }

  int nodes() {
    return neededBy.size();
  }
}
