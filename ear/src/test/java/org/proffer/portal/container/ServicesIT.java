package org.proffer.portal.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.proffer.access.NotPermitted;
import org.proffer.cases.CaseId;
import org.proffer.cases.CaseStatus;
import org.proffer.cases.Cases;
import org.proffer.cases.OpenCase;
import org.proffer.documents.Documents;
import org.proffer.evidence.AlreadyReceived;
import org.proffer.evidence.EvidenceItems;
import org.proffer.evidence.EvidenceView;
import org.proffer.generator.RingMailbox;
import org.proffer.law.Verdict;
import org.proffer.messages.ImportId;
import org.proffer.messages.ImportView;
import org.proffer.messages.Imports;
import org.proffer.messages.MessagePage;
import org.proffer.messages.MessageQuery;
import org.proffer.messages.Messages;
import org.proffer.parties.PartyKind;
import org.proffer.records.Records;

/** The services inside the provisioned server: what only somebody inside can see. */
@ArquillianTest
class ServicesIT {
  private static final MessageQuery DIS_03 =
      new MessageQuery(
          Verdict.VIOLATED,
          "DIS-03",
          null,
          null,
          "",
          null,
          null,
          "",
          MessageQuery.Sort.DATE,
          false);

  @Resource(lookup = "java:jboss/datasources/OwnerDS")
  private DataSource database;

  @Inject private UserTransaction transaction;
  @Inject private AsParalegal paralegal;
  @Inject private Cases cases;
  @Inject private EvidenceItems items;
  @Inject private Imports imports;
  @Inject private Messages messages;
  @Inject private Documents documents;
  @Inject private Records records;
  @Inject private PartyKind parties;

  @Deployment
  static EnterpriseArchive portal() {
    EnterpriseArchive portal =
        ShrinkWrap.createFromZipFile(
            EnterpriseArchive.class, new File(System.getProperty("proffer.ear")));
    WebArchive tests =
        ShrinkWrap.create(WebArchive.class, "tests.war")
            .addClasses(ServicesIT.class, AsParalegal.class)
            .addAsLibrary(jarOf(Assertions.class))
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    String application =
        new String(bytes(portal, "/META-INF/application.xml"), StandardCharsets.UTF_8)
            .replaceFirst(
                "<library-directory>",
                "<module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>$0");
    portal.delete("/META-INF/application.xml");
    return portal
        .setApplicationXML(new StringAsset(application))
        .addAsModule(Testable.archiveToTest(tests));
  }

  private static File jarOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return new File(source.getLocation().getPath());
  }

  private static byte[] bytes(EnterpriseArchive archive, String path) {
    try (var in = archive.get(path).getAsset().openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private CaseId openCase() throws Exception {
    return paralegal.call(
        () ->
            cases.open(new OpenCase("mied", "", "In the container", "", CaseStatus.INVESTIGATION)));
  }

  private EvidenceView receive(CaseId caseId, byte[] bytes) throws Exception {
    return paralegal.call(
        () -> items.receive(caseId, "ring.mbox", new ByteArrayInputStream(bytes), bytes.length));
  }

  private static byte[] mailbox(long seed, int count) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RingMailbox(seed, count).writeMbox(out);
    return out.toByteArray();
  }

  private long count(String table, String column, UUID id) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select count(*) from proffer." + table + " where " + column + " = ?")) {
      query.setObject(1, id);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Test
  void anItemItsCustodyEventAndItsAuditRowAreOneTransaction() throws Exception {
    CaseId caseId = openCase();
    long before = count("audit_entry", "case_id", caseId.value());
    EvidenceView item = receive(caseId, mailbox(1, 3));

    assertThat(count("evidence_item", "case_id", caseId.value())).isEqualTo(1);
    assertThat(count("custody_event", "item_id", item.id().value())).isEqualTo(1);
    // Its receipt, and the record that describes it.
    assertThat(count("audit_entry", "case_id", caseId.value())).isEqualTo(before + 2);
  }

  @Test
  void whatIsRolledBackLeavesNoTrace() throws Exception {
    CaseId caseId = openCase();
    EvidenceView item = receive(caseId, mailbox(2, 3));
    long audited = count("audit_entry", "case_id", caseId.value());
    long custody = count("custody_event", "item_id", item.id().value());

    transaction.begin();
    paralegal.call(() -> items.download(item.id()));
    paralegal.call(() -> imports.start(item.id()));
    transaction.rollback();

    assertThat(count("custody_event", "item_id", item.id().value())).isEqualTo(custody);
    assertThat(count("audit_entry", "case_id", caseId.value())).isEqualTo(audited);
    assertThat(count("import_run", "item_id", item.id().value())).isZero();
  }

  @Test
  void aDownloadLeavesACustodyEventAndAnAuditRow() throws Exception {
    CaseId caseId = openCase();
    EvidenceView item = receive(caseId, mailbox(3, 3));
    long audited = count("audit_entry", "case_id", caseId.value());
    paralegal.call(() -> items.download(item.id()));

    assertThat(count("custody_event", "item_id", item.id().value())).isEqualTo(2);
    assertThat(count("audit_entry", "case_id", caseId.value())).isEqualTo(audited + 1);
  }

  @Test
  void theSameBytesAreRefusedOnTheSameCaseAndTakenOnAnother() throws Exception {
    byte[] mailbox = mailbox(4, 3);
    CaseId caseId = openCase();
    EvidenceView item = receive(caseId, mailbox);

    assertThatThrownBy(() -> receive(caseId, mailbox)).isInstanceOf(AlreadyReceived.class);
    assertThat(receive(openCase(), mailbox).sha256()).isEqualTo(item.sha256());
    assertThat(count("evidence_item", "case_id", caseId.value())).isEqualTo(1);
  }

  @Test
  void anImportStoresEveryMessageWithItsFindings() throws Exception {
    CaseId caseId = openCase();
    EvidenceView item = receive(caseId, mailbox(5, 120));
    ImportId id = paralegal.call(() -> imports.start(item.id()));
    ImportView ended = ended(id);
    MessagePage violating = paralegal.call(() -> messages.search(caseId, DIS_03, 0, 1_000));

    assertThat(ended.parsed() + ended.withDefects() + ended.quarantined()).isEqualTo(120);
    assertThat(count("message", "item_id", item.id().value())).isEqualTo(120);
    assertThat(violating.total()).isPositive().isLessThan(120);
    assertThat(violating.rows()).allSatisfy(row -> assertThat(row.violated()).contains("DIS-03"));
  }

  private ImportView ended(ImportId id) throws Exception {
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (true) {
      ImportView now = paralegal.call(() -> imports.get(id));
      if (now.state().isEnded()) {
        return now;
      }
      assertThat(System.nanoTime()).as("the import does not end: %s", now).isLessThan(until);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Test
  void everyServiceRefusesWhoIsNobody() throws Exception {
    CaseId caseId = openCase();
    EvidenceView item = receive(caseId, mailbox(6, 3));

    for (org.assertj.core.api.ThrowableAssert.ThrowingCallable deed :
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> cases.list("", 0, 1_000).rows(),
            () -> cases.get(caseId),
            () -> records.list(parties, caseId.value()),
            () -> items.of(caseId),
            () -> items.download(item.id()),
            () -> imports.start(item.id()),
            () -> messages.totals(caseId),
            () -> messages.search(caseId, MessageQuery.ALL, 0, 1),
            () -> documents.produceAuditReport(caseId))) {
      assertThatThrownBy(deed).isInstanceOf(NotPermitted.class);
    }
  }
}
