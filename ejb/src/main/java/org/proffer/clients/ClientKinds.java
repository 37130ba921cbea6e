package org.proffer.clients;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/** The kinds of records of clients, in the order of the page. */
public final class ClientKinds {
  /** Senders: the organisation and its lines of business. */
  public static final ClientKind<Sender> SENDER =
      new ClientKind<>("sender", "senders", "Sender", Sender.class, Sender::name);

  /** Domains. */
  public static final ClientKind<MailDomain> DOMAIN =
      new ClientKind<>("domain", "domains", "Domain", MailDomain.class, MailDomain::name);

  /** Postal addresses. */
  public static final ClientKind<PostalAddress> ADDRESS =
      new ClientKind<>(
          "address",
          "addresses",
          "Postal address",
          PostalAddress.class,
          address -> address.text().replaceAll("\\s*\\R\\s*", ", "));

  /** Mailing providers. */
  public static final ClientKind<Provider> PROVIDER =
      new ClientKind<>("provider", "providers", "Mailing provider", Provider.class, Provider::name);

  /** Affiliates. */
  public static final ClientKind<Affiliate> AFFILIATE =
      new ClientKind<>("affiliate", "affiliates", "Affiliate", Affiliate.class, Affiliate::name);

  /** Texts by which consent is asked for. */
  public static final ClientKind<ConsentText> CONSENT_TEXT =
      new ClientKind<>(
          "consent-text",
          "consent-texts",
          "Request for consent",
          ConsentText.class,
          ConsentText::name);

  /** Ways to object. */
  public static final ClientKind<Mechanism> MECHANISM =
      new ClientKind<>(
          "mechanism", "mechanisms", "Way to object", Mechanism.class, Mechanism::name);

  /** Records of each step of objecting. */
  public static final ClientKind<Walkthrough> WALKTHROUGH =
      new ClientKind<>(
          "walkthrough",
          "walkthroughs",
          "Walk-through",
          Walkthrough.class,
          walk -> "Walk-through of " + Objects.requireNonNull(walk.walkedAt(), "walkedAt"));

  /** Outages of ways to object. */
  public static final ClientKind<Outage> OUTAGE =
      new ClientKind<>(
          "outage",
          "outages",
          "Outage",
          Outage.class,
          outage ->
              "From " + Objects.requireNonNull(outage.from(), "from") + ": " + outage.cause());

  /** Programmes of mailings. */
  public static final ClientKind<Programme> PROGRAMME =
      new ClientKind<>("programme", "programmes", "Programme", Programme.class, Programme::name);

  /** Mailboxes of the client's own among the recipients. */
  public static final ClientKind<SeedMailbox> SEED_MAILBOX =
      new ClientKind<>(
          "seed-mailbox", "seed-mailboxes", "Seed mailbox", SeedMailbox.class, SeedMailbox::name);

  /** Legal process under which data left the desk. */
  public static final ClientKind<LegalProcess> LEGAL_PROCESS =
      new ClientKind<>(
          "legal-process",
          "legal-processes",
          "Legal process",
          LegalProcess.class,
          LegalProcess::authority);

  private static final List<ClientKind<?>> ALL =
      List.of(
          PROGRAMME,
          SENDER,
          ADDRESS,
          DOMAIN,
          PROVIDER,
          AFFILIATE,
          CONSENT_TEXT,
          MECHANISM,
          WALKTHROUGH,
          OUTAGE,
          SEED_MAILBOX,
          LEGAL_PROCESS);

  private ClientKinds() {}

  /** All kinds. */
  public static List<ClientKind<?>> all() {
    return ALL;
  }

  /**
   * The kind of a name.
   *
   * @throws NotFound if there is none
   */
  public static ClientKind<?> named(String name) {
    return ALL.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFound("kind of record", name));
  }

  /**
   * The kind of a plural, as in addresses.
   *
   * @throws NotFound if there is none
   */
  public static ClientKind<?> pluralOf(String plural) {
    return ALL.stream()
        .filter(kind -> kind.plural().equals(plural))
        .findFirst()
        .orElseThrow(() -> new NotFound("kind of record", plural));
  }

  /**
   * Looks at content for what its fields alone do not say.
   *
   * @throws InvalidInput naming the field
   */
  static void check(Record content) {
    if (content instanceof Sender sender && !sender.zone().isEmpty()) {
      zone(sender.zone());
    }
    if (content instanceof PostalAddress address
        && address.from() != null
        && address.until() != null
        && !address.until().isAfter(address.from())) {
      throw new InvalidInput(
          "Valid until", "It ends before it begins.", "Leave it empty while the address is valid.");
    }
    if (content instanceof Walkthrough walk && walk.offersNone() && !walk.menu()) {
      throw new InvalidInput(
          "The menu can decline all commercial mail",
          "There is no menu.",
          "Tick that kinds of mail are offered, or untick this.");
    }
    if (content instanceof Outage outage
        && outage.from() != null
        && outage.repairedAt() != null
        && !outage.repairedAt().isAfter(outage.from())) {
      throw new InvalidInput(
          "Worked again", "It worked again before it failed.", "Correct one of the two moments.");
    }
    if (content instanceof SeedMailbox seed) {
      seed(seed);
    }
    if (content instanceof Mechanism mechanism) {
      mechanism(mechanism);
    }
  }

  /**
   * Reads the name of a time zone.
   *
   * @throws InvalidInput if there is none of the name
   */
  public static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (java.time.DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput(
              "Time zone", "“" + name + "” is no time zone.", "Write it as America/Detroit.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static void seed(SeedMailbox seed) {
    if (!seed.address().strip().matches("[^\\s@<>]+@[^\\s@<>]+")) {
      throw new InvalidInput(
          "Address",
          "“" + seed.address() + "” is no electronic mail address.",
          "Write it alone, as seed@example.org.");
    }
    boolean read = seed.type() == SeedType.IMAP;
    if (read != seed.server().matches("[\\w.-]+:\\d{1,5}")) {
      throw new InvalidInput(
          "Server",
          read
              ? "“" + seed.server() + "” is no server with its port."
              : "A mailbox that receives here has no server.",
          read ? "Write it as imap.example.org:993." : "Leave it empty.");
    }
  }

  private static void mechanism(Mechanism mechanism) {
    boolean mail = mechanism.type() == MechanismType.EMAIL;
    if (mail == mechanism.address().matches("(?i)https?://.*")) {
      throw new InvalidInput(
          "Address",
          "“" + mechanism.address() + "” is no " + (mail ? "address to write to." : "web address."),
          mail ? "Write it as leave@example.org." : "Write it as https://example.org/leave.");
    }
    String host = mechanism.host();
    if (!host.isEmpty() && (mail || !hostOf(mechanism.address()).equalsIgnoreCase(host))) {
      throw new InvalidInput(
          "Host that may be watched",
          "“" + host + "” is not the host of " + mechanism.address() + ".",
          "Write the host of the address alone, or leave it empty.");
    }
  }

  private static String hostOf(String address) {
    try {
      String host = java.net.URI.create(address.strip()).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
