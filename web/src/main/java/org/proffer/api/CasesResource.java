package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.proffer.access.Member;
import org.proffer.access.MemberRole;
import org.proffer.cases.CaseId;
import org.proffer.cases.CasePage;
import org.proffer.cases.CaseStatus;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;
import org.proffer.cases.OpenCase;
import org.proffer.platform.InvalidInput;

/** Cases and their members. */
@Path("/cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CasesResource {
  private static final int MOST = 1_000;

  @Inject private Cases cases;

  /** The cases of the one who asks, newest first; {@code next} is the cursor of those behind. */
  @GET
  public JsonObject list(
      @QueryParam("q") @DefaultValue("") String containing,
      @QueryParam("cursor") @DefaultValue("0") int cursor,
      @QueryParam("limit") @DefaultValue("200") int limit) {
    int from = Math.max(0, cursor);
    int most = Math.max(1, Math.min(limit, MOST));
    CasePage page = cases.list(containing, from, most);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("cases", JsonViews.array(page.rows(), JsonViews::caseSummary))
            .add("total", page.total());
    if (from + most < page.total()) {
      json.add("next", Integer.toString(from + most));
    }
    return json.build();
  }

  /** Opens a case. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response open(JsonObject asked) {
    CaseId id =
        cases.open(
            new OpenCase(
                asked.getString("court", ""),
                asked.getString("docketNumber", ""),
                asked.getString("title", ""),
                asked.getString("judge", ""),
                status(asked.getString("status", ""))));
    return Response.created(URI.create("cases/" + id))
        .entity(JsonViews.caseView(cases.get(id)))
        .build();
  }

  private static CaseStatus status(String name) {
    try {
      return CaseStatus.valueOf(name);
    } catch (IllegalArgumentException e) {
      InvalidInput refusal =
          new InvalidInput(
              "status",
              "“" + name + "” is no status.",
              "Send one of " + java.util.Arrays.toString(CaseStatus.values()) + ".");
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** A case. */
  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id) {
    CaseView view = cases.get(CaseId.parse(id));
    return Response.ok(JsonViews.caseView(view)).tag(Integer.toString(view.version())).build();
  }

  /** The members of a case: their logins, and what each does on it. */
  @GET
  @Path("/{id}/members")
  public JsonObject members(@PathParam("id") String id) {
    List<Member> all = cases.members(CaseId.parse(id));
    return Json.createObjectBuilder()
        .add("members", JsonViews.strings(all.stream().map(Member::login).toList()))
        .add("roles", JsonViews.array(all, CasesResource::member))
        .build();
  }

  private static JsonObject member(Member member) {
    return Json.createObjectBuilder()
        .add("login", member.login())
        .add("role", member.role().name())
        .add("addedAt", member.addedAt().toString())
        .add("addedBy", member.addedBy())
        .build();
  }

  /** Adds a login to a case, or says anew what the member does. */
  @POST
  @Path("/{id}/members")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response addMember(@PathParam("id") String id, JsonObject asked) {
    cases.addMember(
        CaseId.parse(id),
        asked.getString("login", ""),
        role(asked.getString("role", MemberRole.OTHER.name())));
    return Response.noContent().build();
  }

  private static MemberRole role(String name) {
    return Arrays.stream(MemberRole.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "role",
                    "“" + name + "” is no role of a member.",
                    "Choose one of: " + Arrays.toString(MemberRole.values()) + "."));
  }

  /** Takes a login off a case. */
  @DELETE
  @Path("/{id}/members/{login}")
  public Response removeMember(@PathParam("id") String id, @PathParam("login") String login) {
    cases.removeMember(CaseId.parse(id), login);
    return Response.noContent().build();
  }
}
