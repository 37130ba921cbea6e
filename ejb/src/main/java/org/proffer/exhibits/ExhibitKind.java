package org.proffer.exhibits;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.proffer.access.Action;
import org.proffer.access.RowIdentity;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/**
 * Exhibits, in the order of their series and numbers. A number stands for one exhibit; one that was
 * before the court stands for it for ever.
 */
@Dependent
public class ExhibitKind extends RecordKind<Exhibit> {
  @PersistenceContext private EntityManager entities;

  /** Declares the kind. */
  public ExhibitKind() {
    super("exhibit", "exhibits", "Exhibit", Exhibit.class);
  }

  @Override
  public String title(Exhibit exhibit) {
    return exhibit.marked() + ": " + exhibit.description();
  }

  @Override
  public long order(Exhibit exhibit) {
    ExhibitNumber marked = exhibit.marked();
    return marked.series().order() * (ExhibitNumber.MOST + 1L) + marked.number();
  }

  @Override
  public Exhibit completed(Written<Exhibit> written) {
    // Numbers are given one after the other: two who mark exhibits of a case wait here.
    entities
        .createNativeQuery("select 1 from proffer.case_file where id = :case for update")
        .setParameter("case", written.caseId())
        .getResultList();
    Exhibit exhibit = written.after();
    Exhibit.Series series = exhibit.series();
    if (series == null) {
      throw new InvalidInput("Series", "Series is empty.", "Choose whose exhibit it is.");
    }
    if (exhibit.number() == null) {
      exhibit = exhibit.numbered(1 + last(written, series));
    }
    ExhibitNumber marked = marked(exhibit);
    Exhibit before = written.before();
    if (before != null && !before.marked().equals(marked)) {
      exhibit = exhibit.formerly(before.marked());
    }
    return exhibit.isOffered() ? exhibit.knownToTheCourt() : exhibit;
  }

  private static ExhibitNumber marked(Exhibit exhibit) {
    try {
      return exhibit.marked();
    } catch (IllegalArgumentException e) {
      InvalidInput refusal =
          new InvalidInput(
              "Number",
              "An exhibit has a number from 1 to "
                  + ExhibitNumber.MOST
                  + ", and a part of one up to three capital letters.",
              "Write it like 12, with the letter A for a part.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private int last(Written<Exhibit> written, Exhibit.Series series) {
    return taken(written)
        .flatMap(said -> ExhibitNumber.read(said).stream())
        .filter(said -> said.series() == series)
        .mapToInt(ExhibitNumber::number)
        .max()
        .orElse(0);
  }

  /** The numbers of the others, those that the person does not see among them. */
  private Stream<String> taken(Written<Exhibit> written) {
    List<String> contents =
        RowIdentity.asPortal(
            () ->
                entities
                    .unwrap(Session.class)
                    .createNativeQuery(
                        "select cast(r.content as text) from proffer.case_record r where r.case_id = :case"
                            + " and r.kind = 'exhibit' and not r.removed and r.id <> :id",
                        String.class)
                    .setParameter("case", written.caseId())
                    .setParameter("id", written.id())
                    .getResultList());
    return contents.stream()
        .map(this::stored)
        .flatMap(
            other ->
                Stream.concat(Stream.of(other.marked().toString()), other.offeredAs().stream()));
  }

  private Exhibit stored(String content) {
    try (JsonReader json = Json.createReader(new StringReader(content))) {
      return read(json.readObject());
    }
  }

  private Stream<Exhibit> others(Written<Exhibit> written) {
    return written.records().list(this, written.caseId()).stream()
        .filter(other -> !other.id().equals(written.id()))
        .map(RecordView::content);
  }

  @Override
  public void check(Written<Exhibit> written) {
    Exhibit exhibit = written.after();
    checkNumber(written, exhibit);
    checkThing(exhibit);
    checkOffer(exhibit);
    Exhibit before = written.before();
    if (before != null && before.isOffered()) {
      if (!exhibit.isOffered()) {
        throw new InvalidInput(
            "Offered on",
            "It was offered on " + before.offeredOn() + "; that is not undone.",
            "Set the ruling to withdrawn.");
      }
      if (!before.marked().equals(exhibit.marked()) && exhibit.renumberedBecause().isBlank()) {
        throw new InvalidInput(
            "Why it was renumbered",
            "The court knows it as " + before.marked() + ".",
            "Say why it has another number now.");
      }
    }
  }

  private void checkNumber(Written<Exhibit> written, Exhibit exhibit) {
    String marked = exhibit.marked().toString();
    Optional<Exhibit> other =
        others(written)
            .filter(
                each ->
                    each.marked().toString().equals(marked) || each.offeredAs().contains(marked))
            .findFirst();
    if (other.isEmpty() && taken(written).anyMatch(marked::equals)) {
      throw new InvalidInput(
          "Number", marked + " is taken.", "Leave the number empty for the next.");
    }
    if (other.isPresent()) {
      throw new InvalidInput(
          "Number",
          marked
              + (other.get().marked().toString().equals(marked)
                  ? " is “"
                  : " was before the court as “")
              + other.get().description()
              + "”.",
          "Leave the number empty for the next, or choose another.");
    }
  }

  private static void checkThing(Exhibit exhibit) {
    if ((exhibit.item() == null) == (exhibit.message() == null)) {
      throw new InvalidInput(
          "Evidence item",
          exhibit.item() == null
              ? "An exhibit is an item, pages of an item, or a message."
              : "An exhibit is an item or a message, not both.",
          "Choose one.");
    }
    Integer first = exhibit.firstPage();
    Integer last = exhibit.lastPage();
    if (first == null && last == null) {
      return;
    }
    if (exhibit.item() == null) {
      throw new InvalidInput(
          "First page", "Pages are those of an item.", "Leave the pages empty for a message.");
    }
    if (first == null || first < 1) {
      throw new InvalidInput("First page", "Pages are counted from 1.", "Write the first page.");
    }
    if (last != null && last < first) {
      throw new InvalidInput(
          "Last page", last + " is before " + first + ".", "Check the two pages.");
    }
  }

  private static void checkOffer(Exhibit exhibit) {
    LocalDate offered = exhibit.offeredOn();
    if ((offered == null) != exhibit.offeredBy().isBlank()) {
      throw new InvalidInput(
          offered == null ? "Offered on" : "Offered by",
          "An offer is made by somebody on a day.",
          "Fill both, or neither yet.");
    }
    Exhibit.Ruling ruling = exhibit.ruling();
    LocalDate ruled = exhibit.ruledOn();
    if (ruling == null) {
      if (ruled != null || !exhibit.ruledBy().isBlank()) {
        throw new InvalidInput("Ruling", "Ruling is empty.", "Say what the court ruled.");
      }
      return;
    }
    if (offered == null) {
      throw new InvalidInput(
          "Offered on", "The court rules on what was offered.", "Say when and by whom.");
    }
    if (ruled == null || exhibit.ruledBy().isBlank()) {
      throw new InvalidInput(
          ruled == null ? "Ruled on" : "Ruled by",
          ruling.label() + " is said by somebody on a day.",
          "Fill both.");
    }
    if (ruled.isBefore(offered)) {
      throw new InvalidInput(
          "Ruled on", ruled + " is before it was offered, " + offered + ".", "Check the days.");
    }
    if (ruling.needsTerms() && exhibit.terms().isBlank()) {
      throw new InvalidInput(
          "Terms of the ruling",
          ruling.label() + " needs what it is admitted for, or what is still to be shown.",
          "Write what the court said.");
    }
  }

  @Override
  public void checkRemoval(RecordView<Exhibit> record, Records records) {
    if (record.content().isOffered()) {
      throw new InvalidInput(
          "Exhibit",
          record.content().marked() + " was offered; the record of that stays.",
          "Set the ruling to withdrawn.");
    }
  }

  /** What was before the court is corrected by a new version that says why, not undone. */
  @Override
  public boolean undoable() {
    return false;
  }

  @Override
  public Action viewing() {
    return Action.VIEW_EVIDENCE;
  }
}
