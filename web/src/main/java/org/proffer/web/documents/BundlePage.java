package org.proffer.web.documents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.documents.BundlePlan;
import org.proffer.documents.BundlePlans;
import org.proffer.documents.BundleView;
import org.proffer.documents.Bundles;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/**
 * What goes into a bundle, in which order: set by the mouse or by the keyboard, kept, put together.
 */
@Named("bundlePage")
@RequestScoped
public class BundlePage {
  private static final int DIGITS = 7;

  @Inject private Bundles bundles;
  @Inject private BundlePlans plans;
  @Inject private CaseTabs tabs;
  @Inject private Access access;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable Refusal refused;
  private @Nullable CaseId caseId;
  private @Nullable BundlePlan plan;
  private String title = "";
  private String prefix = "";
  private List<Paper> chosen = List.of();
  private List<Paper> others = List.of();

  /**
   * A paper that is in the bundle, or can go into it.
   *
   * @param rank where it stands among all, exhibits first by their numbers, from 0
   */
  public record Paper(UUID id, String title, int rank) {}

  @PostConstruct
  void readAddress() {
    try {
      List<UUID> parts = begin();
      CaseId id = caseId;
      if (id == null) {
        return;
      }
      tabs.show(id.value(), CaseTab.DOCUMENTS);
      Map<UUID, Paper> papers = papers(id);
      if (asked.containsKey("parts")) {
        title = asked.getOrDefault("title", "");
        prefix = asked.getOrDefault("prefix", "");
        parts = sent();
      }
      List<Paper> there = new ArrayList<>();
      for (UUID part : parts) {
        Paper paper = papers.remove(part);
        if (paper != null) {
          there.add(paper);
        }
      }
      chosen = there;
      others = List.copyOf(papers.values());
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  /** The case, and what the bundle begins with: a plan, a bundle made before, or nothing. */
  private List<UUID> begin() {
    if (asked.containsKey("plan")) {
      BundlePlan kept = plans.get(Ids.parse("bundle plan", asked.getOrDefault("plan", "")));
      plan = kept;
      caseId = kept.caseId();
      title = kept.title();
      prefix = kept.prefix();
      return kept.parts();
    }
    if (asked.containsKey("from")) {
      BundleView made = bundles.get(Ids.parse("bundle", asked.getOrDefault("from", "")));
      caseId = made.caseId();
      title = made.title();
      prefix = made.first().replaceAll("-\\d+$", "");
      return made.partIds();
    }
    caseId = CaseId.parse(asked.getOrDefault("case", ""));
    return List.of();
  }

  private Map<UUID, Paper> papers(CaseId id) {
    Map<UUID, Paper> papers = new LinkedHashMap<>();
    bundles
        .papers(id)
        .forEach((paper, name) -> papers.put(paper, new Paper(paper, name, papers.size())));
    return papers;
  }

  private List<UUID> sent() {
    return Arrays.stream(asked.getOrDefault("parts", "").split("[\\s,]+", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> Ids.parse("part", part))
        .toList();
  }

  /** Answers in place of the page if there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Keeps the order. */
  public @Nullable String save() {
    try {
      BundlePlan before = plan;
      BundlePlan kept =
          before == null
              ? plans.add(of(), title, prefix, sent())
              : plans.revise(before.id(), read(), title, prefix, sent());
      return "/documents/bundle.xhtml?faces-redirect=true&plan=" + kept.id();
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  private int read() {
    String version = asked.getOrDefault("version", "");
    if (!version.matches("\\d{1,6}")) {
      throw new InvalidInput("version", "The page says no version.", "Open the plan again.");
    }
    return Integer.parseInt(version);
  }

  /** Puts the papers together in this order. */
  public @Nullable String make() {
    try {
      bundles.make(of(), title, prefix, DIGITS, sent(), false);
      return here(of());
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  /** Gives the plan up. */
  public @Nullable String remove() {
    try {
      BundlePlan before = plan;
      if (before != null) {
        plans.remove(before.id());
      }
      return here(of());
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  private CaseId of() {
    CaseId id = caseId;
    if (id == null) {
      throw new IllegalStateException("the page has no case");
    }
    return id;
  }

  private static String here(CaseId id) {
    return "/documents/documents.xhtml?faces-redirect=true&case=" + id;
  }

  /** Whether the person may put bundles together. */
  public boolean isProducing() {
    CaseId id = caseId;
    return id != null && access.may(Action.PRODUCE_DOCUMENT, id.value());
  }

  public String getCaseId() {
    return String.valueOf(caseId);
  }

  public @Nullable BundlePlan getPlan() {
    return plan;
  }

  /** When the plan was kept. */
  public String getKept() {
    BundlePlan kept = plan;
    return kept == null ? "" : Show.instant(kept.changedAt());
  }

  public String getTitle() {
    return title;
  }

  public String getPrefix() {
    return prefix;
  }

  public List<Paper> getChosen() {
    return chosen;
  }

  public List<Paper> getOthers() {
    return others;
  }
}
