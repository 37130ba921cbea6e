package org.proffer.web.proof;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.facts.FactKind;
import org.proffer.facts.FactSource;
import org.proffer.facts.ProofBoards;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessageView;
import org.proffer.messages.Messages;
import org.proffer.platform.Refusal;
import org.proffer.records.FieldView;
import org.proffer.records.Records;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** Writes a fact that rests on a message, or on words in it: from the message in three actions. */
@Named("sendPage")
@RequestScoped
public class SendPage {
  @Inject private ProofBoards boards;
  @Inject private Messages messages;
  @Inject private Records records;
  @Inject private FactKind facts;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable MessageView message;
  private @Nullable Refusal refused;
  private String sentence = "";
  private String day = "";
  private List<String> counts = List.of();
  private List<String> elements = List.of();
  private List<String> defendants = List.of();
  private List<FieldView.Choice> countChoices = List.of();
  private List<FieldView.Choice> elementChoices = List.of();
  private List<FieldView.Choice> defendantChoices = List.of();

  @PostConstruct
  void readAddress() {
    try {
      MessageView view = messages.view(MessageId.parse(asked.getOrDefault("message", "")));
      UUID caseId = view.caseId().value();
      tabs.show(caseId, CaseTab.PROOF);
      message = view;
      countChoices = choices("counts", caseId);
      elementChoices = choices("elements", caseId);
      defendantChoices = choices("defendants", caseId);
      sentence =
          getWords().isEmpty()
              ? view.summary().subject()
              : "The message says: “" + getWords() + "”";
      day =
          view.summary().sentAt() == null
              ? ""
              : LocalDate.ofInstant(view.summary().sentAt(), ZoneOffset.UTC).toString();
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  private List<FieldView.Choice> choices(String field, UUID caseId) {
    return facts.fields().stream()
        .filter(f -> f.name().equals(field))
        .flatMap(f -> records.choices(facts, f, caseId).stream())
        .toList();
  }

  /** Answers in place of the page if there is nothing to send. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  /** Writes the fact with its source, and shows the board with the count open. */
  public @Nullable String send() {
    MessageView view = message;
    if (view == null) {
      return null;
    }
    try {
      UUID caseId = view.caseId().value();
      boards.send(
          caseId,
          facts.read(
              Json.createObjectBuilder()
                  .add("sentence", sentence)
                  .add("asOf", day)
                  .add("counts", array(counts))
                  .add("elements", array(elements))
                  .add("defendants", array(defendants))
                  .build()),
          source(view));
      return "/proof/board.xhtml?faces-redirect=true&case="
          + caseId
          + (counts.isEmpty() ? "" : "&count=" + counts.get(0));
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  private static JsonArrayBuilder array(List<String> all) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    all.forEach(array::add);
    return array;
  }

  private FactSource source(MessageView view) {
    boolean passage = !getPart().isEmpty();
    return new FactSource(
        null,
        passage ? FactSource.Type.PASSAGE : FactSource.Type.MESSAGE,
        null,
        null,
        view.summary().id().value(),
        getPart(),
        passage ? Integer.valueOf(asked.getOrDefault("offset", "0")) : null,
        passage ? Integer.valueOf(asked.getOrDefault("length", "1")) : null,
        getWords(),
        null,
        null,
        "");
  }

  public @Nullable MessageView getMessage() {
    return message;
  }

  /** Section of the message the words stand in; empty where the message as a whole is meant. */
  public String getPart() {
    return asked.getOrDefault("part", "");
  }

  public String getOffset() {
    return asked.getOrDefault("offset", "");
  }

  public String getLength() {
    return asked.getOrDefault("length", "");
  }

  /** The words; empty where the message as a whole is meant. */
  public String getWords() {
    return asked.getOrDefault("words", "");
  }

  public String getSentence() {
    return sentence;
  }

  public void setSentence(@Nullable String sentence) {
    this.sentence = sentence == null ? "" : sentence;
  }

  public String getDay() {
    return day;
  }

  public void setDay(@Nullable String day) {
    this.day = day == null ? "" : day;
  }

  public List<String> getCounts() {
    return counts;
  }

  public void setCounts(@Nullable List<String> counts) {
    this.counts = counts == null ? List.of() : counts;
  }

  public List<String> getElements() {
    return elements;
  }

  public void setElements(@Nullable List<String> elements) {
    this.elements = elements == null ? List.of() : elements;
  }

  public List<String> getDefendants() {
    return defendants;
  }

  public void setDefendants(@Nullable List<String> defendants) {
    this.defendants = defendants == null ? List.of() : defendants;
  }

  public List<FieldView.Choice> getCountChoices() {
    return countChoices;
  }

  public List<FieldView.Choice> getElementChoices() {
    return elementChoices;
  }

  public List<FieldView.Choice> getDefendantChoices() {
    return defendantChoices;
  }
}
