package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.ClientAccess;
import org.proffer.access.ClientAction;
import org.proffer.clients.ClientView;
import org.proffer.clients.Clients;

/** The head of the pages of a client. */
@Named("clientTabs")
@RequestScoped
public class ClientTabs {
  private static final List<String[]> PAGES =
      List.of(
          new String[] {"client", "Overview"},
          new String[] {"check", "Check a message"},
          new String[] {"audits", "Mailings"},
          new String[] {"clocks", "Opt-outs"},
          new String[] {"findings", "Findings"},
          new String[] {"watches", "Ways to object"},
          new String[] {"trends", "Trends"},
          new String[] {"reports", "Reports"},
          new String[] {"records", "Records"},
          new String[] {"members", "Members"});

  @Inject private Clients clients;
  @Inject private ClientAccess access;

  private @Nullable ClientView view;
  private String current = "";

  /**
   * A tab.
   *
   * @param current {@code page} on the page it leads to, else empty
   */
  public record Tab(String address, String label, String current) {}

  /** Shows the head of a client. */
  ClientView show(UUID clientId, String page) {
    ClientView shown = clients.get(clientId);
    view = shown;
    current = page;
    return shown;
  }

  public ClientView getView() {
    return Objects.requireNonNull(view, "a page shows a client");
  }

  /** Whether the person works for the client, and it is open. */
  public boolean isWorking() {
    ClientView shown = view;
    return shown != null && access.may(ClientAction.AUDIT_CLIENT, shown.id());
  }

  /** Whether the person leads the work. */
  public boolean isLeading() {
    ClientView shown = view;
    return shown != null && access.may(ClientAction.GOVERN_CLIENT, shown.id());
  }

  /** Whether the person may produce reports. */
  public boolean isReporting() {
    ClientView shown = view;
    return shown != null && access.may(ClientAction.REPORT_CLIENT, shown.id());
  }

  /** The tabs, in order. */
  public List<Tab> getAll() {
    List<Tab> tabs = new ArrayList<>();
    for (String[] page : PAGES) {
      tabs.add(
          new Tab(
              "/compliance/" + page[0] + ".xhtml?client=" + getView().id(),
              page[1],
              page[0].equals(current) ? "page" : ""));
    }
    return tabs;
  }
}
