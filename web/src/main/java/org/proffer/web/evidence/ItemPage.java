package org.proffer.web.evidence;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Role;
import org.proffer.cases.Cases;
import org.proffer.custody.CustodyEventView;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.evidence.Fixity;
import org.proffer.evidence.TransferView;
import org.proffer.evidence.Transfers;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** An evidence item: what it is, who holds it, and its custody from the first event on. */
@Named("itemPage")
@RequestScoped
public class ItemPage {
  @Inject private EvidenceItems items;
  @Inject private Transfers transfers;
  @Inject private Fixity fixity;
  @Inject private Cases cases;
  @Inject private CaseTabs tabs;
  @Inject private Access access;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable EvidenceView view;
  private @Nullable Refusal refused;
  private @Nullable TransferView offer;
  private List<Event> events = List.of();
  private String to = "";
  private String reason = "";
  private String authority = "";

  /** A custody event as the table shows it. */
  public record Event(CustodyEventView view, String at, String place, String hash) {}

  @PostConstruct
  void readAddress() {
    try {
      EvidenceId id = EvidenceId.parse(asked.getOrDefault("id", ""));
      EvidenceView item = items.get(id);
      view = item;
      tabs.show(item.caseId().value(), CaseTab.EVIDENCE);
      offer = transfers.openOffer(id).orElse(null);
      events = items.custody(id).stream().map(ItemPage::event).toList();
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  private static Event event(CustodyEventView e) {
    String after = e.act().after();
    return new Event(
        e,
        Show.instant(e.at()),
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
    return may(Action.CHECK_FIXITY);
  }

  /** Whether the person may put the item before the court. */
  public boolean isMarking() {
    return may(Action.EDIT_CASE_FILE);
  }

  /** Whether the person may offer the item now. */
  public boolean isOffering() {
    EvidenceView item = view;
    return item != null
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
}
