package org.proffer.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.Court;
import org.proffer.cases.Courts;

/** The code of a court as a form sends it: the code itself, or the name typed in full. */
@Named("courtConverter")
@RequestScoped
public class CourtConverter implements Converter<String> {
  @Inject private Courts courts;

  @Override
  public @Nullable String getAsObject(
      FacesContext context, UIComponent component, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String typed = text.strip();
    return courts.all().stream()
        .filter(court -> court.code().equals(typed) || court.name().equalsIgnoreCase(typed))
        .map(Court::code)
        .findFirst()
        .orElseThrow(
            () ->
                new ConverterException(
                    new FacesMessage(
                        FacesMessage.SEVERITY_ERROR,
                        "Please check: court",
                        "There is no district court “"
                            + typed
                            + "”. Type part of its name and choose it from the list.")));
  }

  @Override
  public String getAsString(FacesContext context, UIComponent component, @Nullable String code) {
    return code == null ? "" : code;
  }
}
