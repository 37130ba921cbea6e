package org.proffer.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.Verdict;
import org.proffer.messages.DecisionView;
import org.proffer.messages.Decisions;
import org.proffer.messages.EarlierFindings;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessageView;
import org.proffer.messages.Messages;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** One message with its findings. */
@Named("messagePage")
@RequestScoped
public class MessagePage {
  private static final int SOURCE = 200_000;

  @Inject private Messages messages;
  @Inject private Decisions decisions;
  @Inject private Access access;
  @Inject private CaseTabs tabs;

  private String id = "";
  private @Nullable MessageView view;
  private String source = "";
  private List<Group> groups = List.of();
  private List<FindingText> unreached = List.of();
  private List<FindingText> notions = List.of();
  private List<Earlier> earlier = List.of();
  private boolean deciding;
  private List<Text> texts = List.of();

  /** Findings of one verdict. */
  public record Group(String label, String verdict, List<FindingText> findings) {}

  /** Findings of earlier rules. */
  public record Earlier(EarlierFindings view, String until, List<Finding> findings) {}

  /** A text part in pieces. */
  public record Text(MessageView.TextPart part, List<Piece> pieces) {}

  /** A piece of text; {@code anchor} is empty for ordinary text. */
  public record Piece(String text, String anchor, String requirements) {}

  /** Loads the message. */
  public void load() {
    try {
      MessageId message = MessageId.parse(id);
      MessageView loaded = messages.view(message);
      view = loaded;
      tabs.show(loaded.caseId().value(), CaseTab.MESSAGES);
      source = messages.source(message, SOURCE);
      earlier = messages.earlier(message).stream().map(MessagePage::earlier).toList();
      deciding = decisions.mayDecide();
      List<DecisionView> decided = decisions.of(message);
      List<FindingText> all =
          loaded.findings().stream().map(f -> FindingText.of(f, decided)).toList();
      groups =
          List.of(
              group("Violated", Verdict.VIOLATED, all),
              group("Undetermined", Verdict.UNDETERMINED, all),
              group("Met", Verdict.MET, all));
      unreached =
          all.stream()
              .filter(f -> f.duty() && f.finding().verdict() == Verdict.NOT_APPLICABLE)
              .toList();
      notions = all.stream().filter(f -> !f.duty()).toList();
      texts = loaded.texts().stream().map(MessagePage::text).toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static Group group(String label, Verdict verdict, List<FindingText> all) {
    return new Group(
        label,
        verdict.name(),
        all.stream().filter(f -> f.duty() && f.finding().verdict() == verdict).toList());
  }

  private static Earlier earlier(EarlierFindings view) {
    return new Earlier(
        view,
        Show.instant(view.supersededAt()),
        view.findings().stream().filter(f -> f.verdict() != Verdict.NOT_APPLICABLE).toList());
  }

  private static Text text(MessageView.TextPart part) {
    List<Piece> pieces = new ArrayList<>();
    for (MessageView.Run run : part.runs()) {
      String anchor =
          run.requirements().isEmpty()
              ? ""
              : "w-" + part.section().replace('.', '-') + "-" + pieces.size();
      pieces.add(new Piece(run.text(), anchor, String.join(", ", run.requirements())));
    }
    return new Text(part, pieces);
  }

  /** The id of the mark that shows the words of a finding; empty where no text part shows them. */
  public String anchor(Finding finding, Span span) {
    return texts.stream()
        .filter(text -> text.part().section().equals(span.part()))
        .flatMap(text -> text.pieces().stream())
        .filter(piece -> !piece.anchor().isEmpty())
        .filter(
            piece -> List.of(piece.requirements().split(", ", -1)).contains(finding.requirement()))
        .map(Piece::anchor)
        .findFirst()
        .orElse("");
  }

  /** Where words of the message become a fact. */
  public String toProof(Span span) {
    String words = span.text().length() > 500 ? span.text().substring(0, 500) + "…" : span.text();
    return "/proof/send.xhtml?message="
        + id
        + "&part="
        + span.part()
        + "&offset="
        + span.offset()
        + "&length="
        + Math.max(1, span.length())
        + "&words="
        + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  /** Whether the person may write facts. */
  public boolean isProving() {
    return access.may(Action.EDIT_CASE_FILE);
  }

  /** The form of a new event that this message shows. */
  public String getEventAddress() {
    MessageView loaded = view;
    return loaded == null
        ? ""
        : "/records/edit.xhtml?case="
            + loaded.caseId()
            + "&kind=event&f.message="
            + id
            + "&f.title="
            + URLEncoder.encode(loaded.summary().subject(), StandardCharsets.UTF_8);
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id == null ? "" : id;
  }

  public @Nullable MessageView getView() {
    return view;
  }

  public List<Group> getGroups() {
    return groups;
  }

  /** Duties that do not reach the message. */
  public List<FindingText> getUnreached() {
    return unreached;
  }

  /** Definitions and defences: neither kept nor broken. */
  public List<FindingText> getNotions() {
    return notions;
  }

  /** What was found under earlier rules, newest first. */
  public List<Earlier> getEarlier() {
    return earlier;
  }

  /** Whether the person may confirm and overrule. */
  public boolean isDeciding() {
    return deciding;
  }

  public List<Text> getTexts() {
    return texts;
  }

  public String getSource() {
    return source;
  }

  /** Whether the source is longer than what is shown. */
  public boolean isSourceCut() {
    MessageView loaded = view;
    return loaded != null && loaded.length() > SOURCE;
  }

  public String getSent() {
    MessageView loaded = view;
    return loaded == null ? "" : Show.instant(loaded.summary().sentAt());
  }

  public String getSize() {
    MessageView loaded = view;
    return loaded == null ? "" : Show.bytes(loaded.length());
  }

  /** When a hop says it was, UTC. */
  public String time(java.time.@Nullable Instant instant) {
    return Show.instant(instant);
  }
}
