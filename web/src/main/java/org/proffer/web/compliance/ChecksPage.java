package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.compliance.CheckFilter;
import org.proffer.compliance.CheckedMessages;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** The checked messages of a client that a number counts. */
@Named("deskChecksPage")
@RequestScoped
public class ChecksPage {
  private static final int SHOWN = 50;
  private static final List<String> FILTERS =
      List.of(
          "by",
          "from",
          "until",
          "dated",
          "requirement",
          "verdict",
          "purpose",
          "method",
          "untold",
          "campaign",
          "network");

  @Inject private CheckedMessages checked;
  @Inject private ClientTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private List<Row> rows = List.of();
  private long total;

  /** A checked message as the table shows it. */
  public record Row(CheckedMessages.Row view, String at, String violated) {}

  /** Loads what the page shows. */
  public void load() {
    try {
      UUID id = tabs.show(Ids.parse("client", getClient()), "trends").id();
      try {
        CheckedMessages.Rows found = checked.find(id, filter(), page() * SHOWN, SHOWN);
        total = found.total();
        rows =
            found.rows().stream()
                .map(
                    row ->
                        new Row(
                            row, Show.instant(row.checkedAt()), String.join(", ", row.violated())))
                .toList();
      } catch (InvalidInput refusal) {
        Show.refusal(refusal);
      }
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private CheckFilter filter() {
    return new CheckFilter(
        asked("by").equals("sent") ? CheckFilter.By.SENT : CheckFilter.By.CHECKED,
        day("from"),
        day("until"),
        asked("dated"),
        asked("requirement"),
        asked("verdict"),
        asked("purpose"),
        asked("method"),
        asked("untold"),
        asked("campaign"),
        asked("network"));
  }

  private @Nullable LocalDate day(String name) {
    try {
      return asked(name).isEmpty() ? null : LocalDate.parse(asked(name));
    } catch (DateTimeException e) {
      throw new InvalidInput(name, "“" + asked(name) + "” is no day.", "Enter it like 2026-11-03.");
    }
  }

  private String asked(String name) {
    return asked.getOrDefault(name, "").strip();
  }

  private int page() {
    return asked("page").matches("\\d{1,5}") ? Integer.parseInt(asked("page")) : 0;
  }

  public final String getClient() {
    return asked("client");
  }

  public List<Row> getRows() {
    return rows;
  }

  /** What is asked for, and how many there are. */
  public String getWords() {
    List<String> words = new ArrayList<>();
    for (String name : FILTERS) {
      if (!asked(name).isEmpty()) {
        words.add(name + " " + asked(name));
      }
    }
    return Show.count(total)
        + (total == 1 ? " message" : " messages")
        + (words.isEmpty() ? "" : ": " + String.join(", ", words));
  }

  /** Whether something narrows the list. */
  public boolean isNarrowed() {
    return FILTERS.stream().anyMatch(name -> !asked(name).isEmpty());
  }

  /** The next page; empty on the last. */
  public String getNext() {
    return (page() + 1L) * SHOWN < total ? address(page() + 1) : "";
  }

  /** The page before; empty on the first. */
  public String getPrevious() {
    return page() > 0 ? address(page() - 1) : "";
  }

  private String address(int page) {
    StringBuilder address = new StringBuilder("checks.xhtml?client=").append(getClient());
    for (String name : FILTERS) {
      if (!asked(name).isEmpty()) {
        address
            .append('&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(asked(name), StandardCharsets.UTF_8));
      }
    }
    return address.append("&page=").append(page).toString();
  }
}
