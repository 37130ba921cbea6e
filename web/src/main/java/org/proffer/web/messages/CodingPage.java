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
import org.proffer.query.QueryField;
import org.proffer.query.QueryNotUnderstood;
import org.proffer.review.Batch;
import org.proffer.review.Batches;
import org.proffer.review.Coding;
import org.proffer.review.CodingAct;
import org.proffer.review.SavedSearch;
import org.proffer.review.SavedSearches;
import org.proffer.review.Tag;
import org.proffer.review.Tags;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** What a review is set up with: coding of all that match, batches, palette, saved searches. */
@Named("codingPage")
@RequestScoped
public class CodingPage {
  @Inject private Tags palette;
  @Inject private Coding coding;
  @Inject private Batches all;
  @Inject private SavedSearches saved;
  @Inject private Access access;
  @Inject private CaseTabs tabs;

  private String caseId = "";
  private String q = "";
  private boolean allowed;
  private String login = "";
  private List<Tag> tags = List.of();
  private List<Lot> batches = List.of();
  private List<Act> acts = List.of();
  private List<Kept> searches = List.of();
  private Coding.@Nullable Preview preview;

  /** A batch, what can be done with it, and its messages. */
  public record Lot(Batch batch, boolean free, boolean mine, String address) {}

  /** An act on many messages. */
  public record Act(CodingAct act, String at, boolean standing) {}

  /** A saved search. */
  public record Kept(SavedSearch search, String address, boolean mine) {}

  /** Loads everything. */
  public void load() {
    try {
      CaseId id = CaseId.parse(caseId);
      access.require(Action.READ_MESSAGES, id.value());
      tabs.show(id.value(), CaseTab.MESSAGES);
      allowed = access.may(Action.CODE_MESSAGES, id.value());
      login = access.actor().login();
      tags = palette.of(id);
      batches = all.of(id).stream().map(this::lot).toList();
      acts =
          coding.acts(id).stream()
              .map(
                  act ->
                      new Act(
                          act,
                          Show.instant(act.at()),
                          act.kind() == CodingAct.Kind.MANY && act.undoneBy() == null))
              .toList();
      searches =
          saved.of(id).stream()
              .map(s -> new Kept(s, address(s.query()), s.by().equals(login)))
              .toList();
      preview = coding.preview(id, q);
    } catch (QueryNotUnderstood refusal) {
      Show.refusal(refusal);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private Lot lot(Batch batch) {
    boolean done = batch.finishedAt() != null;
    return new Lot(
        batch,
        !done && batch.reviewer() == null,
        !done && login.equals(batch.reviewer()),
        address("batch:" + batch.number()));
  }

  private String address(String query) {
    return "review.xhtml?case=" + caseId + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** The messages that match, in the review. */
  public String getReview() {
    return address(q);
  }

  /** How many messages match, with thousands apart. */
  public String getCount() {
    return preview == null ? "0" : Show.count(preview.count());
  }

  /** Whether the query could be read. */
  public boolean isUnderstood() {
    return preview != null;
  }

  public Coding.@Nullable Preview getPreview() {
    return preview;
  }

  public List<QueryField> getFields() {
    return List.of(QueryField.values());
  }

  public List<Tag> getTags() {
    return tags;
  }

  public List<Lot> getBatches() {
    return batches;
  }

  public List<Act> getActs() {
    return acts;
  }

  public List<Kept> getSearches() {
    return searches;
  }

  public boolean isAllowed() {
    return allowed;
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
}
