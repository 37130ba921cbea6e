package org.proffer.documents;

import io.quarkus.qute.Expression;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything that a template asks for is in the model: also where no sample leads to,
 * within conditions that are false and lists that are empty. Calls are refused wherever they stand.
 */
final class TemplateFields {
  private static final Set<String> OF_LISTS = Set.of("size", "isEmpty");
  private static final Set<String> OF_LOOPS =
      Set.of(
          "count",
          "index",
          "indexParity",
          "hasNext",
          "isLast",
          "isFirst",
          "odd",
          "even",
          "isOdd",
          "isEven");

  /** What stands for a choice between values, and compares them; nothing of the model is called. */
  private static final Set<String> OPERATORS = Set.of("or", "?:", "ifTruthy", "?", ":", "&&", "||");

  private final TemplateEngine engine;
  private final Set<String> faults = new LinkedHashSet<>();

  private TemplateFields(TemplateEngine engine) {
    this.engine = engine;
  }

  /** What of a template is not in the model, each with its line; empty if all is. */
  static List<String> notThere(TemplateEngine engine, Template template, Shape model) {
    TemplateFields fields = new TemplateFields(engine);
    fields.section(template.getRootNode(), model.names(), 0);
    return List.copyOf(fields.faults);
  }

  private void nodes(List<TemplateNode> nodes, Map<String, Shape> scope, int line) {
    for (TemplateNode node : nodes) {
      if (node.isSection()) {
        section(node.asSection(), scope, line);
      } else if (node.isExpression()) {
        node.getExpressions().forEach(asked -> shape(asked, scope, line));
      }
    }
  }

  /**
   * What stands in a section.
   *
   * @param line where the shared part is included that this stands in; 0 in the template itself
   */
  private void section(SectionNode section, Map<String, Shape> scope, int line) {
    if (section.getName().equals("include")) {
      include(section, scope, line);
      return;
    }
    boolean loop = section.getName().equals("for") || section.getName().equals("each");
    boolean named = section.getName().equals("let") || section.getName().equals("set");
    for (SectionBlock block : section.getBlocks()) {
      Map<String, Shape> within = new HashMap<>(scope);
      block.expressions.forEach(
          (name, asked) -> {
            Shape shape = shape(asked, scope, line);
            if (loop && block.label.equals(SectionHelperFactory.MAIN_BLOCK_NAME)) {
              each(asked, shape, block, within, line);
            } else if (named) {
              within.put(name, shape == null ? Shape.WORDS : shape);
            }
          });
      nodes(block.nodes, within, line);
    }
  }

  private void each(
      Expression asked,
      @Nullable Shape shape,
      SectionBlock block,
      Map<String, Shape> within,
      int line) {
    String alias = block.parameters.getOrDefault("alias", "it");
    if (alias.isEmpty() || alias.startsWith("$")) {
      alias = "it";
    }
    if (shape != null && !shape.list()) {
      fault(asked, line, "is no list");
    }
    Shape element = shape == null ? null : shape.element();
    within.put(alias, element == null ? Shape.WORDS : element);
    for (String of : OF_LOOPS) {
      within.put(alias + "_" + of, Shape.WORDS);
    }
  }

  private void include(SectionNode section, Map<String, Shape> scope, int line) {
    Map<String, Shape> within = new HashMap<>(scope);
    String part = "";
    for (SectionBlock block : section.getBlocks()) {
      if (block.label.equals(SectionHelperFactory.MAIN_BLOCK_NAME)) {
        part = block.parameters.getOrDefault("template", "");
      }
      block.expressions.forEach(
          (name, asked) -> {
            Shape shape = shape(asked, scope, line);
            within.put(name, shape == null ? Shape.WORDS : shape);
          });
      nodes(block.nodes, within, line);
    }
    int at = line > 0 ? line : section.getOrigin().getLine();
    Template included = TemplateEngine.PARTS.contains(part) ? engine.part(part) : null;
    if (included == null) {
      faults.add(
          "Line "
              + at
              + ": there is no part “"
              + part
              + "”; there are "
              + String.join(", ", TemplateEngine.PARTS));
    } else {
      section(included.getRootNode(), within, at);
    }
  }

  /** What a value is; null if it is not there, which is then a fault. */
  private @Nullable Shape shape(Expression asked, Map<String, Shape> scope, int line) {
    if (asked.isLiteral()) {
      return Shape.WORDS;
    }
    if (asked.hasNamespace()) {
      if (!"fill".equals(asked.getNamespace()) || asked.getParts().size() != 1) {
        fault(asked, line, "is not of the model; only fill: names a blank of the form");
      }
      return Shape.WORDS;
    }
    Shape here = new Shape(scope, false, null);
    String path = "the model";
    for (Expression.Part part : asked.getParts()) {
      String name = part.getName();
      if (part.isVirtualMethod()) {
        if (!OPERATORS.contains(name)) {
          fault(asked, line, "calls “" + name + "”; a template asks for names only");
          return null;
        }
        for (Expression parameter : part.asVirtualMethod().getParameters()) {
          shape(parameter, scope, line);
        }
        continue;
      }
      if (here.list() && OF_LISTS.contains(name)) {
        here = Shape.WORDS;
      } else {
        Shape next = here.names().get(name);
        if (next == null) {
          fault(asked, line, path + " has no “" + name + "”" + has(here));
          return null;
        }
        here = next;
      }
      path = path.equals("the model") ? name : path + "." + name;
    }
    return here;
  }

  private static String has(Shape shape) {
    List<String> names = new ArrayList<>(new TreeSet<>(shape.names().keySet()));
    names.removeIf(name -> name.contains("_"));
    return names.isEmpty()
        ? shape.list() ? "; it is a list: {#for one in …}" : ""
        : "; it has " + String.join(", ", names);
  }

  private void fault(Expression asked, int line, String what) {
    faults.add(
        "Line "
            + (line > 0 ? line : asked.getOrigin().getLine())
            + ": {"
            + asked.toOriginalString()
            + "} "
            + what);
  }
}
