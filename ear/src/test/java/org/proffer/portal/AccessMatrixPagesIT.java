package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The table of who may do what, cell by cell, through the pages. What is read is a page that opens
 * or does not; what is done is a button, a form or a link that stands on a page or does not.
 */
class AccessMatrixPagesIT {
  private static final Portal PORTAL = Portal.running();

  /** Where a page offers an operation; the words are empty where the page itself is the answer. */
  private record Offer(String page, String words) {}

  /** Operations without a page of their own, and why: each is asked through REST for every cell. */
  private static final Map<String, String> WITHOUT_A_PAGE =
      Map.ofEntries(
          Map.entry("RUN_IMPORT", "begins by itself when an item was dropped"),
          Map.entry("CANCEL_IMPORT", "stands on the page while an import runs"),
          Map.entry("RUN_RECHECK", "stands on the page while messages are outdated"),
          Map.entry("TRANSFER_EVIDENCE", "is offered to the one who holds the item"),
          Map.entry("CHECK_MESSAGE", "has no page"),
          Map.entry("READ_CHECKPOINTS", "has no page"),
          Map.entry("CHECK_CUSTODY", "has no page"),
          Map.entry("SIGN_GAPS", "is a record of its own kind"),
          Map.entry(
              "PUBLISH_TEMPLATES",
              "stands on the page of a template with a version that is not published"),
          Map.entry("APPROVE_DOCUMENT", "stands on the page of a document in review"),
          Map.entry("RELEASE_EVIDENCE", "stands on the page of an item on hold"),
          Map.entry(
              "APPROVE_DESTRUCTION",
              "stands on the page of an item whose destruction was asked for"),
          // One form writes the details of a case; what changed decides which operation it is.
          Map.entry("EDIT_CASE", "one form"),
          Map.entry("CHANGE_STATUS", "one form"),
          Map.entry("REOPEN_CASE", "one form"),
          Map.entry("ARCHIVE_CASE", "one form"),
          Map.entry("SEAL_CASE", "one form"),
          Map.entry("UNSEAL_CASE", "one form"),
          Map.entry("SET_LEGAL_HOLD", "one form"),
          Map.entry("LIFT_LEGAL_HOLD", "one form"));

  @BeforeAll
  static void office() throws Exception {
    AccessMatrixIT.office();
  }

  private static Map<String, List<Offer>> offers(AccessMatrixIT.Case of) {
    Map<String, List<Offer>> all = new TreeMap<>();
    String home = "index.xhtml";
    all.put("LIST_CASES", List.of(new Offer(home, "<caption class=\"sr\">My cases")));
    all.put("OPEN_CASE", List.of(new Offer(home, "Open a case"), page("cases/open.xhtml")));
    all.put("IMPORT_CASE", List.of(new Offer(home, "data-import-case")));
    all.put("SEARCH", List.of(page("search/search.xhtml?q=poe")));
    all.put("SEE_CALENDAR", List.of(page("calendar/calendar.xhtml"), page("calendar/feed.xhtml")));
    all.put("COMPARE_OUTCOMES", List.of(page("outcomes/outcomes.xhtml")));
    all.put("READ_RULES", List.of(page("rules/rules.xhtml")));
    all.put("BREAK_GLASS", List.of(page("restrictions/glass.xhtml")));
    all.put("REVIEW_BREAK_GLASS", List.of(new Offer("restrictions/glass.xhtml", "id=\"reviews\"")));
    all.put("MANAGE_LOGINS", List.of(page("logins/logins.xhtml")));
    all.put(
        "EDIT_TEMPLATES",
        List.of(page("documents/templates.xhtml"), page("documents/template.xhtml?kind=judgment")));
    all.put("OPERATE", List.of(page("operations/operations.xhtml")));
    all.put("READ_AUDIT", List.of(page("audit/log.xhtml")));
    all.put("EXPORT_AUDIT", List.of(new Offer("audit/log.xhtml", "export.csv")));
    if (of == null) {
      return all;
    }
    String overview = "cases/case.xhtml?id=" + of.id();
    String members = "cases/members.xhtml?case=" + of.id();
    String walls = "restrictions/walls.xhtml?case=" + of.id();
    String marks = "restrictions/marks.xhtml?case=" + of.id();
    String item = "evidence/item.xhtml?id=" + of.item();
    String message = "messages/message.xhtml?id=" + of.message();
    all.put("VIEW_CASE", List.of(page(overview)));
    all.put("EXPORT_CASE", List.of(new Offer(overview, "/export\"")));
    all.put("EXPORT_EVIDENCE", List.of(new Offer(overview, "/package\"")));
    all.put("RECEIVE_EVIDENCE", List.of(new Offer(overview, "<input id=\"file\"")));
    all.put("DOWNLOAD_EVIDENCE", List.of(new Offer(overview, "/evidence/" + of.item() + "/raw")));
    all.put("PRODUCE_DOCUMENT", List.of(new Offer(overview, "Produce the CAN-SPAM audit report")));
    all.put("READ_DOCUMENT", List.of(new Offer(overview, "/documents/" + of.document() + "/file")));
    all.put(
        "EDIT_CASE_FILE",
        List.of(
            new Offer(overview, "<input id=\"paper\""),
            page("records/edit.xhtml?case=" + of.id() + "&kind=note")));
    all.put("VIEW_MEMBERS", List.of(page(members), page(walls)));
    all.put("ADD_MEMBER", List.of(new Offer(members, "id=\"members:add\"")));
    all.put("REMOVE_MEMBER", List.of(new Offer(members, "title=\"Remove ")));
    all.put("RAISE_WALL", List.of(new Offer(walls, "id=\"walls:raise\"")));
    all.put("LIFT_WALL", List.of(new Offer(walls, "title=\"Lift the wall of ")));
    all.put("READ_MARKS", List.of(page(marks)));
    all.put("SET_MARK", List.of(new Offer(marks, "<option value=\"" + of.item())));
    all.put("LIFT_MARK", List.of(new Offer(marks, "title=\"Lift the mark of ")));
    all.put("DISCLOSE", List.of(new Offer(marks, "id=\"marks:disclose\"")));
    all.put(
        "VIEW_CASE_FILE",
        List.of(
            page("cases/people.xhtml?case=" + of.id()),
            page("charges/charges.xhtml?case=" + of.id()),
            page("cases/records.xhtml?case=" + of.id() + "&tab=NOTES")));
    all.put("VIEW_PROOF", List.of(page("proof/board.xhtml?case=" + of.id())));
    all.put("VIEW_OUTCOMES", List.of(page("outcomes/defendants.xhtml?case=" + of.id())));
    all.put("VIEW_TIMELINE", List.of(page("timeline/timeline.xhtml?case=" + of.id())));
    all.put("VIEW_EVIDENCE", List.of(page(item), page("imports/import.xhtml?id=" + of.run())));
    all.put("COPY_EVIDENCE", List.of(new Offer(item, "id=\"item:copy\"")));
    all.put("HANDLE_EVIDENCE", List.of(new Offer(item, "id=\"item:enter\"")));
    all.put("HOLD_EVIDENCE", List.of(new Offer(item, "id=\"item:hold\"")));
    all.put("REQUEST_DESTRUCTION", List.of(new Offer(item, "id=\"item:ask-destruction\"")));
    all.put("CHECK_FIXITY", List.of(new Offer(item, "id=\"item:check\"")));
    all.put("READ_MESSAGES", List.of(page(message)));
    all.put("DOWNLOAD_MESSAGE", List.of(new Offer(message, "/messages/" + of.message() + "/raw")));
    all.put("CODE_MESSAGES", List.of(new Offer(message, "<summary>Comment")));
    all.put("DECIDE_FINDING", List.of(new Offer(message, "<kbd>o</kbd> overrules")));
    return all;
  }

  private static Offer page(String address) {
    return new Offer(address, "");
  }

  /** A page as somebody gets it, asked for once. */
  private static final class Reader {
    private final Api api;
    private final Map<String, HttpResponse<String>> read = new HashMap<>();

    Reader(Api api) {
      this.api = api;
    }

    /** The answer in the words of the table; for a button also that it is not there. */
    String asked(Offer offer) throws Exception {
      HttpResponse<String> page = read.get(offer.page());
      if (page == null) {
        page = api.pageAnswer(offer.page());
        read.put(offer.page(), page);
      }
      if (page.body().contains("name=\"consent\"")) {
        return "LOGIN";
      }
      return switch (page.statusCode()) {
        case 200 ->
            offer.words().isEmpty() || page.body().contains(offer.words()) ? "ALLOW" : "ABSENT";
        case 403 -> "ROLE";
        case 404 -> "HIDDEN";
        case 409 -> "STATE";
        default -> "FAILED " + page.statusCode();
      };
    }
  }

  /** Whether what the page answers is what the table says; what is not offered is refused. */
  private static boolean agrees(String expected, String given, Offer offer, String relation) {
    return expected.equals("ALLOW")
        ? given.equals("ALLOW")
        : given.equals(expected)
            || given.equals("ABSENT")
            // A page of a case asks for the case before it asks for itself.
            || (expected.equals("ROLE")
                && given.equals("HIDDEN")
                && !Set.of("member", "disclosed").contains(relation))
            // Of whatever a refusal may be the reason: the page around a button is refused first.
            || (!offer.words().isEmpty() && Set.of("ROLE", "HIDDEN").contains(given));
  }

  @Test
  void everyCellIsAnsweredThroughThePagesAsTheTableSays() throws Exception {
    Map<String, AccessMatrixIT.Case> cases = AccessMatrixIT.office();
    List<String> subjects = new ArrayList<>(AccessMatrixIT.subjects());
    Map<String, List<String>> byPlace =
        AccessMatrixIT.lines().stream()
            .skip(1)
            .collect(
                Collectors.groupingBy(
                    line -> line.split(",")[1] + "," + line.split(",")[2],
                    TreeMap::new,
                    Collectors.toList()));
    List<String> wrong = new CopyOnWriteArrayList<>();
    AtomicInteger allowed = new AtomicInteger();
    AtomicInteger denied = new AtomicInteger();
    List<Callable<Object>> work = new ArrayList<>();
    for (Map.Entry<String, List<String>> place : byPlace.entrySet()) {
      String[] where = place.getKey().split(",");
      AccessMatrixIT.Case of = cases.get(where[0]);
      Map<String, List<Offer>> offers = offers(of);
      for (int i = -1; i < subjects.size(); i++) {
        String subject = i < 0 ? "ANONYMOUS" : subjects.get(i);
        int column = 4 + i;
        if (i < 0 && !Set.of("-", "member").contains(where[1])) {
          continue;
        }
        work.add(
            () -> {
              Reader reader =
                  new Reader(
                      column < 4
                          ? new Api(PORTAL, "nobody", "none")
                          : AccessMatrixIT.session(
                              subject, where[1].equals("-") ? "none" : where[1]));
              for (String line : place.getValue()) {
                String[] cells = line.split(",");
                for (Offer offer : offers.getOrDefault(cells[0], List.of())) {
                  String given = reader.asked(offer);
                  (cells[column].equals("ALLOW") ? allowed : denied).incrementAndGet();
                  if (!agrees(cells[column], given, offer, cells[2])) {
                    wrong.add(
                        String.join(" ", cells[0], cells[1], cells[2], subject)
                            + ": "
                            + given
                            + " instead of "
                            + cells[column]
                            + " on "
                            + offer.page());
                  }
                }
              }
              return "";
            });
      }
    }
    Together.all(work);
    System.out.printf(
        "Through the pages: %d cells allow, %d deny, %d wrong%n",
        allowed.get(), denied.get(), wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(allowed.get()).isGreaterThan(1_000);
    assertThat(denied.get()).isGreaterThan(8_000);
  }

  @Test
  void everyOperationIsOfferedByAPageOrHasAReasonForNone() throws Exception {
    Set<String> operations =
        AccessMatrixIT.lines().stream()
            .skip(1)
            .map(line -> line.split(",")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(WITHOUT_A_PAGE.keySet());
    known.addAll(offers(AccessMatrixIT.office().get("open")).keySet());
    assertThat(known).containsAll(operations);
  }
}
