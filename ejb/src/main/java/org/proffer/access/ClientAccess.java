package org.proffer.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.proffer.platform.NotFound;

/** Asks the policy of the compliance desk. */
@Stateless
@PermitAll // asking is open to everyone; the answer is the policy's
public class ClientAccess {
  @PersistenceContext private EntityManager entities;
  @Inject private Caller caller;

  /** Whether an action would be allowed by the roles, of some client. */
  public boolean may(ClientAction action) {
    return ClientPolicy.decide(action, caller.actor().roles()) == Answer.ALLOWED;
  }

  /** Whether an action on a client would be allowed. */
  public boolean may(ClientAction action, UUID clientId) {
    return answer(action, clientId) == Answer.ALLOWED;
  }

  /**
   * Allows an action that concerns no client.
   *
   * @throws NotPermitted if no role of the person allows it
   */
  public Actor require(ClientAction action) {
    Actor actor = caller.actor();
    if (ClientPolicy.decide(action, actor.roles()) != Answer.ALLOWED) {
      throw new NotPermitted(actor, action);
    }
    return actor;
  }

  /**
   * Allows an action on a client.
   *
   * @throws NotPermitted if no role of the person allows it, or not what the person is to the
   *     client
   * @throws NotFound if the client is not for this person: for others it does not exist
   * @throws WrongState if the client is closed
   */
  public Actor require(ClientAction action, UUID clientId) {
    return require(action, clientId, "client", clientId);
  }

  /**
   * Allows an action on something that belongs to a client.
   *
   * @param what the kind of thing, for example {@code "mailing audit"}
   * @throws NotPermitted as {@link #require(ClientAction, UUID)}
   * @throws NotFound if it is not for this person
   * @throws WrongState if the client is closed
   */
  public Actor require(ClientAction action, UUID clientId, String what, Object id) {
    Actor actor = caller.actor();
    return switch (answer(action, clientId)) {
      case ALLOWED -> actor;
      case NOT_PERMITTED -> throw new NotPermitted(actor, action);
      case HIDDEN -> throw new NotFound(what, id);
      case WRONG_STATE -> throw new WrongState(action);
    };
  }

  private Answer answer(ClientAction action, UUID clientId) {
    if (!may(action)) {
      return Answer.NOT_PERMITTED;
    }
    List<?> rows =
        entities
            .createNativeQuery("select role, closed from proffer.client_situation(:client)")
            .setParameter("client", clientId)
            .getResultList();
    if (rows.isEmpty()) {
      return Answer.HIDDEN;
    }
    Object[] row = (Object[]) rows.get(0);
    return ClientPolicy.decide(
        action, caller.actor().roles(), ClientRelation.valueOf((String) row[0]), (Boolean) row[1]);
  }
}
