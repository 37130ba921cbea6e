package org.proffer.mailings;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known of one address that objected; arrays, as there may be millions of them. */
final class Known {
  private static final Request[] NO_REQUEST = {};
  private static final Given[] NO_CONSENT = {};
  private static final Left[] NOWHERE = {};

  Request[] requests = NO_REQUEST;
  Given[] consents = NO_CONSENT;
  Left[] left = NOWHERE;
  boolean counted;

  /** A request to receive no more. */
  static final class Request {
    final long at;
    final long line;
    final String kinds;
    final String receivedBy;

    /** The tenth business day, UTC, as a count of days; computed when it is asked for first. */
    private int lastDay = Integer.MIN_VALUE;

    Request(long at, long line, String kinds, String receivedBy) {
      this.at = at;
      this.line = line;
      this.kinds = kinds;
      this.receivedBy = receivedBy;
    }

    int lastDay(int grace) {
      if (lastDay == Integer.MIN_VALUE) {
        lastDay = Math.toIntExact(Days.last(at, java.time.ZoneOffset.UTC, grace).toEpochDay());
      }
      return lastDay;
    }
  }

  /** A consent. */
  record Given(
      long at,
      long line,
      String to,
      boolean express,
      boolean passedOn,
      @Nullable Long withdrawnAt,
      String words,
      String channel) {}

  /** The address stands on a list of addresses to leave out; an empty name is the sender's own. */
  record Left(String list, long at, long line) {}

  void add(Request request) {
    requests = Arrays.copyOf(requests, requests.length + 1);
    requests[requests.length - 1] = request;
  }

  void add(Given consent) {
    consents = Arrays.copyOf(consents, consents.length + 1);
    consents[consents.length - 1] = consent;
  }

  void add(Left place) {
    left = Arrays.copyOf(left, left.length + 1);
    left[left.length - 1] = place;
  }

  /** Since when the address is left out on a list; null if it is not there. */
  @Nullable Left since(String list) {
    Left earliest = null;
    for (Left each : left) {
      if (each.list().equals(list) && (earliest == null || each.at() < earliest.at())) {
        earliest = each;
      }
    }
    return earliest;
  }
}
