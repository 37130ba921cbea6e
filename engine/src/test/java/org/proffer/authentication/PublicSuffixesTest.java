package org.proffer.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSuffixesTest {
  private static PublicSuffixes list() throws IOException {
    return PublicSuffixes.read(
        new StringReader(
            """
            // a list written for this test
            com
            uk  trailing words do not count
            co.uk
            *.ck
            !www.ck
            \u516c\u53f8.cn
            """),
        Instant.parse("2012-01-01T00:00:00Z"),
        "the test");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.com, shop.com",
    "a.b.Shop.COM, shop.com",
    "shop.co.uk, shop.co.uk",
    "news.shop.co.uk, shop.co.uk",
    "shop.uk, shop.uk",
    "a.b.c.ck, b.c.ck",
    "news.www.ck, www.ck",
    "www.ck, www.ck",
    "a.shop.xn--55qx5d.cn, shop.xn--55qx5d.cn",
    "a.shop.unlisted, shop.unlisted"
  })
  void theOrganizationalDomainIsTheSuffixAndOneLabelMore(String domain, String expected)
      throws IOException {
    assertThat(list().organizationalDomain(domain)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"com", "co.uk", "b.ck", "xn--55qx5d.cn", "unlisted"})
  void aPublicSuffixBelongsToNoOrganization(String domain) throws IOException {
    assertThat(list().organizationalDomain(domain)).isEmpty();
  }

  @Test
  void theListSaysOfWhatTimeItIs() throws IOException {
    assertThat(list().citation())
        .isEqualTo("public suffix list of 2012-01-01T00:00:00Z (the test)");
  }
}
