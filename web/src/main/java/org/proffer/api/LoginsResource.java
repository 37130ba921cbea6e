package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.proffer.access.Role;
import org.proffer.logins.LoginAccounts;
import org.proffer.logins.LoginView;
import org.proffer.platform.InvalidInput;

/**
 * The embedded logins, for the administrator. A password is in an answer once, when it is given.
 */
@Path("/logins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoginsResource {
  @Inject private LoginAccounts accounts;

  /** All logins. */
  @GET
  public JsonObject all() {
    return Json.createObjectBuilder()
        .add("logins", JsonViews.array(accounts.all(), LoginsResource::login))
        .build();
  }

  /** Makes a login. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(JsonObject asked) {
    return Response.status(Response.Status.CREATED)
        .entity(
            given(
                accounts.create(
                    asked.getString("login", ""),
                    asked.getString("displayName", ""),
                    roles(asked.get("roles")))))
        .build();
  }

  /** Gives a login other roles. */
  @PUT
  @Path("/{login}/roles")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject setRoles(@PathParam("login") String login, JsonObject asked) {
    return login(accounts.setRoles(login, roles(asked.get("roles"))));
  }

  /** Closes a login; its sessions end. */
  @POST
  @Path("/{login}/close")
  public JsonObject close(@PathParam("login") String login) {
    return login(accounts.close(login));
  }

  /** Opens a login that was closed, or that failures locked. */
  @POST
  @Path("/{login}/open")
  public JsonObject open(@PathParam("login") String login) {
    return login(accounts.open(login));
  }

  /** Ends the sessions of a login. */
  @POST
  @Path("/{login}/end-sessions")
  public JsonObject endSessions(@PathParam("login") String login) {
    return login(accounts.endSessions(login));
  }

  /** Gives a login a new first password. */
  @POST
  @Path("/{login}/password")
  public JsonObject givePassword(@PathParam("login") String login) {
    return given(accounts.givePassword(login));
  }

  private static Set<Role> roles(@org.jspecify.annotations.Nullable JsonValue asked) {
    if (!(asked instanceof JsonArray names)) {
      throw new InvalidInput("roles", "There is no list of roles.", "Send one; it may be empty.");
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (JsonValue name : names) {
      String text = name instanceof JsonString string ? string.getString() : name.toString();
      roles.add(
          Arrays.stream(Role.values())
              .filter(role -> role.name().equals(text))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "roles",
                          "“" + text + "” is no role.",
                          "The roles are " + Arrays.toString(Role.values()) + ".")));
    }
    return roles;
  }

  private static JsonObject given(LoginAccounts.Given given) {
    return Json.createObjectBuilder(login(given.login())).add("password", given.password()).build();
  }

  private static JsonObject login(LoginView view) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("login", view.login())
            .add("displayName", view.displayName())
            .add(
                "roles",
                Json.createArrayBuilder(view.roles().stream().map(Role::name).sorted().toList()))
            .add("open", view.open())
            .add("firstPassword", view.firstPassword());
    JsonViews.text(json, "lockedAt", view.lockedAt());
    JsonViews.text(json, "lastLoginAt", view.lastLoginAt());
    return json.build();
  }
}
