package org.proffer.evidence;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.cases.CaseId;
import org.proffer.platform.Places;

/**
 * Folders of the server from which evidence may be taken, for files too large to send through a
 * browser. The administrator names them; nothing outside them is opened, and no link is followed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServerFolders {
  private static final int MOST = 1_000;
  private static final int DEPTH = 10;

  @Inject private Access access;
  @Inject private Places places;
  @Inject private EvidenceItems items;
  @Inject private Provenance provenance;

  /** The folders. */
  public List<String> folders() {
    access.require(Action.RECEIVE_EVIDENCE);
    return places.folders().stream().map(Path::toString).toList();
  }

  /** What could be taken for a case: the first thousand files, in the order of their paths. */
  public List<ServerFile> files(CaseId caseId) {
    access.require(Action.RECEIVE_EVIDENCE, caseId.value());
    List<ServerFile> files = new ArrayList<>();
    for (Path folder : places.folders()) {
      list(folder, files);
    }
    return files.stream()
        .sorted(java.util.Comparator.comparing(ServerFile::folder).thenComparing(ServerFile::path))
        .limit(MOST)
        .toList();
  }

  private static void list(Path folder, List<ServerFile> files) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          EnumSet.noneOf(java.nio.file.FileVisitOption.class),
          DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes known) {
              if (known.isRegularFile()) {
                files.add(
                    new ServerFile(
                        folder.toString(),
                        folder.relativize(file).toString(),
                        known.size(),
                        known.lastModifiedTime().toInstant()));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes a file into the evidence of a case; custody says where from. The file stays where it is.
   *
   * @param folder one of {@link #folders}
   * @param path in it
   * @throws SourceRefused if there is no such file in that folder
   */
  public EvidenceView receive(CaseId caseId, String folder, String path) {
    access.require(Action.RECEIVE_EVIDENCE, caseId.value());
    Path file = file(folder, path);
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      long length = Files.size(file);
      EvidenceView item = items.receive(caseId, String.valueOf(file.getFileName()), in, length);
      provenance.say(
          item,
          "Taken from the server's folder “"
              + folder
              + "”, file “"
              + path
              + "”, last changed "
              + Files.getLastModifiedTime(file).toInstant()
              + ".");
      return item;
    } catch (IOException e) {
      throw new SourceRefused(
          "The file “" + path + "” in “" + folder + "” cannot be read.",
          "Ask the administrator whether the portal may read it.",
          e);
    }
  }

  private Path file(String folder, String path) {
    Path root =
        places.folders().stream()
            .filter(known -> known.toString().equals(folder))
            .findFirst()
            .orElseThrow(
                () ->
                    new SourceRefused(
                        "“" + folder + "” is no folder from which evidence may be taken.",
                        "Choose one of the folders the administrator has named."));
    try {
      Path whole = root.toRealPath();
      Path file = whole.resolve(path).normalize();
      if (file.startsWith(whole)
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && file.toRealPath().equals(file)) {
        return file;
      }
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw noFile(folder, path);
    }
    throw noFile(folder, path);
  }

  private static SourceRefused noFile(String folder, String path) {
    return new SourceRefused(
        "There is no file “" + path + "” in the folder “" + folder + "”; links are not followed.",
        "Look at the list of files again.");
  }
}
