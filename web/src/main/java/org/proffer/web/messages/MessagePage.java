package org.proffer.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.Verdict;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessageView;
import org.proffer.messages.Messages;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;

/** One message with its findings. */
@Named("messagePage")
@RequestScoped
public class MessagePage {
  private static final int SOURCE = 200_000;

  @Inject private Messages messages;

  private String id = "";
  private @Nullable MessageView view;
  private String source = "";
  private List<Group> groups = List.of();
  private List<Text> texts = List.of();

  /** Findings of one verdict. */
  public record Group(String label, String verdict, List<Finding> findings) {}

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
      source = messages.source(message, SOURCE);
      groups =
          List.of(
              group("Violated", Verdict.VIOLATED, loaded),
              group("Undetermined", Verdict.UNDETERMINED, loaded),
              group("Met", Verdict.MET, loaded),
              group("Not applicable", Verdict.NOT_APPLICABLE, loaded));
      texts = loaded.texts().stream().map(MessagePage::text).toList();
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private static Group group(String label, Verdict verdict, MessageView view) {
    return new Group(
        label,
        verdict.name(),
        view.findings().stream().filter(f -> f.verdict() == verdict).toList());
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
