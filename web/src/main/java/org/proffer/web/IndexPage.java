package org.proffer.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseSummary;
import org.proffer.cases.Cases;

/** Home: the cases of the person. */
@Named("indexPage")
@RequestScoped
public class IndexPage {
  @Inject private Cases cases;
  @Inject private Access access;

  private List<Row> rows = List.of();
  private boolean withoutContent;

  /** A case as the list shows it. */
  public record Row(
      CaseSummary summary, String openedAt, String items, String messages, String violated) {}

  /** Loads the list; roles that see no content get none. */
  public void load() {
    withoutContent = access.actor().roles().stream().noneMatch(Action.LIST_CASES.roles()::contains);
    if (!withoutContent) {
      rows = cases.list().stream().map(IndexPage::row).toList();
    }
  }

  private static Row row(CaseSummary c) {
    return new Row(
        c,
        Show.instant(c.openedAt()),
        Show.count(c.items()),
        Show.count(c.messages()),
        Show.count(c.violated()));
  }

  public List<Row> getRows() {
    return rows;
  }

  public boolean isWithoutContent() {
    return withoutContent;
  }
}
