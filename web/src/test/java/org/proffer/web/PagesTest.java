package org.proffer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Path BEANS = Path.of("src/main/java/org/proffer/web");

  /** Pages that say something fixed or are shown by the container, and so have nothing to ask. */
  private static final Set<String> WITHOUT_BEAN =
      Set.of(
          "login.xhtml",
          "error/403.xhtml",
          "error/404.xhtml",
          "error/409.xhtml",
          "error/429.xhtml",
          "error/500.xhtml",
          "error/expired.xhtml");

  private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern REASONING =
      Pattern.compile("[+*/%<>?!]|==|&|\\||\\s-\\s|\\b(gt|ge|lt|le|div|mod)\\b");

  @Test
  void everyPageHasItsBean() throws IOException {
    assertThat(pages())
        .filteredOn(page -> !WITHOUT_BEAN.contains(page))
        .allSatisfy(page -> assertThat(BEANS.resolve(beanOf(page))).exists());
  }

  @Test
  void everyBeanHasItsPage() throws IOException {
    List<String> expected = pages().stream().map(PagesTest::beanOf).toList();
    assertThat(under(BEANS, "Page.java")).isSubsetOf(expected);
  }

  @Test
  void pagesDoNotReasonInExpressions() throws IOException {
    List<String> reasoning = new ArrayList<>();
    for (String file : under(WEBAPP, ".xhtml")) {
      Matcher expressions = EXPRESSION.matcher(Files.readString(WEBAPP.resolve(file)));
      while (expressions.find()) {
        if (reasons(expressions.group(1))) {
          reasoning.add(file + ": " + expressions.group());
        }
      }
    }
    assertThat(reasoning).isEmpty();
  }

  @Test
  void noPageCarriesAScriptOfItsOwn() throws IOException {
    for (String file : under(WEBAPP, ".xhtml")) {
      assertThat(Files.readString(WEBAPP.resolve(file)))
          .as(file)
          .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
          .doesNotContainPattern("\\son[a-z]+=\"");
    }
  }

  @Test
  void comparisonAndArithmeticAreToldFromPlainWords() {
    assertThat(reasons("not empty page.rows and page.state eq 'a/b'")).isFalse();
    assertThat(reasons("page.count gt 3")).isTrue();
    assertThat(reasons("page.count + 1")).isTrue();
    assertThat(reasons("page.open ? 'a' : 'b'")).isTrue();
  }

  private static boolean reasons(String expression) {
    return REASONING.matcher(QUOTED.matcher(expression).replaceAll("''")).find();
  }

  private static List<String> pages() throws IOException {
    return under(WEBAPP, ".xhtml").stream()
        .filter(file -> !file.startsWith("WEB-INF/") && !file.startsWith("resources/"))
        .toList();
  }

  private static String beanOf(String page) {
    int slash = page.lastIndexOf('/') + 1;
    String name = page.substring(slash, page.length() - ".xhtml".length());
    return page.substring(0, slash)
        + name.substring(0, 1).toUpperCase(Locale.ROOT)
        + name.substring(1)
        + "Page.java";
  }

  private static List<String> under(Path root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(ending))
          .sorted()
          .toList();
    }
  }
}
