package org.proffer.api;

import org.proffer.search.Hit;

/** Where a hit of the search opens. */
public final class HitAddress {
  private HitAddress() {}

  /** Its address within the application. */
  public static String of(String kind, Hit hit) {
    return switch (kind) {
      case "item", "evidence" -> "/evidence/item.xhtml?id=" + hit.id();
      case "case" -> "/cases/case.xhtml?id=" + hit.caseId();
      case "message" -> "/messages/message.xhtml?id=" + hit.id();
      case "document" -> "/api/v1/documents/" + hit.id() + "/file";
      default -> "/records/record.xhtml?id=" + hit.id();
    };
  }
}
