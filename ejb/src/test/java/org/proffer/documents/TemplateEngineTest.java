package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who writes a template reaches the model and nothing else. */
class TemplateEngineTest {
  private static String made(String body) {
    return TemplateEngine.render(
        PaperMaker.ENGINE.parse(body),
        Map.of("name", "<b>x</b>", "list", List.of("a", "b")),
        new Filling(Map.of("signer", "Pat <i>"), new Traces()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name.class}",
        "{name.getClass()}",
        "{name.getClass().forName('java.lang.Runtime')}",
        "{name.raw.bytes}",
        "{list.getClass}",
        "{list.iterator.remove()}",
        "{inject:documents}",
        "{cdi:documents.make()}",
        "{config:secret}",
        "{nothing}",
        "{name.nothing}",
        "{#eval name /}",
        "{#include ../fills /}"
      })
  void nothingButTheModelIsReached(String body) {
    assertThatThrownBy(() -> made(body)).isInstanceOf(TemplateFault.class);
  }

  @Test
  void whatIsPrintedIsEscaped() {
    assertThat(made("{name}")).isEqualTo("&lt;b&gt;x&lt;/b&gt;");
    assertThat(Traces.plain(made("{fill:signer}"))).isEqualTo("Pat &lt;i&gt;");
  }

  @Test
  void theLineOfAFaultIsNamed() {
    assertThatThrownBy(() -> made("<p>\n</p>\n{name.nothing}"))
        .isInstanceOf(TemplateFault.class)
        .hasMessageContaining("Line 3");
  }

  @Test
  void whatDocumentsAreNotMadeOfIsNamed() {
    assertThat(Composer.notAllowed("<p onclick='x'>a</p>")).hasSize(1);
    assertThat(Composer.notAllowed("<iframe></iframe>")).hasSize(1);
    assertThat(Composer.notAllowed("<p class='flush'>a</p>")).isEmpty();
  }

  @Test
  void everyShippedTemplateIsMadeOfWhatIsAllowed() {
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind != DocumentKind.AUDIT_REPORT) {
        assertThat(Composer.notAllowed(TemplateEngine.file(kind.id()))).as(kind.id()).isEmpty();
      }
    }
  }
}
