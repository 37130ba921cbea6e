package org.proffer.demonstration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseStatus;
import org.proffer.cases.Cases;
import org.proffer.cases.OpenCase;
import org.proffer.facts.ProofBoards;

/**
 * Cases beside the model case. The model case holds public facts alone; what no public report says
 * of anybody (terms count by count, restitution, payments, counsel) is shown in a case in which
 * everything is invented. Each is opened in one transaction.
 */
@Stateless
public class InventedCases {
  static final String INVENTED = "United States v. Doe et al. (demonstration, invented)";
  static final String SEVERED = "United States v. Roe (demonstration, invented)";
  static final String ELSEWHERE = "United States v. Levashov (demonstration, another district)";
  private static final String NOBODY = "An invented judge";

  @Inject private Cases cases;
  @Inject private RecordSteps steps;
  @Inject private ProofBoards boards;

  /** The case that was severed from the invented one. */
  public CaseId severed() {
    return cases.openDemonstration(
        new OpenCase("mied", "2:09-cr-29998", SEVERED, NOBODY, CaseStatus.CHARGED));
  }

  /** The invented case, with records of every kind. */
  public CaseId invented(CaseId severed) {
    CaseId id =
        cases.openDemonstration(
            new OpenCase("mied", "2:09-cr-29999", INVENTED, NOBODY, CaseStatus.SENTENCING));
    Map<String, UUID> made =
        steps.take(id.value(), "invented.json", Map.of("severed", severed.value()));
    boards.sign(
        Objects.requireNonNull(made.get("indictment")),
        "Invented for this demonstration: the defendant has agreed to plead.");
    return id;
  }

  /**
   * A case that the reports name beside the model case. Its docket number is not known here, so it
   * stands as one that has none.
   */
  public CaseId elsewhere() {
    return cases.openDemonstration(
        new OpenCase("ctd", "", ELSEWHERE, "", CaseStatus.INVESTIGATION));
  }
}
