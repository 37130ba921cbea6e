package org.proffer.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** That a person's calendar can be read at a secret address. */
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
@Entity
@Table(name = "calendar_feed")
@NullUnmarked
class CalendarFeed {
  @Id String login;

  @Column(name = "token_hash")
  String tokenHash;

  @Column(name = "made_at")
  Instant madeAt;

  protected CalendarFeed() {}

  CalendarFeed(String login) {
    this.login = login;
  }
}
