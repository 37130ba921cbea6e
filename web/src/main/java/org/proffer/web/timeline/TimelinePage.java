package org.proffer.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.parties.PartyKind;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.records.FieldView;
import org.proffer.records.Records;
import org.proffer.timeline.Lane;
import org.proffer.timeline.TimelineEntry;
import org.proffer.timeline.TimelineFilter;
import org.proffer.timeline.Timelines;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** The timeline of a case: three lanes, month by month; and the same as a table. */
@Named("timelinePage")
@RequestScoped
public class TimelinePage {
  @Inject private Timelines timelines;
  @Inject private Records records;
  @Inject private PartyKind parties;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private String caseId = "";
  private List<FieldView.Choice> people = List.of();
  private List<String> tags = List.of();
  private List<Row> rows = List.of();
  private ZoneId zone = ZoneId.of("UTC");

  /** An entry as it is shown. */
  public record Row(
      TimelineEntry entry,
      String when,
      String utc,
      String known,
      String people,
      String tags,
      List<Exhibit> exhibits) {}

  /** What an entry cites, and where it is opened. */
  public record Exhibit(String words, String address) {}

  /**
   * A month with what happened in it, lane by lane.
   *
   * @param skipped how many months before it are left out since nothing happened; empty for none
   */
  public record Month(
      String name, String skipped, List<Row> conduct, List<Row> investigation, List<Row> court) {}

  /** A choice of a filter. */
  public record Choice(String value, String label, boolean chosen) {}

  /** Loads the timeline. */
  public void load() {
    try {
      CaseId id = CaseId.parse(asked("case"));
      caseId = id.toString();
      tabs.show(id.value(), CaseTab.TIMELINE);
      zone = tabs.zone();
      people =
          records.list(parties, id.value()).stream()
              .map(p -> new FieldView.Choice(p.id().toString(), p.title()))
              .toList();
      Map<String, String> names =
          people.stream()
              .collect(Collectors.toMap(FieldView.Choice::value, FieldView.Choice::label));
      tags =
          timelines.of(id, TimelineFilter.ALL).stream()
              .flatMap(e -> e.tags().stream())
              .distinct()
              .sorted()
              .toList();
      List<TimelineEntry> wanted = timelines.of(id, filter());
      Map<UUID, String> cited = timelines.cited(id, wanted);
      rows = wanted.stream().map(e -> row(e, names, cited)).toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private TimelineFilter filter() {
    String person = asked("person");
    return new TimelineFilter(
        person.isEmpty() ? null : Ids.parse("party", person),
        asked("tag"),
        asked("kind"),
        Arrays.stream(Lane.values())
            .filter(lane -> lane.name().equals(asked("lane")))
            .findFirst()
            .orElse(null));
  }

  private Row row(TimelineEntry e, Map<String, String> names, Map<UUID, String> cited) {
    return new Row(
        e,
        WhenText.of(e.day(), e.moment(), e.precision(), e.until(), zone),
        WhenText.utc(e.moment()),
        e.known() == null ? "" : e.known().toString(),
        e.parties().stream()
            .map(UUID::toString)
            .map(id -> names.getOrDefault(id, id))
            .collect(Collectors.joining("; ")),
        String.join(", ", e.tags()),
        Stream.of(
                exhibit(e.item(), "/evidence/item.xhtml?id=", cited),
                exhibit(e.message(), "/messages/message.xhtml?id=", cited))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Exhibit> exhibit(
      @Nullable UUID id, String page, Map<UUID, String> cited) {
    return id == null
        ? Optional.empty()
        : Optional.of(new Exhibit(cited.getOrDefault(id, id.toString()), page + id));
  }

  private String asked(String name) {
    return asked.getOrDefault(name, "");
  }

  /** The months in which something happened, earliest first. */
  public List<Month> getMonths() {
    Map<LocalDate, List<Row>> byMonth = new LinkedHashMap<>();
    for (Row row : rows) {
      byMonth
          .computeIfAbsent(row.entry().day().withDayOfMonth(1), month -> new ArrayList<>())
          .add(row);
    }
    List<Month> months = new ArrayList<>();
    @Nullable LocalDate before = null;
    for (Map.Entry<LocalDate, List<Row>> month : byMonth.entrySet()) {
      months.add(
          new Month(
              WhenText.month(month.getKey()),
              before == null ? "" : skipped(before, month.getKey()),
              lane(month.getValue(), Lane.CONDUCT),
              lane(month.getValue(), Lane.INVESTIGATION),
              lane(month.getValue(), Lane.COURT)));
      before = month.getKey();
    }
    return months;
  }

  private static String skipped(LocalDate before, LocalDate month) {
    long months = java.time.temporal.ChronoUnit.MONTHS.between(before, month) - 1;
    return months < 1 ? "" : months == 1 ? "1 month" : months + " months";
  }

  private static List<Row> lane(List<Row> month, Lane lane) {
    return month.stream().filter(row -> row.entry().lane() == lane).toList();
  }

  public List<Row> getRows() {
    return rows;
  }

  /** The people one can filter by. */
  public List<Choice> getPeople() {
    return people.stream()
        .map(p -> new Choice(p.value(), p.label(), p.value().equals(asked("person"))))
        .toList();
  }

  /** The tags one can filter by. */
  public List<Choice> getTags() {
    return tags.stream().map(t -> new Choice(t, t, t.equals(asked("tag")))).toList();
  }

  /** The lanes one can filter by. */
  public List<Choice> getLanes() {
    return Arrays.stream(Lane.values())
        .map(l -> new Choice(l.name(), l.label(), l.name().equals(asked("lane"))))
        .toList();
  }

  /** The kinds one can filter by. */
  public List<Choice> getKinds() {
    return List.of(
        new Choice("event", "Event", asked("kind").equals("event")),
        new Choice("hearing", "Hearing", asked("kind").equals("hearing")));
  }

  /** The filter as it stands in the address, after the case. */
  public String getQuery() {
    return Stream.of("person", "tag", "kind", "lane")
        .filter(name -> !asked(name).isEmpty())
        .map(
            name ->
                "&"
                    + name
                    + "="
                    + java.net.URLEncoder.encode(
                        asked(name), java.nio.charset.StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  /** The zone of the district. */
  public String getZone() {
    return zone.getId();
  }

  /** Whether the person may add to it. */
  public boolean isWriting() {
    return tabs.may(Action.EDIT_CASE_FILE);
  }

  public String getCaseId() {
    return caseId;
  }
}
