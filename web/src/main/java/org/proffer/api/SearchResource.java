package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.proffer.search.Hit;
import org.proffer.search.Search;
import org.proffer.search.SearchWords;
import org.proffer.search.Searched;

/** One search over all the cases of the one who asks. */
@Path("/search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
  private static final int MOST = 200;

  @Inject private Search search;

  /** What matches, by kind; {@code more} says that there are more than {@code total}. */
  @GET
  public JsonObject find(
      @QueryParam("q") @DefaultValue("") String typed,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("limit") @DefaultValue("20") int limit) {
    JsonArrayBuilder kinds = Json.createArrayBuilder();
    search.kinds().forEach(k -> kinds.add(k.name()));
    return Json.createObjectBuilder()
        .add(
            "sections",
            JsonViews.array(
                search.find(SearchWords.of(typed), kind, Math.max(1, Math.min(limit, MOST))),
                SearchResource::section))
        .add("kinds", kinds)
        .add("mostCounted", Searched.MOST)
        .build();
  }

  private static JsonObject section(Search.Section section) {
    String kind = section.kind().name();
    return Json.createObjectBuilder()
        .add("kind", kind)
        .add("label", section.kind().label())
        .add("total", section.found().total())
        .add("more", section.found().more())
        .add("hits", JsonViews.array(section.found().hits(), hit -> hit(kind, hit)))
        .build();
  }

  private static JsonObject hit(String kind, Hit hit) {
    return Json.createObjectBuilder()
        .add("id", hit.id().toString())
        .add("caseId", hit.caseId().toString())
        .add("caseTitle", hit.caseTitle())
        .add("title", hit.title())
        .add("excerpt", hit.excerpt())
        .add("address", HitAddress.of(kind, hit))
        .build();
  }
}
