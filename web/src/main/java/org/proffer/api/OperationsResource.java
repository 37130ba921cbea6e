package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.TreeMap;
import org.proffer.operations.Alarm;
import org.proffer.operations.Operations;
import org.proffer.operations.Pool;
import org.proffer.operations.Standing;

/** How the portal runs; for the administrator. */
@Path("/operations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {
  @Inject private Operations operations;

  /** Queues, heads, backups, pools, memory, disk and alarms; nothing of any case. */
  @GET
  public JsonObject standing() {
    Standing now = operations.standing();
    JsonObjectBuilder imports = Json.createObjectBuilder();
    new TreeMap<>(now.imports()).forEach(imports::add);
    JsonObjectBuilder checks = Json.createObjectBuilder();
    now.checks().forEach(check -> checks.add(check.subject().name(), check.up()));
    JsonArrayBuilder pools = Json.createArrayBuilder();
    now.pools().forEach(pool -> pools.add(pool(pool)));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("at", now.at().toString())
            .add("alarms", Json.createArrayBuilder(now.alarms().stream().map(Alarm::text).toList()))
            .add("checks", checks)
            .add("imports", imports)
            .add("auditUnplaced", now.unplaced())
            .add("auditSize", now.auditSize())
            .add("custodyEvents", now.custody())
            .add("failedLoginsHour", now.failedLogins())
            .add("failedLoginsDay", now.failedLoginsOfTheDay())
            .add("pools", pools)
            .add("heapBytes", now.heap())
            .add("heapMostBytes", now.mostHeap())
            .add("threads", now.threads())
            .add("vaultFreeBytes", now.free())
            .add("vaultDiskBytes", now.disk())
            .add("startedAt", now.startedAt().toString())
            .add("schema", now.schema());
    JsonViews.text(json, "importWaitingSince", now.waitingSince());
    JsonViews.text(json, "auditHeadAt", now.auditHeadAt());
    JsonViews.text(json, "auditReadAt", now.auditReadAt());
    JsonViews.text(json, "custodyAt", now.custodyAt());
    JsonViews.text(json, "backupAt", now.backupAt());
    return json.build();
  }

  private static JsonObject pool(Pool pool) {
    return Json.createObjectBuilder()
        .add("name", pool.name())
        .add("inUse", pool.inUse())
        .add("open", pool.open())
        .add("most", pool.most())
        .add("waiting", pool.waiting())
        .build();
  }
}
