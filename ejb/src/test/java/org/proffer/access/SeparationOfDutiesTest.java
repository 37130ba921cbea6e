package org.proffer.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proffer.access.Role.ADMIN;
import static org.proffer.access.Role.AUDITOR;
import static org.proffer.access.Role.COMPLIANCE_OFFICER;
import static org.proffer.access.Role.EVIDENCE_CUSTODIAN;
import static org.proffer.access.Role.FILTER_TEAM;
import static org.proffer.access.Role.PARALEGAL;
import static org.proffer.access.Role.PROSECUTOR;
import static org.proffer.access.Role.SUPERVISING_ATTORNEY;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeparationOfDutiesTest {
  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleMayBeHeldByItself(Role role) {
    assertThat(SeparationOfDuties.allows(EnumSet.of(role))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whoAuditsOrAdministersDoesNothingElse(Role other) {
    assertThat(SeparationOfDuties.allows(EnumSet.of(AUDITOR, other))).isEqualTo(other == AUDITOR);
    assertThat(SeparationOfDuties.allows(EnumSet.of(ADMIN, other))).isEqualTo(other == ADMIN);
  }

  @Test
  void theFilterTeamDoesNotTryCases() {
    for (Role triesCases : Set.of(PROSECUTOR, SUPERVISING_ATTORNEY, PARALEGAL)) {
      assertThat(SeparationOfDuties.allows(EnumSet.of(FILTER_TEAM, triesCases))).isFalse();
    }
    assertThat(SeparationOfDuties.allows(EnumSet.of(FILTER_TEAM, EVIDENCE_CUSTODIAN))).isTrue();
  }

  @Test
  void theRolesOfThoseWhoWorkOnCasesGoTogether() {
    assertThat(
            SeparationOfDuties.allows(
                EnumSet.of(
                    PROSECUTOR,
                    SUPERVISING_ATTORNEY,
                    PARALEGAL,
                    COMPLIANCE_OFFICER,
                    EVIDENCE_CUSTODIAN)))
        .isTrue();
    assertThat(SeparationOfDuties.allows(EnumSet.noneOf(Role.class))).isTrue();
  }
}
