package org.proffer.documents;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.proffer.platform.InvalidInput;

/**
 * The documents that can be made: one row a document. Its template is the file of its name; what it
 * must contain is named by {@code data-part} in the template.
 *
 * <p>Source: law.md section 6; parts as the forms of the Administrative Office have them, from
 * knowledge.
 */
public enum DocumentKind {
  /** Fed. R. Crim. P. 3; form AO 91. */
  COMPLAINT(
      "D-01",
      "Criminal complaint with affidavit",
      Subject.INSTRUMENT,
      Set.of(Trait.CHARGES, Trait.PROOF, Trait.EXEMPT),
      "caption charge affiant purpose probable-cause conclusion oath"),
  /** Fed. R. Crim. P. 7. */
  INFORMATION(
      "D-02",
      "Information",
      Subject.INSTRUMENT,
      Set.of(Trait.CHARGES, Trait.PROOF, Trait.ELEMENTS, Trait.EXEMPT),
      "caption waiver counts forfeiture signature"),
  /** Fed. R. Crim. P. 7, 32.2(a). */
  INDICTMENT(
      "D-03",
      "Indictment",
      Subject.INSTRUMENT,
      Set.of(Trait.CHARGES, Trait.PROOF, Trait.ELEMENTS, Trait.EXEMPT),
      "caption charges-words general counts forfeiture true-bill signature"),
  /** Fed. R. Crim. P. 41; forms AO 106, AO 93. */
  SEARCH_WARRANT(
      "D-05",
      "Search warrant application",
      Subject.NONE,
      Set.of(Trait.CHARGES, Trait.PROOF, Trait.EXEMPT),
      "caption basis probable-cause attachment-a attachment-b oath execution"),
  /** Form AO 187. */
  EXHIBIT_LIST(
      "D-06",
      "Exhibit and witness list",
      Subject.NONE,
      Set.of(Trait.EVIDENCE, Trait.PROOF, Trait.EXHIBITS),
      "caption proceeding exhibits witnesses"),
  /** Chain of custody of all items. */
  CUSTODY_REPORT(
      "D-07",
      "Chain-of-custody report",
      Subject.NONE,
      Set.of(Trait.EVIDENCE, Trait.CUSTODY),
      "caption log items"),
  /** FRE 902(11), (13), (14); 28 U.S.C. 1746. */
  CERTIFICATION(
      "D-08",
      "Certification under FRE 902",
      Subject.ITEM,
      Set.of(Trait.EVIDENCE, Trait.CUSTODY, Trait.SERVED),
      "caption declarant records process digital oath service"),
  /** FRE 1006. */
  MESSAGE_SUMMARY(
      "D-09",
      "FRE 1006 summary of messages",
      Subject.NONE,
      Set.of(Trait.EVIDENCE, Trait.MESSAGES),
      "caption sources method totals availability preparer"),
  /** Fed. R. Crim. P. 16. */
  DISCOVERY_LETTER(
      "D-10",
      "Discovery letter and production index",
      Subject.DEFENDANT,
      Set.of(Trait.EVIDENCE, Trait.PROOF, Trait.EXHIBITS),
      "addressee production index categories brady reciprocal signature"),
  /** Fed. R. Crim. P. 11(c). */
  PLEA_AGREEMENT(
      "D-11",
      "Plea agreement",
      Subject.DEFENDANT,
      Set.of(Trait.CHARGES, Trait.PROOF, Trait.OUTCOMES),
      "caption counts elements penalties factual-basis guidelines type money waiver consequences"
          + " breach complete signature"),
  /** 18 U.S.C. 3553(a). */
  SENTENCING_MEMORANDUM(
      "D-12",
      "Sentencing memorandum",
      Subject.DEFENDANT,
      Set.of(Trait.CHARGES, Trait.PROOF, Trait.OUTCOMES, Trait.SERVED, Trait.BRIEF),
      "caption recommendation offense guidelines factors victims forfeiture conclusion signature"
          + " service"),
  /** Form AO 245B. */
  JUDGMENT(
      "D-13",
      "Judgment in a criminal case",
      Subject.DEFENDANT,
      Set.of(Trait.CHARGES, Trait.OUTCOMES, Trait.BY_THE_COURT),
      "caption plea counts imprisonment supervision penalties payments forfeiture judge"),
  /** 18 U.S.C. 3553(c); form AO 245 SOR. */
  STATEMENT_OF_REASONS(
      "D-14",
      "Statement of reasons",
      Subject.DEFENDANT,
      Set.of(Trait.CHARGES, Trait.OUTCOMES, Trait.BY_THE_COURT, Trait.SEALED),
      "caption findings range reasons restitution judge"),
  /** Fed. R. Crim. P. 32.2(b). */
  FORFEITURE_ORDER(
      "D-15",
      "Preliminary order of forfeiture",
      Subject.DEFENDANT,
      Set.of(Trait.CHARGES, Trait.OUTCOMES, Trait.BY_THE_COURT),
      "caption statute property nexus notice ancillary judge"),
  /** 18 U.S.C. 3663A, 3664. */
  RESTITUTION_SCHEDULE(
      "D-16",
      "Restitution schedule",
      Subject.DEFENDANT,
      Set.of(Trait.CHARGES, Trait.OUTCOMES, Trait.PEOPLE_HIDDEN),
      "caption victims priority payments"),
  /** FRAP 3(c), 4(b). */
  NOTICE_OF_APPEAL(
      "D-17",
      "Notice of appeal",
      Subject.DEFENDANT,
      Set.of(Trait.CHARGES, Trait.OUTCOMES, Trait.SERVED),
      "caption appeal signature service"),
  /** Fed. R. Crim. P. 47; E.D. Mich. LR 7.1. */
  MOTION(
      "D-18",
      "Motion, brief and proposed order",
      Subject.NONE,
      Set.of(Trait.CHARGES, Trait.PROOF, Trait.SERVED, Trait.BRIEF),
      "caption motion concurrence issues authority argument signature order service"),
  /** 15 U.S.C. 7706, 45(m), 53(b). */
  CIVIL_COMPLAINT(
      "D-20",
      "Civil CAN-SPAM complaint",
      Subject.NONE,
      Set.of(Trait.EVIDENCE, Trait.MESSAGES, Trait.CIVIL),
      "caption jurisdiction venue parties commerce conduct counts penalties prayer signature"),
  /** What the engine found over all messages. */
  AUDIT_REPORT(
      "D-21",
      "CAN-SPAM audit report",
      Subject.NONE,
      Set.of(Trait.EVIDENCE, Trait.MESSAGES, Trait.OWN_MAKING),
      ""),
  /** A message with its headers, and the original attached. */
  MESSAGE_EXHIBIT(
      "",
      "Message exhibit",
      Subject.MESSAGE,
      Set.of(Trait.EVIDENCE, Trait.ONE_MESSAGE),
      "caption identity headers content"),
  /** What happened when. */
  TIMELINE_EXHIBIT("", "Timeline exhibit", Subject.NONE, Set.of(Trait.TIMELINE), "caption events"),
  /** A case on two pages, for whoever supervises. */
  CASE_SUMMARY(
      "",
      "Case summary for a supervisor",
      Subject.NONE,
      Set.of(
          Trait.CHARGES,
          Trait.PROOF,
          Trait.OUTCOMES,
          Trait.EVIDENCE,
          Trait.MESSAGES,
          Trait.TIMELINE,
          Trait.INTERNAL),
      "status people charges proof evidence next"),
  /** 18 U.S.C. 3771(a)(2), (c). */
  VICTIM_NOTICE(
      "",
      "Notice to a victim",
      Subject.VICTIM,
      Set.of(Trait.CHARGES, Trait.TIMELINE),
      "addressee rights proceedings contact");

  /** What one document is about, besides the case. */
  public enum Subject {
    /** The case as a whole. */
    NONE(""),
    /** A charging instrument. */
    INSTRUMENT("instrument"),
    /** A defendant. */
    DEFENDANT("party"),
    /** A victim. */
    VICTIM("party"),
    /** An evidence item. */
    ITEM("evidence-item"),
    /** A message. */
    MESSAGE("message");

    private final String recordKind;

    Subject(String recordKind) {
      this.recordKind = recordKind;
    }

    /** Kind of the record that is chosen; empty if none is. */
    public String recordKind() {
      return recordKind;
    }

    /** In words. */
    public String label() {
      return this == NONE ? "" : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /** What is read for a document, and what is particular about it. */
  enum Trait {
    /** Reads the charges. */
    CHARGES,
    /** Reads facts and their sources. */
    PROOF,
    /** Reads pleas, sentences, money. */
    OUTCOMES,
    /** Reads the evidence items. */
    EVIDENCE,
    /** Reads the exhibits, and the messages among them. */
    EXHIBITS,
    /** Reads the custody of the items. */
    CUSTODY,
    /** Reads counts over messages. */
    MESSAGES,
    /** Reads one message. */
    ONE_MESSAGE,
    /** Reads the timeline. */
    TIMELINE,
    /** Is not made while an element of a count is unsupported and nobody signed for it. */
    ELEMENTS,
    /** Is served, with a certificate. */
    SERVED,
    /** Has the page limit of a brief. */
    BRIEF,
    /** Is signed by the judge. */
    BY_THE_COURT,
    /** Is never public. */
    SEALED,
    /** Names victims by initials in its public version. */
    PEOPLE_HIDDEN,
    /** Fed. R. Crim. P. 49.1(b)(7)-(9): redaction is not required, and is proposed all the same. */
    EXEMPT,
    /** Is not filed. */
    INTERNAL,
    /** Has a civil caption. */
    CIVIL,
    /** Has a maker of its own. */
    OWN_MAKING
  }

  private final String code;
  private final String label;
  private final Subject subject;

  @SuppressWarnings("ImmutableEnumChecker") // made once, never written
  private final Set<Trait> traits;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> parts;

  DocumentKind(String code, String label, Subject subject, Set<Trait> traits, String parts) {
    this.code = code;
    this.label = label;
    this.subject = subject;
    this.traits = traits.isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(traits);
    this.parts = parts.isEmpty() ? List.of() : List.of(parts.split(" ", -1));
  }

  /** The kind of a name in addresses, for example {@code exhibit-list}. */
  public static DocumentKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "template",
                    "There is no template “" + name + "”.",
                    "Send one of those that /documents/kinds lists."));
  }

  /** In addresses and file names. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Code in the catalogue of the specification; empty for the office's own papers. */
  public String code() {
    return code;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }

  /** What it is about. */
  public Subject subject() {
    return subject;
  }

  /** The parts it must have, in their order. */
  public List<String> parts() {
    return parts;
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether it is never public. */
  public boolean sealed() {
    return has(Trait.SEALED);
  }
}
