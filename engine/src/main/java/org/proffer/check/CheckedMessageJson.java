package org.proffer.check;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.canspam.CanSpamRules;
import org.proffer.law.canspam.HeaderIndicator;
import org.proffer.law.canspam.MessageFacts;
import org.proffer.law.canspam.Observation;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.mail.Defect;

/** The JSON form of a checked message that outsiders read; fields are only ever added. */
public final class CheckedMessageJson {
  private final JsonText json;

  private CheckedMessageJson(Appendable out) {
    this.json = new JsonText(out);
  }

  /**
   * Writes one object, without a line end.
   *
   * @param source the path as given; inside an archive {@code archive.zip!/path}
   * @param offset of the message in its file
   * @param length bytes of the message
   */
  public static void write(
      Appendable out, String source, long offset, long length, CheckedMessage message)
      throws IOException {
    new CheckedMessageJson(out).message(source, offset, length, message);
  }

  private void message(String source, long offset, long length, CheckedMessage checked)
      throws IOException {
    json.begin('{');
    json.field("source", source).field("offset", offset).field("length", length);
    json.field("sha256", checked.sha256()).field("outcome", checked.message().outcome().name());
    json.field("messageId", checked.message().messageId());
    Instant sent = checked.facts().sentAt();
    if (sent != null) {
      json.field("date", sent.toString());
    }
    json.field("from", checked.facts().fromAddress()).field("subject", checked.facts().subject());
    json.name("defects").begin('[');
    for (Defect defect : checked.message().defects()) {
      json.begin('{').field("code", defect.code().name()).field("offset", defect.offset()).end('}');
    }
    json.end(']');
    new CheckedSenderJson(json).write(checked.sender());
    observations(checked.facts());
    json.name("findings").begin('[');
    for (Finding finding : checked.findings()) {
      finding(finding);
    }
    json.end(']').end('}');
  }

  private void observations(MessageFacts facts) throws IOException {
    json.name("observations").begin('{');
    PrimaryPurpose purpose = facts.purpose();
    json.name("purpose")
        .begin('{')
        .field("value", purpose.value().name())
        .field("branch", purpose.branch());
    strings("because", purpose.because());
    strings("wouldFlip", purpose.wouldFlip());
    spans(purpose.spans());
    json.end('}');
    observation("optOutMechanism", facts.optOutMechanism());
    observation("optOutHeader", facts.optOutHeader());
    observation("optOutNotice", facts.optOutNotice());
    observation("optOutMenu", facts.optOutMenu());
    observation("optOutBurden", facts.optOutBurden());
    observation("postalAddress", facts.postalAddress());
    observation("advertisementLabel", facts.advertisementLabel());
    observation("sexuallyExplicitLabel", facts.sexuallyExplicitLabel());
    observation("sexuallyOriented", facts.sexuallyOriented());
    observation("subjectMisleadingIndicator", facts.subjectMisleading());
    observation("fromImpersonationIndicator", facts.fromImpersonation());
    json.name("headerIndicators").begin('[');
    for (HeaderIndicator indicator : facts.headerIndicators()) {
      json.begin('{').field("code", indicator.code()).field("because", indicator.because());
      spans(indicator.spans());
      json.end('}');
    }
    json.end(']').end('}');
  }

  private void observation(String name, @Nullable Observation observation) throws IOException {
    if (observation == null) {
      return;
    }
    json.name(name).begin('{').field("present", observation.isPresent());
    json.field("judged", observation.state() != Observation.State.NOT_JUDGED);
    strings("because", observation.because());
    spans(observation.spans());
    json.end('}');
  }

  private void finding(Finding finding) throws IOException {
    json.begin('{')
        .field("requirement", finding.requirement())
        .field("citation", finding.citation());
    json.field("verdict", finding.verdict().name()).field("lawAsOf", finding.lawAsOf().toString());
    json.field("reason", finding.reason());
    json.field("duty", CanSpamRules.isDuty(finding.requirement()));
    strings("missing", finding.missing());
    spans(finding.spans());
    json.end('}');
  }

  private void strings(String name, List<String> values) throws IOException {
    json.name(name).begin('[');
    for (String value : values) {
      json.value(value);
    }
    json.end(']');
  }

  private void spans(List<Span> spans) throws IOException {
    json.name("spans").begin('[');
    for (Span span : spans) {
      json.begin('{')
          .field("part", span.part())
          .field("offset", span.offset())
          .field("length", span.length());
      json.field("text", span.text()).end('}');
    }
    json.end(']');
  }
}
