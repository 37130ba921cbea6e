package org.proffer.web.proof;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.evidence.EvidenceId;
import org.proffer.evidence.EvidenceItems;
import org.proffer.facts.FactKind;
import org.proffer.facts.ProofBoards;
import org.proffer.messages.MessageId;
import org.proffer.messages.Messages;
import org.proffer.platform.Refusal;
import org.proffer.records.FieldView;
import org.proffer.records.Records;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** Writes a fact that rests on a message, on words in it, or on an evidence item. */
@Named("sendPage")
@RequestScoped
public class SendPage {
  @Inject private ProofBoards boards;
  @Inject private Messages messages;
  @Inject private EvidenceItems items;
  @Inject private Records records;
  @Inject private FactKind facts;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable Origin origin;
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
      Origin from =
          asked.containsKey("item")
              ? Origin.of(items.get(EvidenceId.parse(asked.getOrDefault("item", ""))))
              : Origin.of(messages.view(MessageId.parse(asked.getOrDefault("message", ""))), asked);
      tabs.show(from.caseId(), CaseTab.PROOF);
      origin = from;
      countChoices = choices("counts", from.caseId());
      elementChoices = choices("elements", from.caseId());
      defendantChoices = choices("defendants", from.caseId());
      sentence = from.sentence();
      day = from.day();
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
    Origin from = origin;
    if (from == null) {
      return null;
    }
    try {
      boards.send(
          from.caseId(),
          facts.read(
              Json.createObjectBuilder()
                  .add("sentence", sentence)
                  .add("asOf", day)
                  .add("counts", array(counts))
                  .add("elements", array(elements))
                  .add("defendants", array(defendants))
                  .build()),
          from.source());
      return "/proof/board.xhtml?faces-redirect=true&case="
          + from.caseId()
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

  public @Nullable Origin getOrigin() {
    return origin;
  }

  /** Id of the evidence item that is sent; empty where a message is. */
  public String getItem() {
    return asked.getOrDefault("item", "");
  }

  /** Id of the message that is sent; empty where an evidence item is. */
  public String getMessage() {
    return asked.getOrDefault("message", "");
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
