package org.proffer.documents;

import org.proffer.platform.Refusal;

/** A template cannot be read, or asks for what the model does not have. */
public final class TemplateFault extends Refusal {
  TemplateFault(int line, String detail) {
    super(
        Kind.INVALID,
        "The template cannot be used",
        (line > 0 ? "Line " + line + ": " : "") + detail,
        "Correct that line; what the model has is listed beside the template.");
  }
}
