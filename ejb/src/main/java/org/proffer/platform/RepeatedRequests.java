package org.proffer.platform;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a program may send again because it did not see the answer: done once, answered
 * alike each time, for a day.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RepeatedRequests {
  private static final Duration KEPT = Duration.ofDays(1);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * What was answered.
   *
   * @param status of HTTP
   * @param location where the thing made is; null where nothing was made
   * @param mediaType of the body; null where there is none
   * @param body as it was sent; null where there was none
   */
  public record Answer(
      int status, @Nullable String location, @Nullable String mediaType, @Nullable String body) {}

  /**
   * Begins a request.
   *
   * @param fingerprint of everything that makes the request what it is
   * @return the answer given before; empty if the request is new and is to be done now
   * @throws RequestRefused if the key belongs to another request, or the first sending still runs
   */
  public Optional<Answer> begin(String login, String key, String fingerprint) {
    Instant now = clock.instant();
    entities
        .createNativeQuery("delete from proffer.repeated_request where begun_at < :before")
        .setParameter("before", now.minus(KEPT))
        .executeUpdate();
    int begun =
        entities
            .createNativeQuery(
                "insert into proffer.repeated_request (login, key, fingerprint, begun_at) "
                    + "values (:login, :key, :fingerprint, :now) on conflict do nothing")
            .setParameter("login", login)
            .setParameter("key", key)
            .setParameter("fingerprint", fingerprint)
            .setParameter("now", now)
            .executeUpdate();
    if (begun == 1) {
      return Optional.empty();
    }
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "select fingerprint, status, location, media_type, body from proffer.repeated_request "
                        + "where login = :login and key = :key")
                .setParameter("login", login)
                .setParameter("key", key)
                .getSingleResult();
    if (!fingerprint.equals(row[0])) {
      throw RequestRefused.keyOfAnother(key);
    }
    if (row[1] == null) {
      throw RequestRefused.stillRunning(key);
    }
    return Optional.of(
        new Answer((Integer) row[1], (String) row[2], (String) row[3], (String) row[4]));
  }

  /** Keeps the answer of a request that was begun. */
  public void answered(String login, String key, Answer answer) {
    entities
        .createNativeQuery(
            "update proffer.repeated_request set status = :status, location = cast(:location as text), "
                + "media_type = cast(:type as text), body = cast(:body as text) where login = :login and key = :key")
        .setParameter("status", answer.status())
        .setParameter("location", answer.location())
        .setParameter("type", answer.mediaType())
        .setParameter("body", answer.body())
        .setParameter("login", login)
        .setParameter("key", key)
        .executeUpdate();
  }

  /** Forgets a request that failed on our side: it may be sent again. */
  public void failed(String login, String key) {
    entities
        .createNativeQuery(
            "delete from proffer.repeated_request where login = :login and key = :key")
        .setParameter("login", login)
        .setParameter("key", key)
        .executeUpdate();
  }
}
