package org.proffer.timeline;

import jakarta.enterprise.context.Dependent;
import java.util.Objects;
import org.proffer.access.Action;
import org.proffer.records.RecordKind;

/** Hearings, in the order of time. */
@Dependent
public class HearingKind extends RecordKind<Hearing> {
  /** Declares the kind. */
  public HearingKind() {
    super("hearing", "hearings", "Hearing", Hearing.class);
  }

  @Override
  public String title(Hearing hearing) {
    String type = Objects.requireNonNull(hearing.type(), "type").label();
    return hearing.judge().isEmpty() ? type : type + ", " + hearing.judge();
  }

  @Override
  public long order(Hearing hearing) {
    return Objects.requireNonNull(hearing.moment(), "moment").getEpochSecond();
  }

  @Override
  public Action viewing() {
    return Action.VIEW_TIMELINE;
  }
}
