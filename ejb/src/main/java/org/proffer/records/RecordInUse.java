package org.proffer.records;

import java.util.List;
import org.proffer.platform.Refusal;

/** A record that others refer to is not removed. */
public final class RecordInUse extends Refusal {
  RecordInUse(String title, List<String> users) {
    super(
        Kind.CONFLICT,
        "Others refer to this record",
        "“" + title + "” is referred to by " + String.join(", ", users) + ".",
        "Take it out of those first.");
  }
}
