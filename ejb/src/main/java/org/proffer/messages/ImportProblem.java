package org.proffer.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A problem of an import as it is stored. */
@Entity
@Table(name = "import_problem")
@NullUnmarked
class ImportProblem {
  @Id private UUID id;

  @Column(name = "import_id")
  private UUID importId;

  private String path;
  private String kind;
  private String detail;

  protected ImportProblem() {}

  ImportProblem(UUID id, UUID importId, ImportProblemView problem) {
    this.id = id;
    this.importId = importId;
    this.path = problem.path().replace('\0', '\uFFFD');
    this.kind = problem.kind();
    this.detail = problem.detail().replace('\0', '\uFFFD');
  }

  ImportProblemView view() {
    return new ImportProblemView(path, kind, detail);
  }
}
