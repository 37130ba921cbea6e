package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.custody.CustodyAct;
import org.proffer.custody.CustodyEventView;
import org.proffer.custody.CustodyLog;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/**
 * Stock checks of the things of a case: somebody goes along a shelf, scans or types what is there,
 * and is told what differs from what is listed. Of the things that are open to the person.
 */
@Stateless
public class StockChecks {
  private static final int LONGEST = 200;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private CustodyLog custody;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Begins a check.
   *
   * @param shelf of one shelf; empty for all things of the case
   * @throws InvalidInput if one is under way
   */
  public StockView begin(CaseId caseId, String shelf) {
    String login = access.require(Action.HANDLE_EVIDENCE, caseId.value()).login();
    if (shelf.length() > LONGEST) {
      throw new InvalidInput("shelf", "It is too long.", "Write the name of one shelf.");
    }
    if (open(caseId).isPresent()) {
      throw new InvalidInput(
          "shelf", "A stock check of this case is under way.", "End that one first.");
    }
    StockCheck check = new StockCheck();
    check.id = Ids.next(clock);
    check.caseId = caseId.value();
    check.shelf = shelf.strip();
    check.begunAt = clock.instant();
    check.begunBy = login;
    entities.persist(check);
    entities.flush();
    audit.record(login, "BEGIN_STOCK_CHECK", caseId.value(), "stock-check", check.id, "");
    return view(check);
  }

  /** The check that is under way in a case. */
  public Optional<StockView> underWay(CaseId caseId) {
    access.require(Action.VIEW_EVIDENCE, caseId.value());
    return open(caseId).map(this::view);
  }

  private Optional<StockCheck> open(CaseId caseId) {
    return entities
        .createQuery(
            "from StockCheck c where c.caseId = :case and c.endedAt is null", StockCheck.class)
        .setParameter("case", caseId.value())
        .getResultStream()
        .findFirst();
  }

  /** The checks of a case that have ended, the newest first. */
  public List<StockView> of(CaseId caseId) {
    access.require(Action.VIEW_EVIDENCE, caseId.value());
    return entities
        .createQuery(
            "from StockCheck c where c.caseId = :case and c.endedAt is not null order by c.begunAt desc",
            StockCheck.class)
        .setParameter("case", caseId.value())
        .setMaxResults(50)
        .getResultStream()
        .map(this::view)
        .toList();
  }

  /** A check. */
  public StockView get(UUID id) {
    return view(found(Action.VIEW_EVIDENCE, id, false));
  }

  private StockCheck found(Action action, UUID id, boolean locked) {
    access.require(action);
    StockCheck check = entities.find(StockCheck.class, id);
    if (check == null) {
      throw new NotFound("stock check", id);
    }
    access.require(action, check.caseId, "stock check", id);
    if (locked) {
      entities.refresh(check, LockModeType.PESSIMISTIC_WRITE);
      if (check.endedAt != null) {
        throw new InvalidInput(
            "stock check", "It ended at " + check.endedAt + ".", "Begin another.");
      }
    }
    return check;
  }

  /**
   * Enters that an item was seen; seen again, the last time counts.
   *
   * @param item number of the item in its case, or what its label says
   * @param shelf where it was seen; empty for the shelf of the check, or where it is listed
   * @param seal number of the seal on it; empty for none
   */
  public StockView see(UUID id, String item, String shelf, String seal) {
    StockCheck check = found(Action.HANDLE_EVIDENCE, id, true);
    EvidenceView seen = named(check, item.strip());
    if (shelf.length() > LONGEST || seal.length() > LONGEST) {
      throw new InvalidInput("shelf", "Shelf or seal is too long.", "Write its name alone.");
    }
    StockSighting.Key key = new StockSighting.Key(id, seen.id().value());
    StockSighting found = entities.find(StockSighting.class, key);
    StockSighting sighting = found == null ? new StockSighting() : found;
    sighting.key = key;
    sighting.seenAt = clock.instant();
    sighting.seenBy = access.actor().login();
    sighting.shelf =
        shelf.isBlank() ? check.shelf.isEmpty() ? seen.shelf() : check.shelf : shelf.strip();
    sighting.seal = seal.strip();
    if (found == null) {
      entities.persist(sighting);
    }
    entities.flush();
    return view(check);
  }

  private EvidenceView named(StockCheck check, String said) {
    String id = said.replaceFirst(".*[?&]id=", "").replaceFirst("&.*", "");
    return items(check.caseId).values().stream()
        .filter(
            item ->
                item.id().toString().equalsIgnoreCase(id)
                    || Integer.toString(item.number()).equals(said))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "item",
                    "“" + said + "” is no item of this case that is open to you.",
                    "Type the number of the item, or scan its label. If the label is of another"
                        + " case, put the thing aside and say so to the custodian."));
  }

  private Map<UUID, EvidenceView> items(UUID caseId) {
    return entities
        .createQuery("from EvidenceItem e where e.caseId = :case", EvidenceItem.class)
        .setParameter("case", caseId)
        .getResultStream()
        .map(EvidenceItem::view)
        .collect(Collectors.toMap(item -> item.id().value(), Function.identity()));
  }

  /** Ends a check: what was seen and what was not goes into the custody of each item. */
  public StockView end(UUID id) {
    StockCheck check = found(Action.HANDLE_EVIDENCE, id, true);
    String login = access.actor().login();
    StockView now = view(check);
    check.endedAt = clock.instant();
    check.endedBy = login;
    for (StockView.Difference difference : now.differences()) {
      StockDifference row = new StockDifference();
      row.id = Ids.next(clock);
      row.checkId = id;
      row.itemId = difference.item().id().value();
      row.kind = difference.kind();
      row.detail = difference.detail();
      entities.persist(row);
    }
    entities.flush();
    for (StockView.Line line : now.lines()) {
      String wrong =
          now.differences().stream()
              .filter(difference -> difference.item().id().equals(line.item().id()))
              .map(difference -> difference.kind().label() + ": " + difference.detail())
              .collect(Collectors.joining(" "));
      if (line.seenAt() != null || !wrong.isEmpty()) {
        custody.append(line.item().id().value(), act(line, wrong, login));
      }
    }
    audit.record(
        login,
        "END_STOCK_CHECK",
        check.caseId,
        "stock-check",
        id,
        now.differences().size() + " differences");
    return view(check);
  }

  private static CustodyAct act(StockView.Line line, String wrong, String login) {
    CustodyAct act =
        CustodyAct.of(
                wrong.isEmpty()
                    ? CustodyEventView.Kind.COUNTED
                    : CustodyEventView.Kind.NOT_AS_LISTED,
                login,
                wrong.isEmpty() ? "Seen in a stock check, as listed." : wrong,
                line.item().custodyHash())
            .happening(line.seenAt())
            .at(line.seenShelf());
    return wrong.isEmpty() ? act : act.failing(act.after());
  }

  private StockView view(StockCheck check) {
    Map<UUID, EvidenceView> items = items(check.caseId);
    Map<UUID, StockSighting> seen =
        entities
            .createQuery("from StockSighting s where s.key.checkId = :check", StockSighting.class)
            .setParameter("check", check.id)
            .getResultStream()
            .collect(Collectors.toMap(s -> s.key.itemId(), Function.identity()));
    Map<Integer, StockView.Line> lines = new TreeMap<>();
    for (EvidenceView item : items.values()) {
      StockSighting sighting = seen.get(item.id().value());
      boolean expected = isExpected(check, item);
      if (expected || sighting != null) {
        lines.put(item.number(), line(item, expected, sighting));
      }
    }
    List<StockView.Line> all = List.copyOf(lines.values());
    return new StockView(
        check.id,
        new CaseId(check.caseId),
        check.shelf,
        check.begunAt,
        check.begunBy,
        check.endedAt,
        check.endedBy,
        all,
        check.endedAt == null ? differences(all) : written(check, items));
  }

  private static StockView.Line line(
      EvidenceView item, boolean expected, @Nullable StockSighting sighting) {
    return sighting == null
        ? new StockView.Line(item, expected, null, null, "", "")
        : new StockView.Line(
            item, expected, sighting.seenAt, sighting.seenBy, sighting.shelf, sighting.seal);
  }

  private static boolean isExpected(StockCheck check, EvidenceView item) {
    return item.form() == ItemForm.THING
        && item.destroyedAt() == null
        && item.outTo().isEmpty()
        && (check.shelf.isEmpty() || check.shelf.equals(item.shelf()));
  }

  private static List<StockView.Difference> differences(List<StockView.Line> lines) {
    List<StockView.Difference> all = new ArrayList<>();
    for (StockView.Line line : lines) {
      EvidenceView item = line.item();
      if (line.seenAt() == null) {
        all.add(
            new StockView.Difference(
                item,
                StockView.Kind.MISSING,
                "Not seen"
                    + (item.shelf().isEmpty()
                        ? "; no shelf is listed."
                        : " on " + item.shelf() + ".")));
        continue;
      }
      if (item.destroyedAt() != null) {
        all.add(
            new StockView.Difference(
                item, StockView.Kind.NOT_DESTROYED, "Seen, though it was destroyed."));
      } else if (!item.outTo().isEmpty()) {
        all.add(
            new StockView.Difference(
                item, StockView.Kind.NOT_OUT, "Seen, though it is out with " + item.outTo() + "."));
      }
      if (!line.seenShelf().equals(item.shelf())) {
        all.add(
            new StockView.Difference(
                item,
                StockView.Kind.OTHER_PLACE,
                "Seen on "
                    + (line.seenShelf().isEmpty() ? "no shelf" : line.seenShelf())
                    + ", listed on "
                    + (item.shelf().isEmpty() ? "none" : item.shelf())
                    + "."));
      }
      if (!line.seenSeal().equals(item.seal())) {
        all.add(
            new StockView.Difference(
                item,
                StockView.Kind.OTHER_SEAL,
                "Seen with "
                    + (line.seenSeal().isEmpty() ? "no seal" : "seal " + line.seenSeal())
                    + ", listed with "
                    + (item.seal().isEmpty() ? "none" : item.seal())
                    + "."));
      }
    }
    return all;
  }

  private List<StockView.Difference> written(StockCheck check, Map<UUID, EvidenceView> items) {
    return entities
        .createQuery(
            "from StockDifference d where d.checkId = :check order by d.id", StockDifference.class)
        .setParameter("check", check.id)
        .getResultStream()
        .flatMap(
            d ->
                Stream.ofNullable(items.get(d.itemId))
                    .map(item -> new StockView.Difference(item, d.kind, d.detail)))
        .sorted(
            Comparator.comparingInt((StockView.Difference d) -> d.item().number())
                .thenComparing(StockView.Difference::kind))
        .toList();
  }
}
