package org.proffer.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseView;
import org.proffer.cases.Cases;
import org.proffer.parties.PartyRole;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordKinds;

/** The head of every page of a case: what case it is, and its tabs. */
@Named("caseTabs")
@RequestScoped
public class CaseTabs {
  @Inject private Cases cases;
  @Inject private Access access;
  @Inject private RecordKinds kinds;

  /** The case is there already, and a file is dropped on its page. */
  private static final Set<String> BEGUN_ELSEWHERE = Set.of("case", "paper");

  private @Nullable CaseView view;
  private CaseTab current = CaseTab.OVERVIEW;
  private Set<Action> allowed = Set.of();

  /**
   * A tab as it is shown.
   *
   * @param current {@code page} for the one that is open, as in aria-current
   */
  public record Tab(String label, String address, @Nullable String current) {}

  /**
   * Something that can be begun from every page of the case.
   *
   * @param label what, as the search box offers it
   * @param address of the form, within the application
   */
  public record Job(String label, String address) {}

  /**
   * Says which case and tab the page shows.
   *
   * @throws org.proffer.platform.NotFound if there is no such case for this person
   */
  public void show(UUID caseId, CaseTab tab) {
    view = cases.get(new CaseId(caseId));
    current = tab;
    allowed = access.allowed(caseId, EnumSet.allOf(Action.class));
  }

  /**
   * Whether the person may do something in the case that is shown; asked of the policy once for the
   * whole page. Before a page has said which case it shows: whether the roles allow it at all.
   */
  public boolean may(Action action) {
    return view == null ? access.may(action) : allowed.contains(action);
  }

  /** The zone of the court of the case that is shown. */
  public ZoneId zone() {
    CaseView shown = view;
    return shown == null ? ZoneOffset.UTC : shown.court().zone();
  }

  public @Nullable CaseView getView() {
    return view;
  }

  /**
   * What the person may add to the case: parties by their role, then the other kinds of records.
   */
  public List<Job> getJobs() {
    CaseView shown = view;
    if (shown == null) {
      return List.of();
    }
    List<? extends RecordKind<?>> added =
        Arrays.stream(CaseTab.values())
            .flatMap(tab -> tab.kinds().stream())
            .filter(kind -> !BEGUN_ELSEWHERE.contains(kind))
            .map(kinds::named)
            .toList();
    return added.stream()
        .filter(kind -> allowed.contains(kind.writing()))
        .flatMap(kind -> jobs(kind, shown.id().value()))
        .toList();
  }

  private static Stream<Job> jobs(RecordKind<?> kind, UUID caseId) {
    String address = "/records/edit.xhtml?case=" + caseId + "&kind=" + kind.name();
    return kind.name().equals("party")
        ? Arrays.stream(PartyRole.values())
            .map(
                role ->
                    new Job(
                        added(role == PartyRole.OTHER ? "other party" : role.label()),
                        address + "&f.role=" + role.name()))
        : Stream.of(new Job(added(kind.label()), address));
  }

  private static String added(String label) {
    return "Add " + label.toLowerCase(Locale.ROOT);
  }

  /** The tabs the person may open, in order; none before a page has said which case it shows. */
  public List<Tab> getAll() {
    CaseView shown = view;
    if (shown == null) {
      return List.of();
    }
    return Arrays.stream(CaseTab.values())
        .filter(tab -> allowed.contains(tab.viewing()))
        .map(
            tab ->
                new Tab(
                    tab.label(), tab.address(shown.id().value()), tab == current ? "page" : null))
        .toList();
  }
}
