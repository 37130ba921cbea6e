package org.proffer.evidence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Action;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/**
 * What the items of a case are, in the order of their numbers; such a record has the id of its
 * item. Adding one enters a physical thing: what has bytes is received with them, by {@link
 * EvidenceItems}.
 */
@Dependent
public class ItemKind extends RecordKind<ItemDescription> {
  @PersistenceContext private EntityManager entities;
  @Inject private EvidenceRegister register;
  @Inject private Clock clock;

  /** Declares the kind. */
  public ItemKind() {
    super("item", "items", "Evidence item", ItemDescription.class);
  }

  @Override
  public String title(ItemDescription item) {
    return "Item " + item.number() + ": " + item.title();
  }

  @Override
  public long order(ItemDescription item) {
    return item.number() == null ? 0 : item.number();
  }

  @Override
  public Action viewing() {
    return Action.VIEW_EVIDENCE;
  }

  @Override
  public Action writing() {
    return Action.RECEIVE_EVIDENCE;
  }

  /** Evidence goes out with its custody, in a package. */
  @Override
  public boolean inCaseFile() {
    return false;
  }

  private @Nullable EvidenceItem item(Written<ItemDescription> written) {
    return entities.find(EvidenceItem.class, written.id());
  }

  @Override
  public ItemDescription completed(Written<ItemDescription> written) {
    EvidenceItem item = item(written);
    return written
        .after()
        .numbered(item == null ? register.nextNumber(written.caseId()) : item.view().number());
  }

  @Override
  public void check(Written<ItemDescription> written) {
    ItemDescription description = written.after();
    EvidenceItem item = item(written);
    boolean thing = description.form() == ItemForm.THING;
    if (item == null && !thing) {
      throw new InvalidInput(
          "Kind",
          "What has bytes is received with them.",
          "Drop the file on the page of the case, then describe the item; or enter a physical thing.");
    }
    if (item != null && thing != (item.view().form() == ItemForm.THING)) {
      throw new InvalidInput(
          "Kind",
          thing ? "This item has bytes." : "A thing has no bytes.",
          "Choose another kind, or enter another item.");
    }
    checkMaking(written);
    checkDays(description);
  }

  private void checkMaking(Written<ItemDescription> written) {
    ItemDescription description = written.after();
    boolean original = description.nature() == ItemDescription.Nature.ORIGINAL;
    if (original == (description.parent() != null)) {
      throw new InvalidInput(
          "Made from",
          original ? "An original is made from nothing." : "A copy is made from another item.",
          original ? "Say that it is a copy, or clear the field." : "Choose the item.");
    }
    if (written.id().equals(description.parent())) {
      throw new InvalidInput("Made from", "An item is not made from itself.", "Choose another.");
    }
    if (description.nature() == ItemDescription.Nature.DERIVATIVE && description.tool().isBlank()) {
      throw new InvalidInput(
          "Made with", "A derivative names what it was made with.", "Name the tool.");
    }
    if (description.parent() != null) {
      refuseCircle(written, description);
    }
  }

  private void refuseCircle(Written<ItemDescription> written, ItemDescription description) {
    ItemDescription next = description;
    for (int i = 0; next.parent() != null; i++) {
      if (i > 100 || written.id().equals(next.parent())) {
        throw new InvalidInput(
            "Made from", "It would be made from itself, by way of others.", "Choose another.");
      }
      next = written.records().get(this, next.parent()).content();
    }
  }

  private void checkDays(ItemDescription description) {
    LocalDate today = clock.instant().atOffset(ZoneOffset.ofHours(14)).toLocalDate();
    LocalDate collected = description.collectedOn();
    LocalDate received = description.receivedOn();
    if (collected != null && collected.isAfter(today)) {
      throw new InvalidInput("Collected on", collected + " is to come.", "Check the day.");
    }
    if (received != null && received.isAfter(today)) {
      throw new InvalidInput("Received on", received + " is to come.", "Check the day.");
    }
    if (collected != null
        && received != null
        && received.isBefore(collected)
        && (description.collectedPrecision() == null
            || description.collectedPrecision() == org.proffer.records.DayPrecision.DAY)) {
      throw new InvalidInput(
          "Received on", received + " is before it was collected.", "Check the two days.");
    }
    LocalDate authorised = description.authorityDate();
    if (authorised != null && description.authority() == null) {
      throw new InvalidInput("Authority", "Authority is empty.", "Say what is dated so.");
    }
  }

  @Override
  public void stored(Written<ItemDescription> written) {
    EvidenceItem item = item(written);
    if (item == null) {
      register.enterThing(written.caseId(), written.id(), written.after());
    } else {
      item.describe(written.after());
    }
  }

  @Override
  public void checkRemoval(RecordView<ItemDescription> record, Records records) {
    throw new InvalidInput(
        "Evidence item",
        "An item is not removed.",
        "An evidence custodian asks for its destruction, and a supervising attorney approves.");
  }
}
