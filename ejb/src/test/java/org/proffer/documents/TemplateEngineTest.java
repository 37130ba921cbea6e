package org.proffer.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
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

  private static String faults(DocumentKind kind, String body) {
    try {
      PaperMaker.ENGINE.requireFields(PaperMaker.ENGINE.parse(body), PaperMaker.shape(kind));
      return "";
    } catch (TemplateFault fault) {
      return fault.detail();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{#if case.sealed}{case.nothing}{/if}",
        "{#if case.sealed}x{#else if case.nothing}y{/if}",
        "{#if case.sealed}x{#else}{case.nothing}{/if}",
        "{#for c in counsel}{c.nothing}{/for}",
        "{#for c in counsel}{#for d in c.nothing}x{/for}{/for}",
        "{#for d in defendants}{#for c in d.counsel}{c.nothing}{/for}{/for}",
        "{#for x in nothing}x{/for}",
        "{#for x in case}x{/for}",
        "{#each counsel}{it.nothing}{/each}",
        "{#let x=case.nothing}{x}{/let}",
        "{#let x=case}{x.nothing}{/let}",
        "{#when case.status}{#is 'x'}{case.nothing}{/when}",
        "{#if case.sealed && case.nothing}x{/if}",
        "{#if case.sealed == nothing}x{/if}",
        "{case.judge ?: nothing}",
        "{case.nothing ?: 'x'}",
        "{case.nothing??}",
        "{case.title.length}",
        "{case.title.toUpperCase()}",
        "{counsel.get(0).name}",
        "{case.keys}",
        "{counsel.0.name}",
        "{c_hasNext}",
        "{inject:documents}",
        "{fill:signer.class}",
        "{#include nothing /}",
        "{#if case.sealed}{#include ../fills /}{/if}"
      })
  void whatIsNotInTheModelIsFoundAlsoWhereNoSampleLeads(String body) {
    assertThat(faults(DocumentKind.TIMELINE_EXHIBIT, "<p>\n\n" + body + "</p>"))
        .as(body)
        .startsWith("Line 3: ");
  }

  @Test
  void aFieldThatThisKindNeverReadsIsNoFieldOfIt() {
    assertThat(faults(DocumentKind.MESSAGE_SUMMARY, "{messages.all}")).isEmpty();
    assertThat(faults(DocumentKind.TIMELINE_EXHIBIT, "{#if messages.exist}{messages.all}{/if}"))
        .contains("messages has no “all”; it has exist");
  }

  @Test
  void everyFaultIsNamedWithItsLine() {
    assertThat(faults(DocumentKind.JUDGMENT, "{case.one}\n{#if case.sealed}{case.two}{/if}"))
        .contains("Line 1: {case.one}", "Line 2: {case.two}", "case has no “two”; it has ");
  }

  @Test
  void whatIsInTheModelIsFoundWhereverItStands() {
    assertThat(
            faults(
                DocumentKind.INDICTMENT,
                "{#include caption /}{#for d in defendants}{d_count}. {d.name}{#if d_hasNext}, {/if}"
                    + "{#for c in d.counsel}{c.name}{/for}{/for}{#let n=case.title}{n}{/let}"
                    + "{counsel.size}{fill:anything}{case.judge ?: 'none'}{#if case.sealed || !counsel}x{/if}"
                    + "{#each counsel}{it.name}{it_count}{/each}"))
        .isEmpty();
  }

  @Test
  void everyShippedTemplateAsksForWhatTheModelHasAndIsMadeOfEverySample() {
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind == DocumentKind.AUDIT_REPORT) {
        continue;
      }
      String body = TemplateEngine.file(kind.id());
      assertThat(faults(kind, body)).as(kind.id()).isEmpty();
      for (CaseData sample : SampleCase.samples(kind)) {
        assertThat(
                PaperMaker.compose(
                        PaperMaker.ENGINE.parse(body),
                        kind,
                        SampleCase.subject(kind),
                        sample,
                        Map.of(),
                        SampleCase.MADE)
                    .statements())
            .as(kind.id())
            .isNotEmpty();
      }
    }
  }

  @Test
  void aModelIsMapsListsAndWordsAndNothingElse() {
    for (DocumentKind kind : DocumentKind.values()) {
      Traces traces = new Traces();
      plain(
          new CaseModel(
                  SampleCase.data(),
                  CourtProfile.of(SampleCase.data().view().court()),
                  traces,
                  new Filling(Map.of(), traces))
              .of(kind, SampleCase.subject(kind), SampleCase.MADE));
    }
  }

  private static void plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(TemplateEngineTest::plain);
    } else if (value instanceof List<?> list) {
      list.forEach(TemplateEngineTest::plain);
    } else {
      assertThat(value).isInstanceOfAny(String.class, Boolean.class);
    }
  }

  /** Whatever stands between the braces: it is refused, or it prints no more than the model. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noExpressionReachesAnObject(long seed) {
    Random random = new Random(seed);
    List<String> words =
        List.of(
            "name",
            "list",
            "class",
            "getClass()",
            "forName('java.lang.Runtime')",
            "raw",
            "safe",
            "bytes",
            "hashCode",
            "wait()",
            "size",
            "iterator",
            "get(0)",
            "0",
            "keys",
            "values",
            "entrySet",
            "this",
            "it",
            "inject:x",
            "cdi:x",
            "config:x",
            "java:lang",
            "data:name",
            "str:eval('x')",
            "fill:signer",
            "toString()",
            "??",
            "?:",
            "or(list)",
            "&&");
    for (int i = 0; i < 400; i++) {
      StringBuilder body = new StringBuilder("{");
      for (int part = 0; part < 1 + random.nextInt(4); part++) {
        body.append(part == 0 ? "" : random.nextInt(4) == 0 ? " " : ".")
            .append(words.get(random.nextInt(words.size())));
      }
      String printed;
      try {
        printed = made(body.append('}').toString());
      } catch (TemplateFault refused) {
        continue;
      }
      if (printed.contentEquals(body)) {
        continue; // No expression at all: the words themselves.
      }
      assertThat(printed).as(body.toString()).doesNotContain("<b>", "java.", "org.", "@", "class ");
    }
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
