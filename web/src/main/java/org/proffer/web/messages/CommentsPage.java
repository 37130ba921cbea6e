package org.proffer.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.cases.CaseId;
import org.proffer.platform.Refusal;
import org.proffer.review.Comment;
import org.proffer.review.Comments;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** All comments of a case, to be printed. */
@Named("commentsPage")
@RequestScoped
public class CommentsPage {
  @Inject private Comments comments;
  @Inject private Access access;
  @Inject private Clock clock;
  @Inject private CaseTabs tabs;

  private String caseId = "";
  private List<Remark> remarks = List.of();

  /** A comment with its times in words. */
  public record Remark(Comment comment, String sent, String at) {}

  /** Loads the comments. */
  public void load() {
    try {
      CaseId id = CaseId.parse(caseId);
      tabs.show(id.value(), CaseTab.MESSAGES);
      remarks =
          comments.of(id).stream()
              .map(c -> new Remark(c, Show.instant(c.sentAt()), Show.instant(c.at())))
              .toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  /** When and for whom the page was made. */
  public String getMade() {
    return Show.instant(clock.instant()) + " UTC for " + access.actor().login();
  }

  public List<Remark> getRemarks() {
    return remarks;
  }

  public String getCaseId() {
    return caseId;
  }

  public void setCaseId(@Nullable String caseId) {
    this.caseId = caseId == null ? "" : caseId;
  }
}
