package org.proffer.web.compliance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.compliance.AuditFinding;
import org.proffer.compliance.MailingAuditView;
import org.proffer.compliance.MailingAudits;
import org.proffer.law.deadlines.BusinessDays;
import org.proffer.platform.Ids;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** A finding of an audit, with its clock day by day. */
@Named("deskFindingPage")
@RequestScoped
public class FindingPage {
  @Inject private MailingAudits audits;
  @Inject private ClientTabs tabs;

  private String audit = "";
  private String number = "";
  private @Nullable MailingAuditView view;
  private @Nullable AuditFinding finding;
  private List<BusinessDays.Counted> clock = List.of();

  /** Loads what the page shows. */
  public void load() {
    try {
      UUID id = Ids.parse("mailing audit", audit);
      MailingAuditView shown = audits.get(id);
      view = shown;
      tabs.show(shown.clientId(), "audits");
      int wanted = number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
      finding = audits.finding(id, wanted);
      clock = audits.clock(id, wanted);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  public MailingAuditView getView() {
    return Objects.requireNonNull(view, "the page shows an audit");
  }

  public AuditFinding getFinding() {
    return Objects.requireNonNull(finding, "the page shows a finding");
  }

  /** A moment as it is shown. */
  public String at(java.time.@Nullable Instant instant) {
    return Show.instant(instant);
  }

  public String getAudit() {
    return audit;
  }

  public void setAudit(@Nullable String audit) {
    this.audit = audit == null ? "" : audit;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = number == null ? "" : number;
  }

  public List<BusinessDays.Counted> getClock() {
    return clock;
  }
}
