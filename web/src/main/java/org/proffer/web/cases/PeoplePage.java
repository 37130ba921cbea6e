package org.proffer.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.parties.Alias;
import org.proffer.parties.AliasKind;
import org.proffer.parties.Merge;
import org.proffer.parties.MergeKind;
import org.proffer.parties.Party;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyRole;
import org.proffer.parties.ReleaseStatus;
import org.proffer.parties.ReleaseStatusKind;
import org.proffer.parties.Report;
import org.proffer.parties.ReportKind;
import org.proffer.parties.Representation;
import org.proffer.parties.RepresentationKind;
import org.proffer.platform.Refusal;
import org.proffer.records.RecordView;
import org.proffer.records.Records;
import org.proffer.web.Show;

/** The people of a case: defendants first, then the others, then what is reported. */
@Named("peoplePage")
@RequestScoped
public class PeoplePage {
  private static final int MOST_REPORTS = 200;

  @Inject private Records records;
  @Inject private PartyKind parties;
  @Inject private AliasKind aliases;
  @Inject private ReleaseStatusKind statuses;
  @Inject private RepresentationKind representations;
  @Inject private MergeKind merges;
  @Inject private ReportKind reports;
  @Inject private CaseTabs tabs;

  private String caseId = "";
  private long reportCount;
  private List<Group> groups = List.of();
  private List<RecordView<Report>> reported = List.of();

  /** Defendants, or the others. */
  public record Group(String label, String role, List<Person> people) {}

  /**
   * A party with what is known of it.
   *
   * @param certainty in words; empty where not said
   * @param duplicates entries found to be the same party
   */
  public record Person(
      UUID id,
      String designation,
      String name,
      String role,
      String description,
      String certainty,
      List<Link> aliases,
      @Nullable Link status,
      List<Link> counsel,
      List<Link> duplicates) {}

  /** Another record about a party. */
  public record Link(UUID id, String words) {}

  /** Loads the people. */
  public void load() {
    try {
      UUID id = CaseId.parse(caseId).value();
      tabs.show(id, CaseTab.PEOPLE);
      List<Person> people = people(id);
      groups =
          List.of(
              new Group(
                  "Defendants",
                  PartyRole.DEFENDANT.name(),
                  people.stream().filter(p -> !p.designation().isEmpty()).toList()),
              new Group(
                  "Others",
                  PartyRole.WITNESS.name(),
                  people.stream().filter(p -> p.designation().isEmpty()).toList()));
      reported = records.list(reports, id, 0, MOST_REPORTS);
      reportCount = records.count(reports, id);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private List<Person> people(UUID id) {
    List<RecordView<Party>> all = records.list(parties, id);
    List<RecordView<Alias>> names = records.list(aliases, id);
    List<RecordView<ReleaseStatus>> held = records.list(statuses, id);
    List<RecordView<Representation>> counsel = records.list(representations, id);
    List<RecordView<Merge>> same = records.list(merges, id);
    List<Person> people = new ArrayList<>();
    for (RecordView<Party> party : all) {
      if (same.stream().anyMatch(m -> party.id().equals(m.content().duplicate()))) {
        continue;
      }
      people.add(
          new Person(
              party.id(),
              party.content().designation(),
              party.content().name(),
              party.content().role().label(),
              party.content().description(),
              party.content().certainty() == null ? "" : party.content().certainty().label(),
              links(names, a -> party.id().equals(a.party()), Alias::name),
              last(links(held, s -> party.id().equals(s.party()), PeoplePage::words)),
              links(
                  counsel,
                  r -> party.id().equals(r.party()) && r.until() == null,
                  r -> name(all, r.counsel())),
              links(same, m -> party.id().equals(m.kept()), m -> name(all, m.duplicate()))));
    }
    return people;
  }

  private static String words(ReleaseStatus status) {
    return Objects.requireNonNull(status.status()).label() + " from " + status.from();
  }

  private static String name(List<RecordView<Party>> all, @Nullable UUID id) {
    return all.stream()
        .filter(p -> p.id().equals(id))
        .map(p -> p.content().name())
        .collect(Collectors.joining());
  }

  private static <C extends Record> List<Link> links(
      List<RecordView<C>> all,
      java.util.function.Predicate<C> wanted,
      java.util.function.Function<C, String> words) {
    return all.stream()
        .filter(record -> wanted.test(record.content()))
        .map(record -> new Link(record.id(), words.apply(record.content())))
        .toList();
  }

  private static @Nullable Link last(List<Link> all) {
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** Whether the person may add to them. */
  public boolean isWriting() {
    return tabs.may(Action.EDIT_CASE_FILE);
  }

  public String getCaseId() {
    return caseId;
  }

  public void setCaseId(@Nullable String caseId) {
    this.caseId = caseId == null ? "" : caseId;
  }

  public List<Group> getGroups() {
    return groups;
  }

  /** How many reports there are, in words. */
  public String getReportCount() {
    return Show.count(reportCount);
  }

  /** Whether not all reports are shown. */
  public boolean isMoreReports() {
    return reportCount > reported.size();
  }

  public List<RecordView<Report>> getReported() {
    return reported;
  }
}
