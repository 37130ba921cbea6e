package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.ClientView;
import org.proffer.clients.Clients;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** The clients of the person. */
@Named("deskClientsPage")
@RequestScoped
public class ClientsPage {
  @Inject private Clients clients;

  private List<ClientView> rows = List.of();

  /** Loads what the page shows. */
  public void load() {
    try {
      rows = clients.list();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  public List<ClientView> getRows() {
    return rows;
  }

  /** A moment as it is shown. */
  public String at(java.time.@Nullable Instant instant) {
    return Show.instant(instant);
  }
}
