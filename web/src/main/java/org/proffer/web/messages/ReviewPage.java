package org.proffer.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.platform.Refusal;
import org.proffer.review.Batch;
import org.proffer.review.Batches;
import org.proffer.review.SavedSearch;
import org.proffer.review.SavedSearches;
import org.proffer.review.Tag;
import org.proffer.review.Tags;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** The review: a list, the message, its coding and findings. The script fills in the list. */
@Named("reviewPage")
@RequestScoped
public class ReviewPage {
  @Inject private Tags palette;
  @Inject private SavedSearches saved;
  @Inject private Batches all;
  @Inject private Access access;
  @Inject private CaseTabs tabs;

  private String caseId = "";
  private String q = "";
  private List<Tag> tags = List.of();
  private List<SavedSearch> searches = List.of();
  private List<Batch> batches = List.of();
  private boolean coding;

  /** Loads what stands around the list. */
  public void load() {
    try {
      CaseId id = CaseId.parse(caseId);
      access.require(Action.READ_MESSAGES, id.value());
      tabs.show(id.value(), CaseTab.MESSAGES);
      tags = palette.of(id);
      searches = saved.of(id);
      coding = access.may(Action.CODE_MESSAGES, id.value());
      String login = access.actor().login();
      batches =
          all.of(id).stream()
              .filter(batch -> login.equals(batch.reviewer()) && batch.finishedAt() == null)
              .toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  public String getCaseId() {
    return caseId;
  }

  public void setCaseId(@Nullable String caseId) {
    this.caseId = caseId == null ? "" : caseId;
  }

  public String getQ() {
    return q;
  }

  public void setQ(@Nullable String q) {
    this.q = q == null ? "" : q;
  }

  /** The query as a part of an address. */
  public String getEncoded() {
    return URLEncoder.encode(q, StandardCharsets.UTF_8);
  }

  public List<Tag> getTags() {
    return tags;
  }

  public List<SavedSearch> getSearches() {
    return searches;
  }

  /** The batches checked out to the person. */
  public List<Batch> getBatches() {
    return batches;
  }

  /** Whether the person may code here. */
  public boolean isCoding() {
    return coding;
  }
}
