package org.proffer.portal.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/** Two people at the form of the same record, and one whose login expires, in headless Chromium. */
class EditConflictBrowserIT {
  /** Their records are where evidence is; the case with all the others has none. */
  private static final Set<String> OF_THE_EVIDENCE_REGISTER = Set.of("item", "exhibit");

  private final Portal portal = Portal.running();
  private final List<Browser> browsers = new ArrayList<>();

  @AfterEach
  void close() {
    browsers.forEach(Browser::close);
  }

  private Browser login(String name) {
    Browser browser = Browser.open(portal);
    browsers.add(browser);
    return browser.login(name);
  }

  /** A party of a case of both; gives its id. */
  private String party(Browser opened, String title) {
    WebDriver browser = opened.driver();
    browser.findElement(By.linkText("Open a case")).click();
    browser.findElement(By.id("open:title")).sendKeys(title);
    browser.findElement(By.cssSelector("input[type=submit][value='Open the case']")).click();
    opened.waiting().until(ExpectedConditions.titleContains(title));
    String caseId = browser.getCurrentUrl().replaceAll(".*id=", "");
    browser.get(portal.address() + "cases/members.xhtml?case=" + caseId);
    browser.findElement(By.cssSelector("#members\\:login option[value=paralegal]")).click();
    browser.findElement(By.id("members:add")).click();
    opened
        .waiting()
        .until(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("#members tbody"), "paralegal"));
    browser.get(portal.address() + "records/edit.xhtml?case=" + caseId + "&kind=party");
    opened.type("name", "Ann Poe");
    browser.findElement(By.cssSelector("[data-field=role] option[value=WITNESS]")).click();
    browser.findElement(By.id("record:save")).click();
    opened.waiting().until(ExpectedConditions.presenceOfElementLocated(By.linkText("Ann Poe")));
    browser.findElement(By.linkText("Ann Poe")).click();
    opened.waiting().until(ExpectedConditions.urlContains("record.xhtml"));
    return browser.getCurrentUrl().replaceAll(".*id=", "");
  }

  private static void edit(Browser browser, String id) {
    browser.go("records/edit.xhtml?id=" + id);
    browser.field("name");
  }

  @Test
  void whoSavesSecondSeesBothVersionsAndChoosesFieldByField() {
    Browser first = login("prosecutor");
    String id = party(first, "United States v. Two Editors");
    Browser second = login("paralegal");
    edit(first, id);
    edit(second, id);

    first.type("name", "Anne Poe");
    first.type("description", "A broker");
    first.driver().findElement(By.id("record:save")).click();
    first.waiting().until(ExpectedConditions.urlContains("people.xhtml"));
    second.type("description", "A neighbour");
    second.type("telephone", "555-0100");
    second.driver().findElement(By.id("record:save")).click();

    WebElement conflict =
        second
            .waiting()
            .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".conflict")));
    assertThat(conflict.getText())
        .contains("prosecutor")
        .contains("Anne Poe")
        .contains("A broker")
        .contains("A neighbour");
    second
        .driver()
        .findElement(By.cssSelector("input[name='choose.description'][value=theirs]"))
        .click();
    second.driver().findElement(By.id("record:save")).click();

    second.waiting().until(ExpectedConditions.urlContains("people.xhtml"));
    second.go("records/record.xhtml?id=" + id);
    assertThat(second.driver().findElement(By.cssSelector("dl.facts")).getText())
        .contains("Anne Poe")
        .contains("A broker")
        .contains("555-0100")
        .doesNotContain("A neighbour");
  }

  /**
   * In a case that has a record of every kind; each session in a browser and a login of its own.
   */
  @Test
  void whoSavesSecondSeesBothVersionsOnTheFormOfEveryKind() throws Exception {
    Api rest = new Api(portal, "prosecutor").logIn();
    String caseId = invented(rest);
    Browser first = login("supervisor");
    Browser second = login("prosecutor");
    for (JsonObject kind :
        rest.read("/kinds").getJsonArray("kinds").getValuesAs(JsonObject.class)) {
      if (OF_THE_EVIDENCE_REGISTER.contains(kind.getString("name"))) {
        continue;
      }
      JsonArray there =
          rest.read("/cases/" + caseId + "/" + kind.getString("plural") + "?limit=1")
              .getJsonArray(kind.getString("plural"));
      assertThat(there).as("a " + kind.getString("name") + " in the invented case").isNotEmpty();
      String id = there.getJsonObject(0).getString("id");
      Edited field = Edited.of(kind.getJsonObject("schema").getJsonObject("properties"));
      twoAtOnce(rest, first, second, kind.getString("name"), id, field);
    }
  }

  @Test
  void whoSavesSecondSeesBothVersionsOfAnItemAndOfAnExhibit() throws Exception {
    Api rest = new Api(portal, "prosecutor").logIn();
    String caseId = rest.openCase("Two at one item");
    rest.post("/cases/" + caseId + "/members", "{\"login\":\"supervisor\"}");
    byte[] letter = "From: a@example.org\r\nSubject: A\r\n\r\nWords.\r\n".getBytes(US_ASCII);
    String item = Api.json(rest.send(caseId, "a.eml", letter).body()).getString("id");
    String exhibit =
        Api.json(
                rest.post(
                        "/cases/" + caseId + "/exhibits",
                        "{\"series\":\"GOVERNMENT\",\"description\":\"The letter\",\"item\":\""
                            + item
                            + "\"}")
                    .body())
            .getString("id");
    Browser first = login("supervisor");
    Browser second = login("prosecutor");
    for (String field : List.of("description", "place")) {
      twoAtOnce(rest, first, second, "item", item, Edited.text(field));
    }
    for (String field : List.of("description", "note")) {
      twoAtOnce(rest, first, second, "exhibit", exhibit, Edited.text(field));
    }
  }

  /** Two write the same field; who saves second is shown both, and decides. */
  private void twoAtOnce(
      Api rest, Browser first, Browser second, String kind, String id, Edited field)
      throws Exception {
    String as = kind + "." + field.name();
    write(first, id, field.name(), field.theirs());
    write(second, id, field.name(), field.mine());

    first.driver().findElement(By.id("record:save")).click();
    left(first, as);
    second.driver().findElement(By.id("record:save")).click();

    WebElement conflict =
        second
            .waiting()
            .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".conflict")));
    assertThat(conflict.getText())
        .as(as)
        .contains("supervisor", field.myWords(), field.theirWords());
    assertThat(rest.read("/records/" + id).getJsonObject("content").getString(field.name()))
        .as(as)
        .isEqualTo(field.theirWords());
    if (as.startsWith("party.")) {
      second.isAccessible();
    }
    second.driver().findElement(By.id("record:save")).click();
    left(second, as);
    assertThat(rest.read("/records/" + id).getJsonObject("content").getString(field.name()))
        .as(as)
        .isEqualTo(field.myWords());
  }

  /** The invented demonstration case, once it is open to everybody. */
  private static String invented(Api rest) throws Exception {
    for (int i = 0; i < 300; i++) {
      for (JsonObject one :
          rest.read("/cases").getJsonArray("cases").getValuesAs(JsonObject.class)) {
        String id = one.getString("id");
        if (one.getString("title").contains("Doe et al. (demonstration, invented)")
            && rest.read("/cases/" + id + "/papers").getInt("total") > 0) {
          return id;
        }
      }
      LockSupport.parkNanos(200_000_000);
    }
    throw new AssertionError("the invented case is not loaded");
  }

  private static void write(Browser browser, String id, String field, String text) {
    browser.go("records/edit.xhtml?id=" + id);
    browser.type(field, text);
    WebElement why = browser.driver().findElement(By.id("record:note"));
    why.clear();
    why.sendKeys("two at once");
  }

  private static void left(Browser browser, String as) {
    try {
      browser.waiting().until(ExpectedConditions.not(ExpectedConditions.urlContains("edit.xhtml")));
    } catch (TimeoutException e) {
      throw new AssertionError(
          as + ": " + browser.driver().findElement(By.cssSelector("main")).getText(), e);
    }
  }

  /**
   * A field that both write: the last text of a kind that is not chosen from a list, else a day.
   *
   * @param mine as it is typed
   * @param myWords as it is kept
   */
  private record Edited(
      String name, String mine, String theirs, String myWords, String theirWords) {
    static Edited text(String name) {
      return new Edited(name, "mine", "theirs", "mine", "theirs");
    }

    static Edited of(JsonObject properties) {
      Edited found = null;
      for (Map.Entry<String, JsonValue> property : properties.entrySet()) {
        JsonObject schema = property.getValue().asJsonObject();
        boolean text =
            schema.getString("type").equals("string")
                && !schema.containsKey("enum")
                && !schema.containsKey("format");
        if (text) {
          found = text(property.getKey());
        } else if (found == null && schema.getString("format", "").equals("date")) {
          found = new Edited(property.getKey(), "05062012", "07082012", "2012-05-06", "2012-07-08");
        }
      }
      return Objects.requireNonNull(found, properties.toString());
    }
  }

  @Test
  void whatWasTypedIsThereAgainAfterTheLoginExpired() {
    Browser browser = login("prosecutor");
    String id = party(browser, "United States v. Expired");
    edit(browser, id);
    browser.type("description", "Typed before the login expired");
    browser.driver().manage().deleteAllCookies();
    browser.field("description").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    browser.waiting().until(ExpectedConditions.presenceOfElementLocated(By.id("user")));
    browser.enter("prosecutor");

    browser.waiting().until(ExpectedConditions.urlContains("edit.xhtml"));
    assertThat(browser.field("description").getDomProperty("value"))
        .isEqualTo("Typed before the login expired");
    browser.driver().findElement(By.id("record:save")).click();
    browser.waiting().until(ExpectedConditions.urlContains("people.xhtml"));
    browser.go("records/record.xhtml?id=" + id);
    assertThat(browser.driver().findElement(By.cssSelector("dl.facts")).getText())
        .contains("Typed before the login expired");
  }
}
