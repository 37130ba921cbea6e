package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.clients.ClientKinds;
import org.proffer.clients.ClientRecord;
import org.proffer.clients.ClientRecords;
import org.proffer.clients.Mechanism;
import org.proffer.compliance.MechanismWatches;
import org.proffer.law.Finding;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** Watches of ways to object, and what the rules say of thirty days. */
@Named("deskWatchesPage")
@RequestScoped
public class WatchesPage {
  @Inject private MechanismWatches watches;
  @Inject private ClientRecords records;
  @Inject private ClientTabs tabs;

  private String client = "";
  private String id = "";
  private String mechanism = "";
  private String sentAt = "";
  private List<Row> rows = List.of();
  private List<ClientRecord<Mechanism>> mechanisms = List.of();
  private List<MechanismWatches.ProbeView> probes = List.of();
  private List<Finding> verdicts = List.of();
  private String problem = "";

  /** A watch as the table shows it. */
  public record Row(MechanismWatches.Watch view, String began, String until, String running) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      UUID of = tabs.show(Ids.parse("client", client), "watches").id();
      mechanisms = records.list(ClientKinds.MECHANISM, of);
      rows = new ArrayList<>();
      for (MechanismWatches.Watch watch : watches.list(of)) {
        rows.add(
            new Row(
                watch,
                Show.instant(watch.beganAt()),
                Show.instant(watch.until()),
                watch.stoppedAt() == null ? "running" : ""));
      }
      if (!id.isEmpty()) {
        probes = watches.probes(Ids.parse("watch", id), 200);
      }
      if (!mechanism.isEmpty() && !sentAt.isEmpty()) {
        judge(of);
      }
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private void judge(UUID of) {
    try {
      verdicts =
          watches.verdicts(
              of,
              Ids.parse("mechanism", mechanism),
              Instant.parse(sentAt.length() == 16 ? sentAt + ":00Z" : sentAt));
    } catch (java.time.DateTimeException e) {
      problem = "“" + sentAt + "” is no moment. Write it as 2026-03-02T15:00.";
    }
  }

  /** A moment as it is shown. */
  public String at(Instant instant) {
    return Show.instant(instant);
  }

  public String getClient() {
    return client;
  }

  public void setClient(@Nullable String client) {
    this.client = client == null ? "" : client;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }

  public String getMechanism() {
    return mechanism;
  }

  public void setMechanism(@Nullable String mechanism) {
    this.mechanism = mechanism == null ? "" : mechanism;
  }

  public String getSentAt() {
    return sentAt;
  }

  public void setSentAt(@Nullable String sentAt) {
    this.sentAt = sentAt == null ? "" : sentAt;
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<ClientRecord<Mechanism>> getMechanisms() {
    return mechanisms;
  }

  public List<MechanismWatches.ProbeView> getProbes() {
    return probes;
  }

  public List<Finding> getVerdicts() {
    return verdicts;
  }

  public String getProblem() {
    return problem;
  }
}
