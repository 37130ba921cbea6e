package org.proffer.web.evidence;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Role;
import org.proffer.cases.Cases;
import org.proffer.custody.CustodyEventView;
import org.proffer.evidence.DestructionView;
import org.proffer.evidence.Destructions;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.evidence.Fixity;
import org.proffer.evidence.Handling;
import org.proffer.evidence.ItemCopies;
import org.proffer.evidence.ItemKind;
import org.proffer.evidence.PhotoView;
import org.proffer.evidence.Photographs;
import org.proffer.evidence.TransferView;
import org.proffer.evidence.Transfers;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;
import org.proffer.platform.Refusal;
import org.proffer.records.Records;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** An evidence item: what it is, who holds it, and its custody from the first event on. */
@Named("itemPage")
@RequestScoped
public class ItemPage {
  @Inject private EvidenceItems items;
  @Inject private Transfers transfers;
  @Inject private Handling handling;
  @Inject private Destructions destructions;
  @Inject private Photographs photographs;
  @Inject private ItemCopies copies;
  @Inject private Records records;
  @Inject private ItemKind kind;
  @Inject private Fixity fixity;
  @Inject private Cases cases;
  @Inject private CaseTabs tabs;
  @Inject private Access access;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable EvidenceView view;
  private @Nullable Refusal refused;
  private @Nullable TransferView offer;
  private List<Event> events = List.of();
  private List<Records.FieldWords> described = List.of();
  private List<PhotoView> photos = List.of();
  private List<Made> made = List.of();
  private @Nullable DestructionView destruction;
  private String deed = CustodyEventView.Kind.EXAMINED.name();
  private String how = "";
  private String where = "";
  private String deedTo = "";
  private String deedAuthority = "";
  private String seal = "";
  private String shelf = "";
  private String happened = "";
  private String holdReason = "";
  private String destroyReason = "";
  private String destroyAuthority = "";
  private String purpose = "";
  private String to = "";
  private String reason = "";
  private String authority = "";

  /** What the page shows of a description at its own place. */
  private static final Set<String> SHOWN = Set.of("title", "number", "fileName");

  /** A custody event as the table shows it. */
  public record Event(
      CustodyEventView view, String at, String happened, String place, String hash) {}

  /** What was made from the item, as the table shows it. */
  public record Made(ItemCopies.Made made, String at) {}

  @PostConstruct
  void readAddress() {
    try {
      EvidenceId id = EvidenceId.parse(asked.getOrDefault("id", ""));
      EvidenceView item = items.get(id);
      view = item;
      tabs.show(item.caseId().value(), CaseTab.EVIDENCE);
      offer = transfers.openOffer(id).orElse(null);
      photos = photographs.of(id);
      made =
          copies.of(id).stream()
              .map(each -> new Made(each, Show.instant(each.item().receivedAt())))
              .toList();
      destruction = destructions.of(id).orElse(null);
      described = described(item);
      events = items.custody(id).stream().map(ItemPage::event).toList();
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  /** What is known of it; nothing for a filter team, who do not see the case file. */
  private List<Records.FieldWords> described(EvidenceView item) {
    try {
      return records.words(records.get(kind, item.id().value())).stream()
          .filter(field -> !field.words().isEmpty() && !SHOWN.contains(field.field().name()))
          .toList();
    } catch (NotFound hidden) {
      return List.of();
    }
  }

  private static Event event(CustodyEventView e) {
    String after = e.act().after();
    return new Event(
        e,
        Show.instant(e.at()),
        e.act().happened() == null ? "" : Show.instant(e.act().happened()),
        e.place() == null ? "—" : Show.count(e.place()),
        after == null ? "none" : after.substring(0, 16) + "…");
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Hashes the item again. */
  public @Nullable String check() {
    return changed(item -> fixity.check(item.id()));
  }

  /** Enters what was done with the item. */
  public @Nullable String enter() {
    return changed(
        item ->
            handling.enter(
                item.id(),
                new Handling.Deed(
                    CustodyEventView.Kind.valueOf(deed),
                    how,
                    where,
                    deedAuthority,
                    deedTo,
                    seal,
                    shelf,
                    instant(happened))));
  }

  private static @Nullable Instant instant(String said) {
    try {
      return said.isBlank() ? null : LocalDateTime.parse(said.strip()).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      InvalidInput refusal =
          new InvalidInput(
              "When", "“" + said + "” is no day and hour.", "Write it like 2026-03-02T14:05.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** Makes a working copy. */
  public @Nullable String copy() {
    return changed(item -> copies.copy(item.id(), purpose));
  }

  /** Forbids that it is destroyed. */
  public @Nullable String hold() {
    return changed(item -> handling.hold(item.id(), holdReason));
  }

  /** Lifts the hold. */
  public @Nullable String release() {
    return changed(item -> handling.release(item.id(), holdReason));
  }

  /** Asks that it is destroyed. */
  public @Nullable String requestDestruction() {
    return changed(item -> destructions.request(item.id(), destroyReason, destroyAuthority));
  }

  /** Approves that it is destroyed. */
  public @Nullable String approveDestruction() {
    return changed(item -> destructions.approve(item.id()));
  }

  /** Refuses that it is destroyed. */
  public @Nullable String refuseDestruction() {
    return changed(item -> destructions.refuse(item.id(), destroyReason));
  }

  /** Takes the request back. */
  public @Nullable String withdrawDestruction() {
    return changed(item -> destructions.withdraw(item.id(), destroyReason));
  }

  /** Destroys it. */
  public @Nullable String destroy() {
    return changed(item -> destructions.destroy(item.id()));
  }

  /** Offers the item to the member who was chosen. */
  public @Nullable String offerIt() {
    return changed(item -> transfers.offer(item.id(), to, reason, authority));
  }

  /** Takes the item over. */
  public @Nullable String take() {
    return changed(item -> transfers.take(open().id()));
  }

  /** Declines the item. */
  public @Nullable String decline() {
    return changed(item -> transfers.decline(open().id(), reason));
  }

  /** Takes the offer back. */
  public @Nullable String withdraw() {
    return changed(item -> transfers.withdraw(open().id()));
  }

  private TransferView open() {
    return Objects.requireNonNull(offer, "no offer is open");
  }

  private @Nullable String changed(Consumer<EvidenceView> change) {
    EvidenceView item = view;
    if (item == null) {
      return null;
    }
    try {
      change.accept(item);
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
    return "/evidence/item.xhtml?faces-redirect=true&id=" + item.id();
  }

  /** Whether the person may hash the item again. */
  public boolean isChecking() {
    return view != null && view.hasBytes() && may(Action.CHECK_FIXITY);
  }

  /** Whether the item is there. */
  public boolean isThere() {
    return view != null && view.destroyedAt() == null;
  }

  /** Whether the person may enter what was done with it. */
  public boolean isHandling() {
    return isThere() && may(Action.HANDLE_EVIDENCE);
  }

  /** Whether the person may add what was made from it. */
  public boolean isMaking() {
    return isThere() && may(Action.COPY_EVIDENCE);
  }

  /** Whether the person may make a working copy of it. */
  public boolean isCopying() {
    return isMaking() && view != null && view.hasBytes();
  }

  /** Whether the person may take bytes. */
  public boolean isDownloading() {
    return may(Action.DOWNLOAD_EVIDENCE);
  }

  /** Whether the person may describe it. */
  public boolean isDescribing() {
    return may(Action.RECEIVE_EVIDENCE) && !described.isEmpty();
  }

  /** Whether the person may forbid that it is destroyed. */
  public boolean isHoldable() {
    return isThere() && view != null && view.hold().isEmpty() && may(Action.HOLD_EVIDENCE);
  }

  /** Whether the person may lift the hold. */
  public boolean isReleasable() {
    return isThere() && view != null && !view.hold().isEmpty() && may(Action.RELEASE_EVIDENCE);
  }

  /** Whether the person may ask that it is destroyed. */
  public boolean isAskingDestruction() {
    return isThere() && destruction == null && may(Action.REQUEST_DESTRUCTION);
  }

  /** Whether the person may stop a request, or do what was approved. */
  public boolean isStoppingDestruction() {
    return isThere() && destruction != null && may(Action.REQUEST_DESTRUCTION);
  }

  /** Whether the person may approve or refuse. */
  public boolean isDecidingDestruction() {
    return isThere()
        && destruction != null
        && may(Action.APPROVE_DESTRUCTION)
        && !destruction.requestedBy().equals(login());
  }

  /** Whether it was approved and not done. */
  public boolean isApproved() {
    return destruction != null && destruction.isApproved();
  }

  /** From when on an approved destruction can be done. */
  public String getNotBefore() {
    return destruction == null ? "" : Show.instant(destruction.notBefore());
  }

  /** When it was destroyed; empty while it is there. */
  public String getDestroyed() {
    return view == null || view.destroyedAt() == null ? "" : Show.instant(view.destroyedAt());
  }

  /** What can be entered by hand. */
  public List<CustodyEventView.Kind> getDeeds() {
    return Handling.entered().stream().sorted().toList();
  }

  public List<Records.FieldWords> getDescribed() {
    return described;
  }

  public List<Made> getMade() {
    return made;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(@Nullable String purpose) {
    this.purpose = purpose == null ? "" : purpose;
  }

  public List<PhotoView> getPhotos() {
    return photos;
  }

  public @Nullable DestructionView getDestruction() {
    return destruction;
  }

  /** Whether the person may put the item before the court. */
  public boolean isMarking() {
    return may(Action.EDIT_CASE_FILE);
  }

  /** Whether the person may offer the item now. */
  public boolean isOffering() {
    EvidenceView item = view;
    return item != null
        && item.destroyedAt() == null
        && offer == null
        && may(Action.TRANSFER_EVIDENCE)
        && (item.holder().equals(login())
            || access.actor().roles().contains(Role.SUPERVISING_ATTORNEY));
  }

  /** Whether the open offer is for the person. */
  public boolean isOffered() {
    return offer != null && may(Action.TRANSFER_EVIDENCE) && offer.to().equals(login());
  }

  /** Whether the open offer is the person's own. */
  public boolean isWithdrawing() {
    return offer != null && may(Action.TRANSFER_EVIDENCE) && offer.offeredBy().equals(login());
  }

  private String login() {
    return access.actor().login();
  }

  private boolean may(Action action) {
    EvidenceView item = view;
    return item != null && access.may(action, item.caseId().value());
  }

  /** The members of the case who do not hold the item. */
  public List<String> getOthers() {
    EvidenceView item = view;
    return item == null || !access.may(Action.VIEW_MEMBERS, item.caseId().value())
        ? List.of()
        : cases.get(item.caseId()).members().stream()
            .filter(member -> !member.equals(item.holder()))
            .toList();
  }

  public @Nullable EvidenceView getView() {
    return view;
  }

  public @Nullable TransferView getOffer() {
    return offer;
  }

  public List<Event> getEvents() {
    return events;
  }

  /** Size in words. */
  public String getSize() {
    return view == null ? "" : Show.bytes(view.length());
  }

  /** When it was received. */
  public String getReceived() {
    return view == null ? "" : Show.instant(view.receivedAt());
  }

  /** When its bytes were last hashed again. */
  public String getVerified() {
    return view == null ? "" : Show.instant(view.verifiedAt());
  }

  /** Since when its bytes are not those that were received; empty while they are. */
  public String getDamaged() {
    return view == null || view.damagedAt() == null ? "" : Show.instant(view.damagedAt());
  }

  public String getTo() {
    return to;
  }

  public void setTo(@Nullable String to) {
    this.to = to == null ? "" : to;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public String getAuthority() {
    return authority;
  }

  public void setAuthority(@Nullable String authority) {
    this.authority = authority == null ? "" : authority;
  }

  public String getDeed() {
    return deed;
  }

  public void setDeed(@Nullable String deed) {
    this.deed = deed == null ? "" : deed;
  }

  public String getHow() {
    return how;
  }

  public void setHow(@Nullable String how) {
    this.how = how == null ? "" : how;
  }

  public String getWhere() {
    return where;
  }

  public void setWhere(@Nullable String where) {
    this.where = where == null ? "" : where;
  }

  public String getDeedTo() {
    return deedTo;
  }

  public void setDeedTo(@Nullable String deedTo) {
    this.deedTo = deedTo == null ? "" : deedTo;
  }

  public String getDeedAuthority() {
    return deedAuthority;
  }

  public void setDeedAuthority(@Nullable String deedAuthority) {
    this.deedAuthority = deedAuthority == null ? "" : deedAuthority;
  }

  public String getSeal() {
    return seal;
  }

  public void setSeal(@Nullable String seal) {
    this.seal = seal == null ? "" : seal;
  }

  public String getShelf() {
    return shelf;
  }

  public void setShelf(@Nullable String shelf) {
    this.shelf = shelf == null ? "" : shelf;
  }

  public String getHappened() {
    return happened;
  }

  public void setHappened(@Nullable String happened) {
    this.happened = happened == null ? "" : happened;
  }

  public String getHoldReason() {
    return holdReason;
  }

  public void setHoldReason(@Nullable String holdReason) {
    this.holdReason = holdReason == null ? "" : holdReason;
  }

  public String getDestroyReason() {
    return destroyReason;
  }

  public void setDestroyReason(@Nullable String destroyReason) {
    this.destroyReason = destroyReason == null ? "" : destroyReason;
  }

  public String getDestroyAuthority() {
    return destroyAuthority;
  }

  public void setDestroyAuthority(@Nullable String destroyAuthority) {
    this.destroyAuthority = destroyAuthority == null ? "" : destroyAuthority;
  }
}
