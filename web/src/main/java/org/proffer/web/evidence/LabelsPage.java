package org.proffer.web.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.evidence.ItemForm;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/**
 * Labels to print and stick on things: a code that opens the item, and what a person reads. A label
 * names neither the case nor its parties: it lies about where others pass.
 */
@Named("labelsPage")
@RequestScoped
public class LabelsPage {
  @Inject private EvidenceItems items;
  @Inject private CaseTabs tabs;

  private String caseId = "";
  private String item = "";
  private List<Label> labels = List.of();

  /** A label. */
  public record Label(EvidenceView view, QrCode code, String received) {}

  /** Loads the labels of one item, or of all things of the case that are there. */
  public void load() {
    try {
      CaseId id = CaseId.parse(caseId);
      tabs.show(id.value(), CaseTab.EVIDENCE);
      String address = address();
      labels =
          items.of(id).stream()
              .filter(
                  each ->
                      item.isEmpty()
                          ? each.form() == ItemForm.THING && each.destroyedAt() == null
                          : each.id().toString().equals(item))
              .map(
                  each ->
                      new Label(
                          each, QrCode.of(address + each.id()), Show.instant(each.receivedAt())))
              .toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static String address() {
    ExternalContext here = FacesContext.getCurrentInstance().getExternalContext();
    int port = here.getRequestServerPort();
    boolean usual = port == 443 || port == 80;
    return here.getRequestScheme()
        + "://"
        + here.getRequestServerName()
        + (usual ? "" : ":" + port)
        + here.getRequestContextPath()
        + "/evidence/item.xhtml?id=";
  }

  public String getCaseId() {
    return caseId;
  }

  public void setCaseId(@Nullable String caseId) {
    this.caseId = caseId == null ? "" : caseId;
  }

  public String getItem() {
    return item;
  }

  public void setItem(@Nullable String item) {
    this.item = item == null ? "" : item;
  }

  public List<Label> getLabels() {
    return labels;
  }
}
