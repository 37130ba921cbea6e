"use strict";
// Sends a file that belongs to an item (a photograph, what a tool made of it) with what is said of it.
for (const zone of document.querySelectorAll("[data-item-file]")) {
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
    if (!file) return say(["Choose a file first."]);
    const about = new URLSearchParams({fileName: file.name});
    for (const field of zone.querySelectorAll("[data-name]")) about.set(field.dataset.name, field.value);
    button.disabled = true;
    try {
      const answer = await fetch(context + "/api/v1/evidence/" + zone.dataset.itemFile + "?" + about, {
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
