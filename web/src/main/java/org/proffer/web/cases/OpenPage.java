package org.proffer.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseStatus;
import org.proffer.cases.Cases;
import org.proffer.cases.Court;
import org.proffer.cases.Courts;
import org.proffer.cases.OpenCase;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** Opens a case. */
@Named("openPage")
@RequestScoped
public class OpenPage {
  @Inject private Cases cases;
  @Inject private Courts courts;

  private String title = "";
  private String court = "mied";
  private String docketNumber = "";
  private String judge = "";
  private CaseStatus status = CaseStatus.INVESTIGATION;

  /** Opens the case and goes to it; a refusal stays on the page with what was typed. */
  public @Nullable String open() {
    try {
      CaseId id = cases.open(new OpenCase(court, docketNumber, title, judge, status));
      return "/cases/case.xhtml?faces-redirect=true&id=" + id;
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  public List<Court> getCourts() {
    return courts.all();
  }

  public List<CaseStatus> getStatuses() {
    return List.of(CaseStatus.values());
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(@Nullable String title) {
    this.title = title == null ? "" : title;
  }

  public String getCourt() {
    return court;
  }

  public void setCourt(@Nullable String court) {
    this.court = court == null ? "" : court;
  }

  public String getDocketNumber() {
    return docketNumber;
  }

  public void setDocketNumber(@Nullable String docketNumber) {
    this.docketNumber = docketNumber == null ? "" : docketNumber;
  }

  public String getJudge() {
    return judge;
  }

  public void setJudge(@Nullable String judge) {
    this.judge = judge == null ? "" : judge;
  }

  public CaseStatus getStatus() {
    return status;
  }

  public void setStatus(CaseStatus status) {
    this.status = status;
  }
}
