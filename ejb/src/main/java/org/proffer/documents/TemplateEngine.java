package org.proffer.documents;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.IncludeSectionHelper;
import io.quarkus.qute.InsertSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.SetSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.quarkus.qute.WhenSectionHelper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The template language: maps, lists, words and truths of the model, {@code if}, {@code for},
 * {@code include} of the shared parts, and {@code fill:} for what the drafter writes in the form.
 * No method of any object can be called, and nothing is printed unescaped. Thread-safe.
 */
final class TemplateEngine {
  private static final Variant XHTML = Variant.forContentType("application/xhtml+xml");

  /** Parts that templates share, files in {@code templates/parts}. */
  static final List<String> PARTS =
      List.of(
          "caption",
          "charges",
          "demonstration",
          "elements",
          "exhibits",
          "facts",
          "judge",
          "service",
          "signature");

  private final Engine engine;

  TemplateEngine() {
    engine =
        Engine.builder()
            .addDefaultValueResolvers()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addSectionHelper(new LoopSectionHelper.Factory())
            .addSectionHelper(new IncludeSectionHelper.Factory())
            .addSectionHelper(new InsertSectionHelper.Factory())
            .addSectionHelper(new SetSectionHelper.Factory())
            .addSectionHelper(new WhenSectionHelper.Factory())
            .addNamespaceResolver(
                NamespaceResolver.builder("fill").resolve(TemplateEngine::filled).build())
            .addResultMapper(new HtmlEscaper(List.of("text/html", "application/xhtml+xml")))
            .strictRendering(true)
            .build();
    for (String part : PARTS) {
      engine.putTemplate(part, engine.parse(file("parts/" + part), XHTML, part));
    }
  }

  private static Object filled(EvalContext context) {
    Object filling = context.getAttribute("filling");
    return filling instanceof Filling form ? form.value(context.getName()) : "";
  }

  /** The text of a template that is shipped. */
  static String file(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            TemplateEngine.class.getResourceAsStream("templates/" + name + ".html"), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a template.
   *
   * @throws TemplateFault naming the line that cannot be read
   */
  Template parse(String body) {
    try {
      return engine.parse(body, XHTML);
    } catch (TemplateException e) {
      throw fault(e);
    }
  }

  /** A part that templates share. */
  Template part(String name) {
    return engine.getTemplate(name);
  }

  /**
   * What a template makes of a model.
   *
   * @throws TemplateFault if it asks for what the model does not have
   */
  static String render(Template template, Map<String, Object> model, Filling filling) {
    try {
      TemplateInstance instance = template.data(model);
      instance.setAttribute("filling", filling);
      return instance.render();
    } catch (TemplateException e) {
      throw fault(e);
    }
  }

  /**
   * Refuses a template that asks for what a model does not have, wherever in it.
   *
   * @throws TemplateFault naming each place
   */
  void requireFields(Template template, Shape model) {
    List<String> faults = TemplateFields.notThere(this, template, model);
    if (!faults.isEmpty()) {
      throw new TemplateFault(faults);
    }
  }

  private static TemplateFault fault(TemplateException e) {
    int line = 0;
    String detail = "it cannot be used";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TemplateException at && at.getOrigin() != null) {
        line = at.getOrigin().getLine();
      }
      String said = cause.getMessage();
      if (said != null && !said.isBlank()) {
        detail = said;
      }
    }
    TemplateFault fault = new TemplateFault(line, detail);
    fault.initCause(e);
    return fault;
  }
}
