package org.proffer.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.Affiliate;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecord;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.MailDomain;
import org.proffer.clients.PostalAddress;
import org.proffer.clients.Programme;
import org.proffer.clients.Provider;
import org.proffer.clients.Sender;
import org.proffer.clients.Walkthrough;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.MessageKind;
import org.proffer.law.canspam.recorded.OptOutProcess;
import org.proffer.law.canspam.recorded.Outage;
import org.proffer.law.canspam.recorded.Participant;
import org.proffer.law.canspam.recorded.PostalAddressRecord;
import org.proffer.law.canspam.recorded.Probe;
import org.proffer.law.canspam.recorded.Registration;
import org.proffer.platform.NativeRows;

/** What the records of a client say of the mail of one programme, as facts for the engine. */
@ApplicationScoped
class ProgrammeFacts {
  @PersistenceContext private EntityManager entities;
  @Inject private ClientRecords records;

  /**
   * The facts.
   *
   * @param programmeId null for mail of no programme: then nothing is known of the sender
   * @param on the day of sending
   */
  RecordedFacts of(UUID clientId, @Nullable UUID programmeId, LocalDate on) {
    if (programmeId == null) {
      return RecordedFacts.NONE;
    }
    ClientRecord<Programme> programme = records.get(ClientKinds.PROGRAMME, clientId, programmeId);
    List<Fact> facts = new ArrayList<>();
    String source = "programme “" + programme.title() + "”, version " + programme.version();
    people(clientId, programme.content(), source, facts);
    if (!programme.content().kind().isEmpty()) {
      facts.add(new MessageKind(programme.content().kind(), source));
    }
    records.list(ClientKinds.ADDRESS, clientId).stream()
        .map(ClientRecord::content)
        .filter(address -> isValid(address, on))
        .forEach(address -> facts.add(fact(clientId, address, on)));
    records.list(ClientKinds.DOMAIN, clientId).stream()
        .map(ClientRecord::content)
        .filter(domain -> !domain.provedBy().isEmpty())
        .forEach(domain -> facts.add(fact(domain)));
    UUID mechanism = programme.content().mechanism();
    if (mechanism != null) {
      mechanism(clientId, mechanism, facts);
    }
    return new RecordedFacts(facts);
  }

  private void people(UUID clientId, Programme programme, String source, List<Fact> facts) {
    facts.add(
        new Participant(
            sender(clientId, programme).name(),
            Set.of(Participant.Role.PROCURED, Participant.Role.ADVERTISED),
            source));
    UUID providerId = programme.provider();
    if (providerId != null) {
      Provider provider = records.get(ClientKinds.PROVIDER, clientId, providerId).content();
      EnumSet<Participant.Role> roles = EnumSet.of(Participant.Role.CONVEYED);
      if (provider.choosesRecipients()) {
        roles.add(Participant.Role.CHOSE_RECIPIENTS);
      }
      facts.add(new Participant(provider.name(), roles, source));
    }
    for (UUID id : programme.affiliates()) {
      Affiliate affiliate = records.get(ClientKinds.AFFILIATE, clientId, id).content();
      facts.add(new Participant(affiliate.name(), Set.of(Participant.Role.TRANSMITTED), source));
    }
  }

  /** The sender of a programme. */
  Sender sender(UUID clientId, Programme programme) {
    return records
        .get(ClientKinds.SENDER, clientId, Objects.requireNonNull(programme.sender(), "sender"))
        .content();
  }

  /** An address that was never valid, or is not of this time, is said so too: it decides. */
  private static boolean isValid(PostalAddress address, LocalDate on) {
    LocalDate from = address.from();
    return from != null && !from.isAfter(on);
  }

  private Fact fact(UUID clientId, PostalAddress address, LocalDate on) {
    LocalDate until = address.until();
    UUID of = Objects.requireNonNull(address.of(), "of");
    boolean valid = address.accurate() && (until == null || until.isAfter(on));
    return new PostalAddressRecord(
        address.text(),
        PostalAddressRecord.Kind.valueOf(Objects.requireNonNull(address.type(), "type").name()),
        records.get(ClientKinds.SENDER, clientId, of).content().name(),
        valid,
        address.provedBy());
  }

  private static Fact fact(MailDomain domain) {
    return new Registration(
        domain.name(), !domain.honest(), domain.registrant(), domain.provedBy());
  }

  private void mechanism(UUID clientId, UUID mechanism, List<Fact> facts) {
    Optional<Walkthrough> walk =
        records.list(ClientKinds.WALKTHROUGH, clientId).stream()
            .map(ClientRecord::content)
            .filter(each -> mechanism.equals(each.mechanism()))
            .max(Comparator.comparing(each -> Objects.requireNonNull(each.walkedAt(), "walkedAt")));
    walk.ifPresent(
        each ->
            facts.add(
                new OptOutProcess(
                    each.fee(),
                    each.information(),
                    each.steps(),
                    each.menu(),
                    each.menu() ? each.offersNone() : null,
                    each.receivingAddress(),
                    each.source() + ", " + each.walkedAt())));
    facts.addAll(probes(clientId, mechanism));
    facts.addAll(outages(clientId, mechanism));
  }

  /** What the watches of a mechanism saw. */
  List<Fact> probes(UUID clientId, UUID mechanism) {
    List<Fact> facts = new ArrayList<>();
    for (Object[] row :
        NativeRows.of(
                entities,
                "select p.at, p.accepted, p.what, p.recorded_by from proffer.mechanism_probe p"
                    + " join proffer.mechanism_watch w on w.id = p.watch_id"
                    + " where w.client_id = :client and w.mechanism_id = :mechanism order by p.at")
            .setParameter("client", clientId)
            .setParameter("mechanism", mechanism)
            .getResultList()) {
      facts.add(
          new Probe((Instant) row[0], (Boolean) row[1], "probe by " + row[3] + ": " + row[2]));
    }
    return facts;
  }

  /** The recorded outages of a mechanism. */
  List<Fact> outages(UUID clientId, UUID mechanism) {
    List<Fact> facts = new ArrayList<>();
    records.list(ClientKinds.OUTAGE, clientId).stream()
        .map(ClientRecord::content)
        .filter(outage -> mechanism.equals(outage.mechanism()))
        .forEach(
            outage ->
                facts.add(
                    new Outage(
                        Objects.requireNonNull(outage.from(), "from"),
                        outage.repairedAt(),
                        outage.unexpected(),
                        outage.beyondControl(),
                        outage.reasonableTime(),
                        outage.cause(),
                        outage.source())));
    return facts;
  }
}
