package org.proffer.papers;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.proffer.access.Access;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.evidence.EmptyFile;
import org.proffer.evidence.StoredObject;
import org.proffer.evidence.Vault;
import org.proffer.mail.ByteSource;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** Files that are not evidence: received, handed out. */
@Stateless
public class Papers {
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Records records;
  @Inject private PaperKind kind;
  @Inject private Vault vault;

  /**
   * Receives a file of any size; its title is its name until somebody gives another.
   *
   * @param fileName as sent; folders are dropped
   * @param announced bytes announced, or -1
   * @throws EmptyFile if there are none
   * @throws org.proffer.evidence.UploadCut if not all arrived
   * @throws org.proffer.evidence.VaultFull if they cannot be stored
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public RecordView<Paper> receive(
      CaseId caseId, String fileName, InputStream bytes, long announced) {
    access.require(kind.writing(), caseId.value());
    String name = Vault.baseName(fileName);
    StoredObject object = vault.store(name, bytes, announced);
    if (object.length() == 0) {
      throw new EmptyFile(name);
    }
    return records.add(
        kind,
        caseId.value(),
        new Paper(name, name, object.length(), object.sha256(), List.of(), ""));
  }

  /** A file. */
  public RecordView<Paper> get(UUID id) {
    return records.get(kind, id);
  }

  /** Hands out the bytes of a file; an audit row says so. */
  public ByteSource download(UUID id) {
    RecordView<Paper> paper = records.get(kind, id);
    audit.record(
        access.actor().login(),
        "DOWNLOAD_PAPER",
        paper.caseId(),
        kind.name(),
        id,
        paper.content().length() + " bytes");
    return vault.open(paper.content().sha256());
  }
}
