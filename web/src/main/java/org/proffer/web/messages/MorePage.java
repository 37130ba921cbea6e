package org.proffer.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.custody.CustodyEventView;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceItems;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessagePlace;
import org.proffer.messages.Messages;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/**
 * What of a message is looked at now and then: its source, and the custody of its item. The views
 * of the message fetch it when they are opened, so that the audit log says what was looked at.
 */
@Named("morePage")
@RequestScoped
public class MorePage {
  private static final int SOURCE = 200_000;
  private static final int EVENTS = 100;
  private static final String CUSTODY = "custody";

  @Inject private Messages messages;
  @Inject private EvidenceItems items;
  @Inject private Access access;
  @Inject private CaseTabs tabs;

  private String id = "";
  private String of = "";
  private String source = "";
  private boolean cut;
  private @Nullable EvidenceId item;
  private List<Held> events = List.of();
  private int earlier;

  /** An event in the custody of the item. */
  public record Held(String at, String kind, String by, String detail, String result) {}

  /** Loads what was asked for. */
  public void load() {
    try {
      MessageId message = MessageId.parse(id);
      MessagePlace place = messages.place(message);
      tabs.show(place.caseId().value(), CaseTab.MESSAGES);
      item = place.itemId();
      if (isCustody()) {
        access.require(Action.VIEW_EVIDENCE, place.caseId().value());
        List<CustodyEventView> all = items.custody(place.itemId());
        earlier = Math.max(0, all.size() - EVENTS);
        events = all.subList(earlier, all.size()).stream().map(MorePage::held).toList();
      } else {
        source = messages.source(message, SOURCE);
        cut = place.length() > SOURCE;
      }
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static Held held(CustodyEventView event) {
    return new Held(
        Show.instant(event.at()),
        event.act().kind().label(),
        event.act().by(),
        event.act().detail(),
        event.act().result().label());
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }

  public String getOf() {
    return of;
  }

  public void setOf(@Nullable String of) {
    this.of = of == null ? "" : of;
  }

  /** Whether custody was asked for; else it is the source. */
  public boolean isCustody() {
    return of.equals(CUSTODY);
  }

  public String getTitle() {
    return isCustody() ? "Custody of a message" : "Source of a message";
  }

  public String getSource() {
    return source;
  }

  /** Whether the source is longer than what is shown. */
  public boolean isCut() {
    return cut;
  }

  public @Nullable EvidenceId getItem() {
    return item;
  }

  /** The last events. */
  public List<Held> getEvents() {
    return events;
  }

  /** How many of the events are shown; empty if all are. */
  public String getShown() {
    return earlier == 0
        ? ""
        : String.format(
            Locale.ROOT, "The last %,d of %,d events.", events.size(), events.size() + earlier);
  }
}
