package org.proffer.documents;

import io.quarkus.qute.Template;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the body of a document of a template, a case and what the drafter wrote. */
final class PaperMaker {
  /** Shared: reading its parts takes longer than a document. */
  static final TemplateEngine ENGINE = new TemplateEngine();

  private PaperMaker() {}

  /** What templates of a kind can ask for: whatever a sample of the kind has. */
  static Shape shape(DocumentKind kind) {
    Shape shape = new Shape(Map.of(), false, null);
    for (CaseData sample : SampleCase.samples(kind)) {
      Traces traces = new Traces();
      shape =
          shape.and(
              Shape.of(
                  new CaseModel(
                          sample,
                          CourtProfile.of(sample.view().court()),
                          traces,
                          new Filling(Map.of(), traces))
                      .of(kind, SampleCase.subject(kind), SampleCase.MADE)));
    }
    return shape;
  }

  static Composed compose(
      Template template,
      DocumentKind kind,
      @Nullable UUID subject,
      CaseData data,
      Map<String, String> form,
      CaseModel.Made made) {
    Traces traces = new Traces();
    Filling filling = new Filling(form, traces);
    Map<String, Object> model =
        new CaseModel(data, CourtProfile.of(data.view().court()), traces, filling)
            .of(kind, subject, made);
    return Composer.compose(TemplateEngine.render(template, model, filling), traces, form);
  }
}
