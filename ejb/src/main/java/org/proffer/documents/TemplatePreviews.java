package org.proffer.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.proffer.platform.NotFound;

/**
 * The newest previews of templates, each under an address of its own for whoever asked for it; kept
 * in memory, the oldest given up first.
 */
@ApplicationScoped
class TemplatePreviews {
  private static final int MOST = 100;

  private final Map<UUID, Preview> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Preview> eldest) {
          return size() > MOST;
        }
      };

  private record Preview(String login, String page) {}

  synchronized UUID keep(String login, String page) {
    UUID id = UUID.randomUUID();
    kept.put(id, new Preview(login, page));
    return id;
  }

  synchronized String get(UUID id, String login) {
    Preview preview = kept.get(id);
    if (preview == null || !preview.login().equals(login)) {
      throw new NotFound("preview", id);
    }
    return preview.page();
  }
}
