package org.proffer.web.cases;

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
import org.proffer.access.Access;
import org.proffer.access.Action;
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
  @Inject private Access access;
  @Inject private Cases cases;
  @Inject private Courts courts;

  private String title = "";
  private String court = "mied";
  private String docketNumber = "";
  private String judge = "";
  private CaseStatus status = CaseStatus.INVESTIGATION;

  /** Answers in place of the page to whoever opens no cases. */
  public void load() {
    try {
      access.require(Action.OPEN_CASE);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

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

  /** Codes of the courts with a word in name or code that begins like each word typed. */
  public List<String> matching(@Nullable String typed) {
    List<String> wanted = words(typed == null ? "" : typed);
    return courts.all().stream()
        .filter(
            c -> {
              List<String> words = words(c.name() + " " + c.code());
              return wanted.stream().allMatch(w -> words.stream().anyMatch(x -> x.startsWith(w)));
            })
        .map(Court::code)
        .toList();
  }

  private static List<String> words(String text) {
    String distinct = text.toLowerCase(Locale.ROOT).replace("u.s. district court,", "");
    return Stream.of(distinct.split("\\W+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Refuses a docket number that has not the form of the chosen court; none is allowed here. */
  public void checkDocketNumber(
      FacesContext context, UIComponent component, @Nullable Object typed) {
    UIInput chosen = (UIInput) component.findComponent("court");
    if (typed != null && chosen.getLocalValue() instanceof String code) {
      court = code;
      try {
        DocketNumber.of(courts.get(code), typed.toString());
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
    return courts.get(court).confirmed();
  }

  /** A docket number as the chosen court writes it. */
  public String getExample() {
    return courts.get(court).docketExample();
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

  /** Name of the court of a code. */
  public String name(String code) {
    return courts.get(code).name();
  }

  public String getCourt() {
    return court;
  }

  public void setCourt(String court) {
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
