"use strict";
// Sends a photograph of an item with what it shows.
for (const zone of document.querySelectorAll("[data-photo-item]")) {
  const context = document.getElementById("main").dataset.context || "";
  const problem = zone.querySelector("[data-problem]");
  const button = zone.querySelector("button");
  const say = (lines) => {
    problem.replaceChildren(...lines.filter(Boolean).map((line) => {
      const p = document.createElement("p");
      p.textContent = line;
      return p;
    }));
    problem.hidden = false;
  };
  button.addEventListener("click", async () => {
    const file = zone.querySelector("input[type=file]").files[0];
    const caption = zone.querySelector("input[type=text]").value;
    if (!file) return say(["Choose a picture first."]);
    button.disabled = true;
    try {
      const answer = await fetch(context + "/api/v1/evidence/" + encodeURIComponent(zone.dataset.photoItem) + "/photos?fileName="
        + encodeURIComponent(file.name) + "&caption=" + encodeURIComponent(caption), {
        method: "POST", body: file, headers: {"Content-Type": "application/octet-stream", "X-Requested-With": "XMLHttpRequest", Accept: "application/json"},
      });
      if (answer.ok) return location.reload();
      const told = await answer.json().catch(() => ({}));
      say([told.title || "The server answered " + answer.status, told.detail, told.next]);
    } catch {
      say(["The connection was lost.", "Send it again."]);
    } finally {
      button.disabled = false;
    }
  });
}
