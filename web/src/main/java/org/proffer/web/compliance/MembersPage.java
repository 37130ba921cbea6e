package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.access.ClientRelation;
import org.proffer.clients.ClientMember;
import org.proffer.clients.Clients;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** Who belongs to a client. */
@Named("deskMembersPage")
@RequestScoped
public class MembersPage {
  @Inject private Clients clients;
  @Inject private ClientTabs tabs;

  private String client = "";
  private List<ClientMember> rows = List.of();

  /** Loads what the page shows. */
  public void load() {
    try {
      rows = clients.members(tabs.show(Ids.parse("client", client), "members").id());
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  public String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client == null ? "" : client;
  }

  public List<ClientMember> getRows() {
    return rows;
  }

  /** What somebody can be. */
  public List<ClientRelation> getRoles() {
    return List.of(ClientRelation.OFFICER, ClientRelation.READER, ClientRelation.LEAD);
  }

  /** A moment as it is shown. */
  public String at(java.time.Instant instant) {
    return Show.instant(instant);
  }
}
