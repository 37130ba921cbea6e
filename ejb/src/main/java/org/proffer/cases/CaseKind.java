package org.proffer.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.AnotherPersonNeeded;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;
import org.proffer.records.FieldView;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** What the cases are: one record a case, under the id of the case. */
@Dependent
public class CaseKind extends RecordKind<CaseDetails> {
  @PersistenceContext private EntityManager entities;
  @Inject private Courts courts;
  @Inject private Access access;

  /** Declares the kind. */
  public CaseKind() {
    super("case", "details", "Case", CaseDetails.class);
  }

  @Override
  public List<FieldView> fields() {
    List<FieldView.Choice> choices =
        courts.all().stream().map(c -> new FieldView.Choice(c.code(), c.name())).toList();
    return super.fields().stream()
        .map(field -> field.name().equals("court") ? field.choosing(choices) : field)
        .toList();
  }

  @Override
  public String title(CaseDetails details) {
    return details.title();
  }

  @Override
  public Action writing() {
    return Action.EDIT_CASE;
  }

  /** Closing, sealing and holding a case are acts of their own beside describing it. */
  @Override
  public Set<Action> actions(@Nullable CaseDetails before, CaseDetails after) {
    if (before == null) {
      return Set.of(Action.EDIT_CASE);
    }
    Set<Action> actions = EnumSet.noneOf(Action.class);
    if (before.status() != after.status()) {
      actions.add(movement(before.status(), after.status()));
    }
    if (before.sealed() != after.sealed()) {
      actions.add(after.sealed() ? Action.SEAL_CASE : Action.UNSEAL_CASE);
    }
    if (before.legalHold() != after.legalHold()) {
      actions.add(after.legalHold() ? Action.SET_LEGAL_HOLD : Action.LIFT_LEGAL_HOLD);
    }
    if (actions.isEmpty() || !described(before).equals(described(after))) {
      actions.add(Action.EDIT_CASE);
    }
    return actions;
  }

  private static Action movement(@Nullable CaseStatus from, @Nullable CaseStatus to) {
    if (to == CaseStatus.ARCHIVED) {
      return Action.ARCHIVE_CASE;
    }
    return from != null && from.isOver() ? Action.REOPEN_CASE : Action.CHANGE_STATUS;
  }

  private static List<Object> described(CaseDetails details) {
    return List.of(
        details.title(),
        details.court(),
        details.docketNumber(),
        details.judge(),
        details.tags(),
        details.summary());
  }

  @Override
  public CaseDetails completed(Written<CaseDetails> written) {
    CaseDetails details = written.after();
    return details.docketNumber().isBlank()
        ? details
        : details.with(
            DocketNumber.of(courts.get(details.court()), details.docketNumber()).value());
  }

  @Override
  public void check(Written<CaseDetails> written) {
    if (!written.id().equals(written.caseId())) {
      throw new InvalidInput("Case", "A case has one such record.", "Edit that of the case.");
    }
    CaseDetails before = written.before();
    CaseStatus from = before == null ? null : before.status();
    CaseStatus to = written.after().status();
    if (to == null) {
      throw new InvalidInput("Status", "A case has a status.", "Choose one.");
    }
    if (from != null && from != to && !from.next().contains(to)) {
      throw new InvalidInput(
          "Status",
          "A case does not go from " + from.label() + " to " + to.label() + ".",
          "From here it can go to "
              + from.next().stream().map(CaseStatus::label).collect(Collectors.joining(", "))
              + ".");
    }
    if (before != null) {
      requireAnotherPerson(written.caseId(), before, written.after());
    }
    Court court = courts.get(written.after().court());
    String number = written.after().docketNumber();
    if (to.isFiled() && number.isEmpty()) {
      throw new InvalidInput(
          "Docket number",
          "A filed case has a docket number.",
          "Enter it like " + court.docketExample() + ", or leave the case under investigation.");
    }
    if (!number.isEmpty() && isTaken(written, court, number)) {
      throw new DocketNumberTaken(court, new DocketNumber(number));
    }
  }

  /** Who sealed a case does not unseal it, and who put the hold on it does not lift it. */
  private void requireAnotherPerson(UUID caseId, CaseDetails before, CaseDetails after) {
    boolean unseals = before.sealed() && !after.sealed();
    boolean lifts = before.legalHold() && !after.legalHold();
    if (!unseals && !lifts) {
      return;
    }
    Object[] closedBy =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select sealed_by, held_by from proffer.case_file where id = :id", Object[].class)
            .setParameter("id", caseId)
            .getSingleResult();
    String login = access.actor().login();
    if (unseals && login.equals(closedBy[0])) {
      throw new AnotherPersonNeeded(
          "You sealed this case yourself.", "Ask another supervising attorney to unseal it.");
    }
    if (lifts && login.equals(closedBy[1])) {
      throw new AnotherPersonNeeded(
          "You put the legal hold on this case yourself.",
          "Ask another supervising attorney to lift it.");
    }
  }

  private boolean isTaken(Written<CaseDetails> written, Court court, String number) {
    return entities
            .createQuery(
                "select count(c) from CaseFile c where c.court = :court and c.docketNumber = :n"
                    + " and c.id <> :id",
                Long.class)
            .setParameter("court", court.code())
            .setParameter("n", number)
            .setParameter("id", written.caseId())
            .getSingleResult()
        > 0;
  }

  @Override
  public void checkRemoval(RecordView<CaseDetails> record, Records records) {
    throw new InvalidInput("Case", "A case is not removed.", "Close it.");
  }

  @Override
  public void stored(Written<CaseDetails> written) {
    CaseFile file = entities.find(CaseFile.class, written.caseId());
    if (file == null) {
      throw new NotFound("case", written.caseId());
    }
    file.describe(written.after());
  }

  @Override
  public Action viewing() {
    return Action.VIEW_CASE;
  }
}
