package org.proffer.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a document is asked before an attorney stands by it. */
final class DocumentChecks {
  private DocumentChecks() {}

  /** That everything is there and said, and how sure it is. */
  static List<Check> ofContent(DocumentKind kind, Composed composed) {
    List<Check> checks = new ArrayList<>();
    List<String> absent = kind.parts().stream().filter(part -> !composed.has(part)).toList();
    checks.add(
        absent.isEmpty()
            ? Check.well("Parts", "All " + kind.parts().size() + " parts are there.")
            : Check.stop(
                "Parts",
                "These parts are not there: " + String.join(", ", absent) + ".",
                "Record what they print, or correct the template."));
    List<Source> missing = composed.printed(Source.State.MISSING);
    checks.add(
        missing.isEmpty()
            ? Check.well("Nothing missing", "Every value is said.")
            : Check.stop(
                "Nothing missing",
                missing.size()
                    + (missing.size() == 1 ? " value is missing: " : " values are missing: ")
                    + labels(missing)
                    + ".",
                "Fill them in the form, or record them in the case."));
    List<Source> uncertain = composed.printed(Source.State.UNCERTAIN);
    checks.add(
        uncertain.isEmpty()
            ? Check.well("Certainty", "Nothing that is printed is recorded as uncertain.")
            : Check.look(
                "Certainty",
                uncertain.size()
                    + (uncertain.size() == 1 ? " value is" : " values are")
                    + " recorded as not verified: "
                    + labels(uncertain)
                    + ".",
                "Verify them; who approves stands by them."));
    return checks;
  }

  private static String labels(List<Source> sources) {
    String labels =
        sources.stream().map(Source::label).distinct().limit(8).collect(Collectors.joining("; "));
    return sources.stream().map(Source::label).distinct().count() > 8 ? labels + "; …" : labels;
  }

  static Check ofPages(DocumentKind kind, int pages, CourtProfile profile) {
    if (!kind.has(DocumentKind.Trait.BRIEF)) {
      return Check.well("Pages", pages + (pages == 1 ? " page." : " pages."));
    }
    if (profile.briefPages() == 0) {
      return Check.look(
          "Pages", pages + " pages; no limit of this court is kept here.", "See its local rules.");
    }
    return pages <= profile.briefPages()
        ? Check.well("Pages", pages + " of " + profile.briefPages() + " pages.")
        : Check.stop(
            "Pages",
            pages + " pages are more than the " + profile.briefPages() + " a brief may have.",
            "Shorten it, or obtain leave and file it in parts.");
  }

  static Check ofRedactions(DocumentKind kind, List<Redaction> redactions) {
    long open = redactions.stream().filter(r -> !r.kept()).count();
    long kept = redactions.size() - open;
    if (redactions.isEmpty()) {
      return Check.well(
          "Fed. R. Crim. P. 49.1", "Nothing was found by shape or by the records of the parties.");
    }
    return Check.look(
        "Fed. R. Crim. P. 49.1",
        open
            + " found to be redacted, "
            + kept
            + " kept by decision."
            + (kind.has(DocumentKind.Trait.EXEMPT)
                ? " Charging documents and affidavits in support are exempt (49.1(b)); the court may"
                    + " order otherwise."
                : ""),
        "File the public copy; file this one under seal, if at all.");
  }

  static Check ofFile(DocumentVersion.Conformity conformity, String broken) {
    String name = "PDF/A-3a and PDF/UA-1";
    return switch (conformity) {
      case PENDING ->
          Check.look(name, "veraPDF has not looked at it yet.", "Look again in a moment.");
      case PASSED -> Check.well(name, "veraPDF found nothing.");
      case FAILED -> Check.stop(name, "veraPDF found: " + broken, "Correct the template.");
    };
  }

  static Check ofProfile(CourtProfile profile) {
    return profile.confirmed()
        ? Check.well("Form of the court", profile.source())
        : Check.look(
            "Form of the court",
            "Not confirmed against the current local rules: " + profile.source() + ".",
            "Compare it with the court’s own rules before filing.");
  }

  static Check ofDrift(List<Drifted> drifted) {
    return drifted.isEmpty()
        ? Check.well("As the case stands", "Every sentence is what the case says now.")
        : Check.stop(
            "As the case stands",
            drifted.size()
                + (drifted.size() == 1 ? " sentence is" : " sentences are")
                + " not what the case says now.",
            "Save it anew, then submit it again.");
  }
}
