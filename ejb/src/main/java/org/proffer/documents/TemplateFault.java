package org.proffer.documents;

import java.util.List;
import java.util.stream.Collectors;
import org.proffer.platform.Refusal;

/** A template cannot be read, or asks for what the model does not have. */
public final class TemplateFault extends Refusal {
  private static final int MOST = 12;

  TemplateFault(int line, String detail) {
    this(List.of((line > 0 ? "Line " + line + ": " : "") + detail));
  }

  /** With everything that is wrong, a sentence each. */
  TemplateFault(List<String> faults) {
    super(
        Kind.INVALID,
        "The template cannot be used",
        faults.stream().limit(MOST).collect(Collectors.joining(". "))
            + (faults.size() > MOST ? ". And " + (faults.size() - MOST) + " more." : "."),
        "Correct that; what the model has is listed beside the template.");
  }
}
