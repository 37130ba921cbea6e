package org.proffer.compliance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Actor;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.audit.AuditTrail;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.Sender;
import org.proffer.evidence.Vault;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.deadlines.BusinessDays;
import org.proffer.mailings.ColumnMapping;
import org.proffer.mailings.ListKind;
import org.proffer.mailings.ListRefused;
import org.proffer.mailings.ListSource;
import org.proffer.mailings.OptOutList;
import org.proffer.mailings.RowProblem;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NativeRows;
import org.proffer.platform.NotFound;

/**
 * Requests to receive no more, each with its clock: the day of receipt is not counted, the tenth
 * business day is the last on which mail is still allowed (15 U.S.C. 7704(a)(4)(A)(i)).
 */
@Stateless
public class OptOutClocks {
  /** Business days ahead of the last on which a request that is not honored raises an alarm. */
  public static final int AHEAD = 3;

  private static final int MOST = 64 << 20;
  private static final int PROBLEMS = 200;
  private static final int ROWS_AT_ONCE = 500;
  private static final String COLUMNS =
      "select r.id, r.client_id, r.address, r.received_at, r.last_day, r.kinds, r.made_to, r.channel,"
          + " r.honored_at, r.honored_by from proffer.opt_out_request r ";

  @PersistenceContext private EntityManager entities;
  @Inject private ClientAccess access;
  @Inject private ClientRecords records;
  @Inject private AuditLists lists;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * A request.
   *
   * @param lastDay the tenth business day
   * @param kinds the kinds declined, with semicolons between them; empty for all
   * @param madeTo the sender; empty where none was named
   * @param honoredAt when the address was left out everywhere; null while it is not
   * @param standing how it stands today
   * @param dayCount the number of the business day that today is, or that it was honored on; 0 on
   *     the day of receipt
   */
  public record Request(
      UUID id,
      UUID clientId,
      String address,
      Instant receivedAt,
      LocalDate lastDay,
      String kinds,
      String madeTo,
      String channel,
      @Nullable Instant honoredAt,
      @Nullable String honoredBy,
      Standing standing,
      int dayCount) {}

  /** How a request stands. */
  public enum Standing {
    /** Not honored, and its last day is past. */
    OVERDUE("Overdue"),
    /** Not honored, and its last day is near. */
    DUE_SOON("Due soon"),
    /** Not honored yet. */
    RUNNING("Running"),
    /** Honored after its last day. */
    LATE("Honored late"),
    /** Honored in time. */
    IN_TIME("Honored in time");

    private final String label;

    Standing(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /** A request as it is entered. */
  public record Entered(
      String address, Instant receivedAt, String kinds, String madeTo, String channel) {}

  /**
   * Enters a request; one that is there already is found again.
   *
   * @throws InvalidInput naming the field that cannot be used
   */
  public Request enter(UUID clientId, Entered entered) {
    Actor actor = access.require(ClientAction.AUDIT_CLIENT, clientId);
    String address = entered.address().strip().toLowerCase(Locale.ROOT);
    if (!address.matches("[^\\s@<>]+@[^\\s@<>]+")) {
      throw new InvalidInput(
          "address",
          "“" + entered.address() + "” is no electronic mail address.",
          "Write it alone.");
    }
    if (entered.receivedAt().isAfter(clock.instant())) {
      throw new InvalidInput(
          "receivedAt", "The moment lies ahead.", "Enter when the request was received.");
    }
    LocalDate received =
        LocalDate.ofInstant(entered.receivedAt(), zone(clientId, entered.madeTo()));
    UUID id = Ids.next(clock);
    insert(id, clientId, address, received, entered, actor);
    audit.record(actor.login(), "ENTER_OPT_OUT", null, "opt-out-request", id, "client " + clientId);
    return NativeRows.of(
            entities,
            COLUMNS
                + "where r.client_id = :client and r.address = :address and r.received_at = :received"
                + " and r.made_to = :madeTo")
        .setParameter("client", clientId)
        .setParameter("address", address)
        .setParameter("received", entered.receivedAt())
        .setParameter("madeTo", entered.madeTo().strip())
        .getResultList()
        .stream()
        .map(row -> view(row, new HashMap<>()))
        .findFirst()
        .orElseThrow(() -> new NotFound("request", id));
  }

  /** Enters a request; 0 if it was there already. */
  private int insert(
      UUID id, UUID clientId, String address, LocalDate received, Entered entered, Actor actor) {
    return entities
        .createNativeQuery(
            "insert into proffer.opt_out_request (id, client_id, address, received_at, last_day, kinds,"
                + " made_to, channel, entered_at, entered_by) values (:id, :client, :address, :received,"
                + " :last, :kinds, :madeTo, :channel, :at, :by)"
                + " on conflict (client_id, address, received_at, made_to) do nothing")
        .setParameter("id", id)
        .setParameter("client", clientId)
        .setParameter("address", address)
        .setParameter("received", entered.receivedAt())
        .setParameter("last", BusinessDays.after(received, CanSpamRules.optOutGrace(received)))
        .setParameter("kinds", entered.kinds().strip())
        .setParameter("madeTo", entered.madeTo().strip())
        .setParameter("channel", entered.channel().strip())
        .setParameter("at", clock.instant())
        .setParameter("by", actor.login())
        .executeUpdate();
  }

  /**
   * What came of a list of requests.
   *
   * @param entered new requests
   * @param known requests that were there already
   * @param notRead rows that could not be used
   * @param mapping how its columns were understood
   * @param problems the first of the rows that could not be used
   */
  public record ListEntered(
      UUID id,
      String fileName,
      long rows,
      long entered,
      long known,
      long notRead,
      JsonObject mapping,
      List<RowProblem> problems,
      Instant enteredAt,
      String enteredBy) {
    public ListEntered {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Enters the requests of a CSV file, all rows that can be used in one transaction; the others are
   * named. How its columns are understood is known again for the same headings, also when an audit
   * is given such a file.
   *
   * @param headings by the names of the columns, where they are not as they were understood last or
   *     as their names say
   * @param timesZone the zone of times that name none; empty for UTC
   * @throws AuditRefused if it is no CSV, or a column that is needed is not known
   */
  public ListEntered enterList(
      UUID clientId,
      String fileName,
      Map<String, String> headings,
      String timesZone,
      InputStream in) {
    Actor actor = access.require(ClientAction.AUDIT_CLIENT, clientId);
    byte[] bytes = read(in);
    ZoneId times = timesZone.isEmpty() ? ZoneOffset.UTC : ClientKinds.zone(timesZone);
    try {
      List<String> header =
          ListSource.header(ListKind.OPT_OUTS, () -> new ByteArrayInputStream(bytes));
      ColumnMapping mapping = lists.understood(clientId, ListKind.OPT_OUTS, header, headings);
      Map<String, ZoneId> zones = new HashMap<>();
      long[] counts = {0, 0};
      Instant now = clock.instant();
      OptOutList.Read read =
          OptOutList.of(
              ListSource.of(() -> new ByteArrayInputStream(bytes), mapping),
              times,
              request -> {
                if (request.receivedAt().isAfter(now)) {
                  return "the moment lies ahead";
                }
                ZoneId zone = zones.computeIfAbsent(request.madeTo(), to -> zone(clientId, to));
                LocalDate received = LocalDate.ofInstant(request.receivedAt(), zone);
                int entered =
                    insert(
                        Ids.next(clock),
                        clientId,
                        request.address(),
                        received,
                        new Entered(
                            request.address(),
                            request.receivedAt(),
                            request.kinds(),
                            request.madeTo(),
                            request.channel()),
                        actor);
                counts[entered == 1 ? 0 : 1]++;
                return "";
              });
      ListEntered list =
          new ListEntered(
              Ids.next(clock),
              Vault.baseName(fileName),
              read.rows(),
              counts[0],
              counts[1],
              read.notRead(),
              MailingAudits.json(mapping.headings()),
              read.problems().stream().limit(PROBLEMS).toList(),
              now,
              actor.login());
      lists.enterOptOuts(clientId, list);
      lists.remember(clientId, ListKind.OPT_OUTS, header, mapping);
      audit.record(
          actor.login(), "ENTER_OPT_OUTS", null, "opt-out-list", list.id(), counts[0] + " entered");
      return list;
    } catch (ListRefused refused) {
      throw MailingAudits.refused(refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new InvalidInput(
            "list", "The file has more than 64 MiB.", "Give it in parts; known requests are kept.");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lists of requests that were given for a client, newest first. */
  public List<ListEntered> entered(UUID clientId, int most) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    return lists.optOuts(clientId, most);
  }

  /** The zone in which the day of receipt is read: of the sender that it was made to, else UTC. */
  private ZoneId zone(UUID clientId, String madeTo) {
    return records.list(ClientKinds.SENDER, clientId).stream()
        .map(record -> record.content())
        .filter(sender -> madeTo.isBlank() || sender.name().equals(madeTo.strip()))
        .map(Sender::zone)
        .filter(zone -> !zone.isEmpty())
        .findFirst()
        .map(ZoneId::of)
        .orElse(ZoneOffset.UTC);
  }

  /**
   * Says that a request was honored: the address is left out everywhere from then on.
   *
   * @throws InvalidInput if that was before the request or lies ahead
   */
  public Request honor(UUID id, Instant at) {
    Request before = get(id);
    Actor actor = access.require(ClientAction.AUDIT_CLIENT, before.clientId(), "request", id);
    if (at.isBefore(before.receivedAt()) || at.isAfter(clock.instant())) {
      throw new InvalidInput(
          "honoredAt",
          "The moment lies before the request, or ahead.",
          "Enter when the address was left out everywhere.");
    }
    entities
        .createNativeQuery(
            "update proffer.opt_out_request set honored_at = :at, honored_by = :by where id = :id")
        .setParameter("at", at)
        .setParameter("by", actor.login())
        .setParameter("id", id)
        .executeUpdate();
    audit.record(actor.login(), "HONOR_OPT_OUT", null, "opt-out-request", id, "");
    return get(id);
  }

  /**
   * A request.
   *
   * @throws NotFound if there is none that the person may see
   */
  public Request get(UUID id) {
    access.require(ClientAction.LIST_CLIENTS);
    List<Object[]> rows =
        NativeRows.of(entities, COLUMNS + "where r.id = :id")
            .setParameter("id", id)
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFound("request", id);
    }
    Request request = view(rows.get(0), new HashMap<>());
    access.require(ClientAction.VIEW_CLIENT, request.clientId(), "request", id);
    return request;
  }

  /**
   * The requests of a client: those not honored first, by their last day.
   *
   * @param standing only these; empty for all
   * @param most how many of those, from the first on
   */
  public List<Request> list(UUID clientId, String standing, int most) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    Map<String, ZoneId> zones = new HashMap<>();
    try (Stream<Object[]> rows =
        NativeRows.of(
                entities,
                COLUMNS
                    + "where r.client_id = :client order by r.honored_at is not null, r.last_day,"
                    + " r.received_at, r.address")
            .setParameter("client", clientId)
            .setFetchSize(ROWS_AT_ONCE)
            .getResultStream()) {
      return rows.map(row -> view(row, zones))
          .filter(request -> standing.isEmpty() || request.standing().name().equals(standing))
          .limit(most)
          .toList();
    }
  }

  /** How many requests a client has. */
  public long count(UUID clientId) {
    access.require(ClientAction.VIEW_CLIENT, clientId);
    return NativeRows.count(
            entities, "select count(*) from proffer.opt_out_request where client_id = :client")
        .setParameter("client", clientId)
        .getSingleResult();
  }

  /** The clock of a request, day by day, to its last day. */
  public List<BusinessDays.Counted> clock(UUID id) {
    Request request = get(id);
    LocalDate received =
        LocalDate.ofInstant(request.receivedAt(), zone(request.clientId(), request.madeTo()));
    return BusinessDays.counted(received, CanSpamRules.optOutGrace(received));
  }

  private Request view(Object[] row, Map<String, ZoneId> zones) {
    Instant received = (Instant) row[3];
    LocalDate last = MailingAudits.day(row[4]);
    Instant honored = (Instant) row[8];
    ZoneId zone = zones.computeIfAbsent((String) row[6], to -> zone((UUID) row[1], to));
    LocalDate until = LocalDate.ofInstant(honored == null ? clock.instant() : honored, zone);
    int count = 0;
    for (LocalDate day = LocalDate.ofInstant(received, zone).plusDays(1);
        !day.isAfter(until);
        day = day.plusDays(1)) {
      count += BusinessDays.isBusinessDay(day) ? 1 : 0;
    }
    return new Request(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        received,
        last,
        (String) row[5],
        (String) row[6],
        (String) row[7],
        honored,
        (String) row[9],
        standing(last, until, honored != null, count),
        count);
  }

  private static Standing standing(LocalDate last, LocalDate until, boolean honored, int count) {
    if (honored) {
      return until.isAfter(last) ? Standing.LATE : Standing.IN_TIME;
    }
    if (until.isAfter(last)) {
      return Standing.OVERDUE;
    }
    return count >= CanSpamRules.optOutGrace(last) - AHEAD ? Standing.DUE_SOON : Standing.RUNNING;
  }
}
