package org.proffer.web.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseStatus;
import org.proffer.cases.Cases;
import org.proffer.cases.Court;
import org.proffer.cases.Courts;
import org.proffer.cases.DocketNumber;
import org.proffer.cases.OpenCase;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** Opens a case. */
@Named("openPage")
@RequestScoped
public class OpenPage {
  @Inject private Cases cases;
  @Inject private Courts courts;

  private String title = "";
  private @Nullable Court court;
  private String docketNumber = "";
  private String judge = "";
  private CaseStatus status = CaseStatus.INVESTIGATION;

  @PostConstruct
  void preset() {
    court = courts.get("mied");
  }

  /** Opens the case and goes to it; a refusal stays on the page with what was typed. */
  public @Nullable String open() {
    try {
      String code = court == null ? "" : court.code();
      CaseId id = cases.open(new OpenCase(code, docketNumber, title, judge, status));
      return "/cases/case.xhtml?faces-redirect=true&id=" + id;
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  /** The courts with a word in name or code that begins like each word typed. */
  public List<Court> matching(@Nullable String typed) {
    List<String> wanted = words(typed == null ? "" : typed);
    return courts.all().stream()
        .filter(
            c -> {
              List<String> words = words(c.name() + " " + c.code());
              return wanted.stream().allMatch(w -> words.stream().anyMatch(x -> x.startsWith(w)));
            })
        .toList();
  }

  private static List<String> words(String text) {
    String distinct = text.toLowerCase(Locale.ROOT).replace("u.s. district court,", "");
    return Stream.of(distinct.split("\\W+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Refuses a docket number that has not the form of the chosen court. */
  public void checkDocketNumber(FacesContext context, UIComponent component, Object typed) {
    UIInput chosen = (UIInput) component.findComponent("court");
    if (chosen.getLocalValue() instanceof Court ofCourt) {
      try {
        DocketNumber.of(ofCourt, typed.toString());
      } catch (InvalidInput refusal) {
        throw new ValidatorException(
            new FacesMessage(
                FacesMessage.SEVERITY_ERROR,
                refusal.title(),
                refusal.detail() + " " + refusal.next()),
            refusal);
      }
    }
  }

  /** Whether the form of the docket numbers of the chosen court was confirmed. */
  public boolean isConfirmed() {
    return court != null && court.confirmed();
  }

  /** A docket number as the chosen court writes it. */
  public String getExample() {
    return court == null ? "" : court.docketExample();
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

  public @Nullable Court getCourt() {
    return court;
  }

  public void setCourt(@Nullable Court court) {
    this.court = court;
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
