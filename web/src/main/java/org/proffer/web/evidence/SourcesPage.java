package org.proffer.web.evidence;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proffer.cases.CaseId;
import org.proffer.evidence.EvidenceView;
import org.proffer.evidence.MailServers;
import org.proffer.evidence.MailboxLogin;
import org.proffer.evidence.ServerFile;
import org.proffer.evidence.ServerFolders;
import org.proffer.platform.Refusal;
import org.proffer.web.Show;
import org.proffer.web.cases.CaseTab;
import org.proffer.web.cases.CaseTabs;

/** Evidence taken from a folder of the server or from a mailbox on a mail server. */
@Named("sourcesPage")
@RequestScoped
public class SourcesPage {
  @Inject private ServerFolders folders;
  @Inject private MailServers mail;
  @Inject private CaseTabs tabs;
  @Inject @RequestParameterMap private Map<String, String> asked;

  private @Nullable Refusal refused;
  private List<Row> files = List.of();
  private List<String> servers = List.of();
  private String server = "";
  private String login = "";
  private String password = "";
  private String folder = "INBOX";
  private boolean tls = true;

  /** A file as the table shows it. */
  public record Row(ServerFile file, String size, String changed) {}

  @PostConstruct
  void readAddress() {
    try {
      CaseId id = caseId();
      files =
          folders.files(id).stream()
              .map(file -> new Row(file, Show.bytes(file.length()), Show.instant(file.changedAt())))
              .toList();
      servers = mail.servers();
      tabs.show(id.value(), CaseTab.EVIDENCE);
    } catch (Refusal refusal) {
      refused = refusal;
    }
  }

  /** Shows why there is nothing to show. */
  public void load() {
    if (refused != null) {
      Show.errorPage(refused);
    }
  }

  private CaseId caseId() {
    return CaseId.parse(asked.getOrDefault("case", ""));
  }

  /** Takes a file. */
  public @Nullable String take(String from, String path) {
    try {
      return shown(folders.receive(caseId(), from, path));
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  /** Takes a mailbox. */
  public @Nullable String fetch() {
    int colon = server.lastIndexOf(':');
    try {
      return shown(
          mail.receive(
              caseId(),
              new MailboxLogin(
                  colon < 0 ? server : server.substring(0, colon),
                  colon < 0 ? 993 : Integer.parseInt(server.substring(colon + 1)),
                  tls,
                  login,
                  password,
                  folder)));
    } catch (Refusal refusal) {
      Show.refusal(refusal);
      return null;
    }
  }

  private static String shown(EvidenceView item) {
    return "/evidence/item.xhtml?faces-redirect=true&id=" + item.id();
  }

  public String getCase() {
    return asked.getOrDefault("case", "");
  }

  public List<Row> getFiles() {
    return files;
  }

  public List<String> getServers() {
    return servers;
  }

  public String getServer() {
    return server;
  }

  public void setServer(String server) {
    this.server = server;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getFolder() {
    return folder;
  }

  public void setFolder(String folder) {
    this.folder = folder;
  }

  public boolean isTls() {
    return tls;
  }

  public void setTls(boolean tls) {
    this.tls = tls;
  }
}
