package org.proffer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proffer.platform.InvalidInput;

class ContentFormTest {
  private static final UUID SOMEBODY = UUID.fromString("0190a6f5-0000-7000-8000-000000000001");

  enum Colour implements Labelled {
    RED("Red"),
    GREEN("Green");

    private final String label;

    Colour(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  public record Everything(
      @Field(label = "Text", most = 10) String text,
      @Field(label = "Needed", required = true) String needed,
      @Field(label = "Count") Integer count,
      @Field(label = "Amount") BigDecimal amount,
      @Field(label = "Flag") boolean flag,
      @Field(label = "Day") LocalDate day,
      @Field(label = "Moment") Instant moment,
      @Field(label = "Colour") Colour colour,
      @Field(label = "Colours") List<Colour> colours,
      @Field(label = "Person", refersTo = "party") UUID person,
      @Field(label = "People", refersTo = "party") List<UUID> people,
      @Field(label = "Tags") List<String> tags) {}

  public record Bare(String unlabelled) {}

  public record Astray(@Field(label = "Person") UUID person) {}

  private final ContentForm<Everything> form = new ContentForm<>(Everything.class);

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    Everything content =
        new Everything(
            "a\nb",
            "x",
            7,
            new BigDecimal("1250.00"),
            true,
            LocalDate.of(2009, 11, 23),
            Instant.parse("2009-11-23T14:30:00Z"),
            Colour.RED,
            List.of(Colour.RED, Colour.GREEN),
            SOMEBODY,
            List.of(SOMEBODY),
            List.of("one", "two"));

    assertThat(form.read(form.write(content))).isEqualTo(content);
  }

  @Test
  void whatIsAbsentIsEmptyNoOrNull() {
    Everything content = form.read(json("{'needed':'x','count':null,'text':'  '}"));

    assertThat(content)
        .isEqualTo(
            new Everything(
                "", "x", null, null, false, null, null, null, List.of(), null, List.of(),
                List.of()));
  }

  @Test
  void amountsAreReadAsPeopleWriteThem() {
    assertThat(form.read(json("{'needed':'x','amount':'$1,250.5'}")).amount())
        .isEqualTo(new BigDecimal("1250.50"));
    assertThat(form.read(json("{'needed':'x','amount':1250}")).amount())
        .isEqualTo(new BigDecimal("1250.00"));
  }

  @Test
  void aMomentWithoutSecondsIsWholeMinutes() {
    assertThat(form.read(json("{'needed':'x','moment':'2009-11-23T14:30'}")).moment())
        .isEqualTo(Instant.parse("2009-11-23T14:30:00Z"));
  }

  @Test
  void theSameIdTwiceIsOnce() {
    String twice = "{'needed':'x','people':['" + SOMEBODY + "','" + SOMEBODY + "']}";
    assertThat(form.read(json(twice)).people()).containsExactly(SOMEBODY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Needed|{}",
        "Needed|{'needed':'  '}",
        "Text|{'needed':'x','text':'12345678901'}",
        "Count|{'needed':'x','count':'seven'}",
        "Count|{'needed':'x','count':1.5}",
        "Count|{'needed':'x','count':99999999999}",
        "Amount|{'needed':'x','amount':'1.005'}",
        "Amount|{'needed':'x','amount':'much'}",
        "Flag|{'needed':'x','flag':'maybe'}",
        "Day|{'needed':'x','day':'23.11.2009'}",
        "Day|{'needed':'x','day':'2009-02-29'}",
        "Moment|{'needed':'x','moment':'yesterday'}",
        "Colour|{'needed':'x','colour':'BLUE'}",
        "Colours|{'needed':'x','colours':['RED','BLUE']}",
        "Colours|{'needed':'x','colours':'RED'}",
        "Person|{'needed':'x','person':'me'}",
        "People|{'needed':'x','people':['me']}",
        "unknown|{'needed':'x','unknown':1}"
      })
  void whatCannotBeUsedIsRefusedByTheNameOfItsField(String field, String given) {
    assertThatThrownBy(() -> form.read(json(given)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo(field);
              assertThat(refusal.next()).isNotBlank();
            });
  }

  @Test
  void aContentClassSaysWhatItsFieldsAre() {
    assertThat(form.fields())
        .extracting(FieldView::type)
        .containsExactly(
            FieldView.Type.TEXT,
            FieldView.Type.TEXT,
            FieldView.Type.NUMBER,
            FieldView.Type.MONEY,
            FieldView.Type.YES_NO,
            FieldView.Type.DATE,
            FieldView.Type.INSTANT,
            FieldView.Type.CHOICE,
            FieldView.Type.CHOICES,
            FieldView.Type.REFERENCE,
            FieldView.Type.REFERENCES,
            FieldView.Type.TEXTS);
    assertThatThrownBy(() -> new ContentForm<>(Bare.class))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new ContentForm<>(Astray.class))
        .isInstanceOf(IllegalStateException.class);
  }
}
