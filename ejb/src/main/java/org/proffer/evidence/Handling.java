package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Role;
import org.proffer.audit.Act;
import org.proffer.audit.AuditTrail;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.platform.InvalidInput;

/**
 * What people do with an item: open, examine, copy, take out and bring back, seal and unseal, put
 * away. Entered by its holder, by who has it for a while, by a custodian or by a supervisor; what
 * does not fit how the item stands is refused.
 */
@Stateless
public class Handling {
  private static final Set<CustodyEventView.Kind> ENTERED =
      EnumSet.of(
          CustodyEventView.Kind.OPENED,
          CustodyEventView.Kind.EXAMINED,
          CustodyEventView.Kind.COPIED,
          CustodyEventView.Kind.CHECKED_OUT,
          CustodyEventView.Kind.CHECKED_IN,
          CustodyEventView.Kind.SEALED,
          CustodyEventView.Kind.UNSEALED,
          CustodyEventView.Kind.MOVED);
  private static final int LONGEST = 1_000;
  private static final int LONGEST_NAME = 200;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private ItemLocks items;
  @Inject private CustodyLog custody;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * What was done with an item.
   *
   * @param how in a sentence
   * @param where may be empty
   * @param authority on what authority; may be empty
   * @param to who has it now, when it is taken out; otherwise empty
   * @param seal number of the seal, when it is sealed; otherwise empty
   * @param shelf where it is, when it is put away or brought back; otherwise empty
   * @param happened when, if that was not just now; not to come
   */
  public record Deed(
      CustodyEventView.Kind kind,
      String how,
      String where,
      String authority,
      String to,
      String seal,
      String shelf,
      @Nullable Instant happened) {
    public Deed {
      how = how.strip();
      where = where.strip();
      authority = authority.strip();
      to = to.strip();
      seal = seal.strip();
      shelf = shelf.strip();
      happened = happened == null ? null : happened.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /** What can be entered, in the order in which it is offered. */
  public static Set<CustodyEventView.Kind> entered() {
    return Set.copyOf(ENTERED);
  }

  /** Refuses who may not enter anything in the custody of an item. */
  public void requireMay(EvidenceId id) {
    items.seen(Action.HANDLE_EVIDENCE, id);
  }

  /**
   * Enters in the custody of an item what was done with it.
   *
   * @throws InvalidInput if something is missing or cannot be
   * @throws HandlingRefused if it does not fit how the item stands
   */
  public EvidenceView enter(EvidenceId id, Deed deed) {
    EvidenceItem item = items.locked(Action.HANDLE_EVIDENCE, id);
    EvidenceView before = item.view();
    Actor actor = access.actor();
    check(deed);
    if (before.destroyedAt() != null) {
      throw HandlingRefused.destroyed(before);
    }
    if (!isInHands(before, actor)) {
      throw HandlingRefused.notYours(before);
    }
    apply(item, deed);
    entities.flush();
    CustodyAct act =
        CustodyAct.of(deed.kind(), actor.login(), detail(deed, before), before.custodyHash())
            .happening(deed.happened())
            .at(deed.where())
            .on(deed.authority());
    custody.append(id.value(), deed.to().isEmpty() ? act : act.passingTo(deed.to()));
    audit.record(
        Act.done(
            actor.login(),
            deed.kind().name() + "_EVIDENCE",
            before.caseId().value(),
            "evidence",
            id,
            ""));
    return item.view();
  }

  private static boolean isInHands(EvidenceView item, Actor actor) {
    return actor.login().equals(item.holder())
        || actor.login().equals(item.outTo())
        || actor.roles().contains(Role.EVIDENCE_CUSTODIAN)
        || actor.roles().contains(Role.SUPERVISING_ATTORNEY);
  }

  private void check(Deed deed) {
    if (!ENTERED.contains(deed.kind())) {
      throw new InvalidInput(
          "kind",
          "“" + deed.kind().label() + "” is not entered by hand.",
          "It is entered by the portal when it is done.");
    }
    filled("how", deed.how(), LONGEST);
    atMost("where", deed.where(), LONGEST_NAME);
    atMost("authority", deed.authority(), LONGEST);
    atMost("to", deed.to(), LONGEST_NAME);
    atMost("seal", deed.seal(), LONGEST_NAME);
    atMost("shelf", deed.shelf(), LONGEST_NAME);
    Instant happened = deed.happened();
    if (happened != null && happened.isAfter(clock.instant())) {
      throw new InvalidInput("happened", happened + " is to come.", "Check day and hour, in UTC.");
    }
  }

  private static void filled(String field, String text, int most) {
    if (text.isEmpty()) {
      throw new InvalidInput(field, "“" + field + "” is empty.", "Write a sentence.");
    }
    atMost(field, text, most);
  }

  private static void atMost(String field, String text, int most) {
    if (text.length() > most) {
      throw new InvalidInput(
          field, "It has " + text.length() + " characters; at most " + most + ".", "Shorten it.");
    }
  }

  private static void apply(EvidenceItem item, Deed deed) {
    EvidenceView now = item.view();
    switch (deed.kind()) {
      case OPENED -> {
        if (!now.seal().isEmpty()) {
          throw new HandlingRefused(
              now, "is under seal " + now.seal() + ".", "Enter first that the seal was broken.");
        }
      }
      case CHECKED_OUT -> {
        filled("to", deed.to(), LONGEST_NAME);
        if (!now.outTo().isEmpty()) {
          throw new HandlingRefused(
              now, "is out already, with " + now.outTo() + ".", "Enter first that it came back.");
        }
        item.lend(deed.to());
      }
      case CHECKED_IN -> {
        if (now.outTo().isEmpty()) {
          throw new HandlingRefused(now, "is not out.", "Look at its custody.");
        }
        item.lend("");
        if (!deed.shelf().isEmpty()) {
          item.put(deed.shelf());
        }
      }
      case SEALED -> {
        filled("seal", deed.seal(), LONGEST_NAME);
        if (!now.seal().isEmpty()) {
          throw new HandlingRefused(
              now,
              "is under seal " + now.seal() + ".",
              "Enter first that this seal was broken, and why.");
        }
        item.seal(deed.seal());
      }
      case UNSEALED -> {
        if (now.seal().isEmpty()) {
          throw new HandlingRefused(now, "is not sealed.", "Look at its custody.");
        }
        item.seal("");
      }
      case MOVED -> {
        filled("shelf", deed.shelf(), LONGEST_NAME);
        item.put(deed.shelf());
      }
      default -> {
        // nothing of the item changes
      }
    }
  }

  private static String detail(Deed deed, EvidenceView before) {
    String what =
        switch (deed.kind()) {
          case SEALED -> "Seal " + deed.seal() + ". ";
          case UNSEALED -> "Seal " + before.seal() + ". ";
          case CHECKED_IN -> "From " + before.outTo() + shelf(deed) + ". ";
          case MOVED ->
              (before.shelf().isEmpty() ? "To " : "From " + before.shelf() + " to ")
                  + deed.shelf()
                  + ". ";
          default -> "";
        };
    return what + deed.how();
  }

  private static String shelf(Deed deed) {
    return deed.shelf().isEmpty() ? "" : ", to " + deed.shelf();
  }

  /**
   * Forbids that an item is destroyed.
   *
   * @throws HandlingRefused if it is on hold already
   */
  public EvidenceView hold(EvidenceId id, String because) {
    EvidenceItem item = items.locked(Action.HOLD_EVIDENCE, id);
    EvidenceView before = item.view();
    filled("reason", because.strip(), LONGEST);
    if (before.destroyedAt() != null) {
      throw HandlingRefused.destroyed(before);
    }
    if (!before.hold().isEmpty()) {
      throw new HandlingRefused(before, "is on hold already: " + before.hold(), "Leave it so.");
    }
    item.hold(because.strip());
    return held(item, CustodyEventView.Kind.HELD, because.strip());
  }

  /**
   * Lifts the hold on an item.
   *
   * @throws HandlingRefused if it is not on hold
   */
  public EvidenceView release(EvidenceId id, String because) {
    EvidenceItem item = items.locked(Action.RELEASE_EVIDENCE, id);
    EvidenceView before = item.view();
    filled("reason", because.strip(), LONGEST);
    if (before.hold().isEmpty()) {
      throw new HandlingRefused(before, "is not on hold.", "Look at its custody.");
    }
    item.hold("");
    return held(item, CustodyEventView.Kind.RELEASED, because.strip());
  }

  private EvidenceView held(EvidenceItem item, CustodyEventView.Kind kind, String because) {
    entities.flush();
    EvidenceView now = item.view();
    String login = access.actor().login();
    custody.append(now.id().value(), CustodyAct.of(kind, login, because, now.custodyHash()));
    audit.record(
        Act.done(login, kind.name() + "_EVIDENCE", now.caseId().value(), "evidence", now.id(), ""));
    return now;
  }
}
