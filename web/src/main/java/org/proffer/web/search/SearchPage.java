package org.proffer.web.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.api.HitAddress;
import org.proffer.platform.Refusal;
import org.proffer.search.Hit;
import org.proffer.search.Search;
import org.proffer.search.SearchWords;
import org.proffer.search.Searched;
import org.proffer.web.Show;

/** What a search finds in all cases of the person: by kind, best first. */
@Named("searchPage")
@RequestScoped
public class SearchPage {
  private static final int OF_EACH_KIND = 10;
  private static final int OF_ONE_KIND = 200;

  @Inject private Search search;

  private String q = "";
  private String kind = "";
  private List<Section> sections = List.of();
  private String coverage = "";

  /**
   * The hits of a kind.
   *
   * @param count how many match, in words
   * @param all address of the page that shows more of them; empty where all are shown
   * @param more whether there are more than were looked at
   */
  public record Section(String label, String count, List<Row> hits, String all, boolean more) {}

  /** A hit and where it opens. */
  public record Row(Hit hit, String address) {}

  /** Searches. */
  public void load() {
    try {
      int most = kind.isEmpty() ? OF_EACH_KIND : OF_ONE_KIND;
      sections = search.find(SearchWords.of(q), kind, most).stream().map(this::section).toList();
      coverage =
          search.kinds().stream()
              .map(k -> k.label().toLowerCase(java.util.Locale.ROOT))
              .collect(Collectors.joining(", "));
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private Section section(Search.Section found) {
    String name = found.kind().name();
    Searched.Found matches = found.found();
    return new Section(
        found.kind().label(),
        Show.count(matches.total()) + (matches.more() ? "+" : ""),
        matches.hits().stream().map(hit -> new Row(hit, HitAddress.of(name, hit))).toList(),
        kind.isEmpty() && matches.total() > matches.hits().size()
            ? "search.xhtml?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&kind=" + name
            : "",
        matches.more());
  }

  /** Whether something was looked for and nothing found. */
  public boolean isNothing() {
    return sections.isEmpty() && !q.isBlank();
  }

  /** The kinds of things that are looked into, in words. */
  public String getCoverage() {
    return coverage;
  }

  public List<Section> getSections() {
    return sections;
  }

  public String getQ() {
    return q;
  }

  public void setQ(@Nullable String q) {
    this.q = q == null ? "" : q;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = kind == null ? "" : kind;
  }
}
