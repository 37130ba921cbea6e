package org.proffer.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;

/** The palette of a case: nine keys and what they mean, and tags without a key. */
@Stateless
public class Tags {
  @Inject private Sql sql;
  @Inject private Palette palette;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The tags of a case, those with a key first; the usual ones as long as nobody chose others. */
  public List<Tag> of(CaseId caseId) {
    access.require(Action.READ_MESSAGES, caseId.value());
    return palette.all(caseId);
  }

  /**
   * Adds a tag to the palette.
   *
   * @param key 1 to 9, or 0 for none
   * @throws InvalidInput if the name is empty, too long or taken, or the key is
   */
  public Tag add(CaseId caseId, int key, String name, String group) {
    Actor actor = access.require(Action.CODE_MESSAGES, caseId.value());
    palette.settle(caseId, actor.login());
    Tag tag = checked(caseId, new Tag(Ids.next(clock), key, name.strip(), group.strip(), false));
    palette.insert(caseId, tag, actor.login());
    audit.record(actor.login(), "ADD_TAG", caseId.value(), "tag", tag.id(), "key " + key);
    return tag;
  }

  /**
   * Gives a tag another key, name or group, or retires it. What was coded with it stays.
   *
   * @throws InvalidInput as for a new one
   */
  public Tag change(UUID id, int key, String name, String group, boolean retired) {
    access.require(Action.CODE_MESSAGES);
    CaseId caseId = new CaseId(sql.caseOf("review_tag", "tag", id));
    Actor actor = access.require(Action.CODE_MESSAGES, caseId.value());
    Tag tag = checked(caseId, new Tag(id, retired ? 0 : key, name.strip(), group.strip(), retired));
    sql.change(
        "update proffer.review_tag set key = nullif(:key, 0), name = :name, grp = :group, retired = :retired where id = :id",
        Map.of(
            "id",
            id,
            "key",
            tag.key(),
            "name",
            tag.name(),
            "group",
            tag.group(),
            "retired",
            retired));
    audit.record(
        actor.login(),
        "CHANGE_TAG",
        caseId.value(),
        "tag",
        id,
        "key " + tag.key() + (retired ? ", retired" : ""));
    return tag;
  }

  private Tag checked(CaseId caseId, Tag tag) {
    if (tag.name().isEmpty() || tag.name().length() > 60 || tag.group().length() > 60) {
      throw new InvalidInput(
          "name", "A tag needs a name of 1 to 60 characters.", "Shorten the name or the group.");
    }
    if (tag.key() < 0 || tag.key() > 9) {
      throw new InvalidInput(
          "key", "There is no key " + tag.key() + ".", "Choose 1 to 9, or none.");
    }
    for (Tag other : palette.all(caseId)) {
      if (other.id().equals(tag.id())) {
        continue;
      }
      if (lower(other.name()).equals(lower(tag.name()))) {
        throw new InvalidInput(
            "name", "The case has a tag “" + other.name() + "”.", "Choose another name.");
      }
      if (tag.key() > 0 && other.key() == tag.key() && !other.retired()) {
        throw new InvalidInput(
            "key",
            "Key " + tag.key() + " sets “" + other.name() + "”.",
            "Choose a free key, or take that one away first.");
      }
    }
    return tag;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
