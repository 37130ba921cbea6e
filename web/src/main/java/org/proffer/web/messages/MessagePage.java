package org.proffer.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.Verdict;
import org.proffer.messages.AttachmentMember;
import org.proffer.messages.DecisionView;
import org.proffer.messages.Decisions;
import org.proffer.messages.EarlierFindings;
import org.proffer.messages.MessageId;
import org.proffer.messages.MessageView;
import org.proffer.messages.Messages;
import org.proffer.messages.OpenedAttachment;
import org.proffer.platform.Refusal;
import org.proffer.review.Coding;
import org.proffer.review.CodingOf;
import org.proffer.review.Comment;
import org.proffer.review.Comments;
import org.proffer.review.Tag;
import org.proffer.review.Tags;
import org.proffer.review.TrustedHosts;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** One message with its findings. */
@Named("messagePage")
@RequestScoped
public class MessagePage {
  private static final int LISTED = 200;

  @Inject private Messages messages;
  @Inject private Decisions decisions;
  @Inject private CaseTabs tabs;
  @Inject private Tags palette;
  @Inject private Coding coding;
  @Inject private Comments comments;
  @Inject private TrustedHosts hosts;
  @Inject private Access access;

  private String id = "";
  private String q = "";
  private String ahead = "";
  private List<Choice> choices = List.of();
  private List<Changed> changes = List.of();
  private List<Remark> remarks = List.of();
  private List<HopLanes.Lane> lanes = List.of();
  private List<TrustedHosts.TrustedHost> trusted = List.of();
  private boolean evidenceSeen;
  private List<Attached> attached = List.of();
  private boolean coded;
  private @Nullable MessageView view;
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

  /**
   * A piece of text; {@code anchor} is empty for ordinary text, {@code hit} for what was not looked
   * for.
   */
  public record Piece(String text, String anchor, String requirements, String hit) {}

  /**
   * A tag that can be set.
   *
   * @param key the key that does it; empty for none
   * @param pressed {@code true} where it is set
   */
  public record Choice(Tag tag, String key, String pressed) {}

  /** A change of the coding. */
  public record Changed(CodingOf.Change change, String did, String at) {}

  /** A comment. */
  public record Remark(Comment comment, String at, boolean mine) {}

  /**
   * An attachment.
   *
   * @param members the first of the files in it
   * @param contents how many there are, and what opened it
   */
  public record Attached(
      MessageView.AttachmentPart part,
      String size,
      List<AttachmentMember> members,
      String contents) {}

  /** Loads the message. */
  public void load() {
    try {
      MessageId message = MessageId.parse(id);
      MessageView loaded =
          ahead.isEmpty() ? messages.view(message, q) : messages.viewAhead(message, q);
      view = loaded;
      tabs.show(loaded.caseId().value(), CaseTab.MESSAGES);
      earlier = messages.earlier(message).stream().map(MessagePage::earlier).toList();
      deciding = tabs.may(Action.DECIDE_FINDING);
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
      attached = loaded.attachments().stream().map(MessagePage::attached).toList();
      loadReview(message, loaded);
    } catch (Refusal refusal) {
      Show.errorPage(refusal);
    }
  }

  private void loadReview(MessageId message, MessageView loaded) {
    UUID caseId = loaded.caseId().value();
    coded = access.may(Action.CODE_MESSAGES, caseId);
    CodingOf now = coding.of(message);
    choices =
        palette.of(loaded.caseId()).stream()
            .map(tag -> choice(tag, now))
            .filter(choice -> !choice.tag().retired() || choice.pressed().equals("true"))
            .toList();
    changes = now.history().stream().map(MessagePage::changed).toList();
    String login = access.actor().login();
    remarks =
        comments.of(message).stream()
            .map(
                comment ->
                    new Remark(comment, Show.instant(comment.at()), comment.by().equals(login)))
            .toList();
    trusted = hosts.of(loaded.caseId());
    lanes =
        HopLanes.of(
            loaded.hops(),
            trusted.stream()
                .map(TrustedHosts.TrustedHost::host)
                .collect(java.util.stream.Collectors.toSet()));
    evidenceSeen = access.may(Action.VIEW_EVIDENCE, caseId);
  }

  private static Attached attached(MessageView.AttachmentPart part) {
    OpenedAttachment opened = part.opened();
    List<AttachmentMember> all = part.members();
    String contents =
        opened == null
            ? ""
            : (all.size() == 1 ? "1 file in it" : all.size() + " files in it")
                + (all.size() > LISTED
                    ? ", the first " + LISTED + " are listed; search and REST know all"
                    : "")
                + ", opened by "
                + opened.tool();
    return new Attached(
        part,
        Show.bytes(part.length()),
        all.size() > LISTED ? all.subList(0, LISTED) : all,
        contents);
  }

  private static Choice choice(Tag tag, CodingOf now) {
    boolean set = now.tags().stream().anyMatch(one -> one.id().equals(tag.id()));
    return new Choice(
        tag, tag.key() == 0 ? "" : Integer.toString(tag.key()), Boolean.toString(set));
  }

  private static Changed changed(CodingOf.Change change) {
    String did = change.isSet() ? "set" : "taken off";
    return new Changed(
        change,
        switch (change.kind()) {
          case ONE -> did;
          case MANY -> did + " with all that matched";
          case UNDO -> did + " by an undo";
        },
        Show.instant(change.at()));
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
      pieces.add(
          new Piece(
              run.text(), anchor, String.join(", ", run.requirements()), run.hit() ? "hit" : ""));
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

  /** Whether the person may take the bytes of the message. */
  public boolean isDownloading() {
    return tabs.may(Action.DOWNLOAD_MESSAGE);
  }

  /** Whether the person may write facts. */
  public boolean isProving() {
    return tabs.may(Action.EDIT_CASE_FILE);
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

  /** The address of the rendered body, with the words that were looked for. */
  public String getRendered() {
    return "/api/v1/messages/"
        + id
        + "/rendered"
        + (q.isEmpty() ? "" : "?query=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
  }

  public String getQ() {
    return q;
  }

  public void setQ(@Nullable String q) {
    this.q = q == null ? "" : q;
  }

  public String getAhead() {
    return ahead;
  }

  public void setAhead(@Nullable String ahead) {
    this.ahead = ahead == null ? "" : ahead;
  }

  /** Whether the person may code here. */
  public boolean isCoded() {
    return coded;
  }

  public List<Choice> getChoices() {
    return choices;
  }

  public List<Changed> getChanges() {
    return changes;
  }

  public List<Remark> getRemarks() {
    return remarks;
  }

  /** The hops as lanes, first hop first. */
  public List<HopLanes.Lane> getLanes() {
    return lanes;
  }

  public List<TrustedHosts.TrustedHost> getTrusted() {
    return trusted;
  }

  public List<Attached> getAttached() {
    return attached;
  }

  /** Whether the person may see the custody of the item. */
  public boolean isEvidenceSeen() {
    return evidenceSeen;
  }
}
