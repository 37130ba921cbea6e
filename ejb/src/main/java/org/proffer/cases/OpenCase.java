package org.proffer.cases;

/**
 * What is needed to open a case.
 *
 * @param court code of the court
 * @param docketNumber as typed; empty while there is none (only under investigation)
 * @param title for example {@code United States v. Doe}
 * @param judge name of the judge; empty where not assigned
 * @param status where the matter stands
 */
public record OpenCase(
    String court, String docketNumber, String title, String judge, CaseStatus status) {}
