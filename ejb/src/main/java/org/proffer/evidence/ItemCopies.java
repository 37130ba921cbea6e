package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.mail.Mailboxes;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/**
 * What is made from an item: working copies, which are its bytes under a number and with a custody
 * of their own, and derivatives, which a tool made of it. Marks pass on to both.
 */
@Stateless
public class ItemCopies {
  @Inject private Access access;
  @Inject private EvidenceItems items;
  @Inject private EvidenceRegister register;
  @Inject private FixityRegister fixity;
  @Inject private Records records;
  @Inject private ItemKind kind;
  @Inject private Vault vault;

  /**
   * Something made from an item.
   *
   * @param how with what, or what for
   */
  public record Made(EvidenceView item, ItemDescription.Nature nature, String how) {}

  /** What was made from an item, that the person sees, in the order of its numbers. */
  public List<Made> of(EvidenceId id) {
    EvidenceView from = items.get(id);
    Map<UUID, EvidenceView> all =
        items.of(from.caseId()).stream()
            .collect(Collectors.toMap(item -> item.id().value(), Function.identity()));
    List<Made> made = new ArrayList<>();
    for (RecordView<ItemDescription> each : described(from)) {
      EvidenceView item = all.get(each.id());
      if (item != null && id.value().equals(each.content().parent())) {
        made.add(made(item, each.content()));
      }
    }
    return made;
  }

  private List<RecordView<ItemDescription>> described(EvidenceView from) {
    try {
      return records.list(kind, from.caseId().value());
    } catch (NotFound hidden) {
      return List.of(); // as for a filter team
    }
  }

  private static Made made(EvidenceView item, ItemDescription known) {
    ItemDescription.Nature nature = known.nature();
    boolean copy = nature == ItemDescription.Nature.WORKING_COPY;
    return new Made(
        item,
        nature == null ? ItemDescription.Nature.DERIVATIVE : nature,
        copy
            ? known.description()
            : (known.tool() + " " + known.toolVersion() + " " + known.parameters())
                .replaceAll(" +", " ")
                .strip());
  }

  /**
   * Makes a working copy, once the bytes were hashed again.
   *
   * @param purpose what it is for
   * @throws NoBytes if it is a thing, or was destroyed
   * @throws ItemDamaged if the bytes are not those that were received
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public EvidenceView copy(EvidenceId id, String purpose) {
    access.require(Action.COPY_EVIDENCE);
    EvidenceView from = items.get(id);
    String login =
        access.require(Action.COPY_EVIDENCE, from.caseId().value(), "evidence item", id).login();
    from.requireBytes();
    Making making = Making.workingCopy(from, purpose);
    if (fixity.checked(from, login).damagedAt() != null) {
      throw new ItemDamaged(from);
    }
    return register.copy(id, making, login);
  }

  /**
   * Receives what a tool made of an item.
   *
   * @param fileName as sent; folders are dropped
   * @param announced bytes announced, or -1
   * @throws AlreadyReceived if the case has these bytes
   * @throws EmptyFile if there are none
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public EvidenceView derive(
      EvidenceId id,
      String fileName,
      String tool,
      String version,
      String parameters,
      InputStream bytes,
      long announced) {
    access.require(Action.COPY_EVIDENCE);
    EvidenceView from = items.get(id);
    String login =
        access.require(Action.COPY_EVIDENCE, from.caseId().value(), "evidence item", id).login();
    from.requireThere();
    Making making = Making.derivative(from, tool, version, parameters);
    String name = Vault.baseName(fileName);
    StoredObject object = vault.store(name, bytes, announced);
    if (object.length() == 0) {
      throw new EmptyFile(name);
    }
    if (object.sha256().equals(from.sha256())) {
      throw new InvalidInput(
          "file",
          "These are the bytes of item " + from.number() + " itself.",
          "Make a working copy of it.");
    }
    try {
      Mailboxes.Recognized known = Mailboxes.recognize(vault.open(object.sha256()));
      return register.enter(
          from.caseId(),
          name,
          EvidenceItems.form(known.kind()),
          known.description(),
          object,
          login,
          making);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
