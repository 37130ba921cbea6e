package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.ClientKind;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecord;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.Programme;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.records.FieldView;
import org.proffer.web.Show;

/** What is recorded of a client, kind by kind. */
@Named("deskRecordsPage")
@RequestScoped
public class RecordsPage {
  @Inject private ClientRecords records;
  @Inject private ClientTabs tabs;

  private String client = "";
  private String state = "";
  private List<Kind> kinds = List.of();

  /** A kind with its records. */
  public record Kind(String name, String label, List<String> columns, List<Row> rows) {}

  /** A record: the words of its columns. */
  public record Row(String id, String title, List<String> cells) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      UUID id = tabs.show(Ids.parse("client", client), "records").id();
      kinds = new ArrayList<>();
      for (ClientKind<?> kind : ClientKinds.all()) {
        kinds.add(kind(kind, id));
      }
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private <C extends Record> Kind kind(ClientKind<C> kind, UUID clientId) {
    List<Row> rows = new ArrayList<>();
    for (ClientRecord<C> record : records.list(kind, clientId)) {
      if (record.content() instanceof Programme programme
          && !state.isEmpty()
          && !state.equals(String.valueOf(programme.state()))) {
        continue;
      }
      List<String> words = records.words(record);
      List<String> cells = new ArrayList<>();
      for (int i = 1; i < words.size(); i++) {
        if (kind.fields().get(i).column()) {
          cells.add(words.get(i));
        }
      }
      rows.add(new Row(record.id().toString(), record.title(), cells));
    }
    return new Kind(
        kind.name(),
        kind.label(),
        kind.fields().stream().skip(1).filter(FieldView::column).map(FieldView::label).toList(),
        rows);
  }

  public String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client == null ? "" : client;
  }

  public List<Kind> getKinds() {
    return kinds;
  }

  /** The state of the programmes that are shown; empty for any. */
  public String getState() {
    return state;
  }

  public void setState(@Nullable String state) {
    this.state = state == null ? "" : state;
  }
}
