"use strict";
// A case file becomes a new case; a file that cannot be used says where, and nothing is done.
(() => {
  const field = document.querySelector("[data-import-case] input");
  if (!field) return;
  const context = document.getElementById("main").dataset.context || "";
  const problem = document.querySelector("[data-import-problem]");
  const say = (text) => { problem.textContent = text; problem.hidden = false; };
  field.addEventListener("change", async () => {
    const file = field.files[0];
    if (!file) return;
    problem.hidden = true;
    field.disabled = true;
    try {
      const answer = await fetch(context + "/api/v1/cases/import", { method: "POST", headers: { "Content-Type": "application/json", "X-Requested-With": "page" }, body: file });
      if (answer.status === 401) { location.reload(); return; }
      const said = await answer.json();
      if (answer.ok) { location.assign(context + "/cases/case.xhtml?id=" + said.id); return; }
      say(said.title + ". " + said.detail + " " + (said.next || ""));
    } catch { say("The server does not answer, or the file is too large. No case was opened."); }
    field.disabled = false;
    field.value = "";
  });
})();
