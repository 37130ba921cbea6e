"use strict";
// Decisions on findings: sent to the API; a refusal is shown where it was asked.
(() => {
  const context = document.getElementById("main").dataset.context || "";
  document.addEventListener("submit", async (e) => {
    const form = e.target.closest("form[data-decide]");
    if (!form) return;
    e.preventDefault();
    const problem = form.querySelector("[data-problem]");
    const buttons = [...form.querySelectorAll("button")];
    const decision = (e.submitter || buttons.find((b) => b.value === form.dataset.chosen) || buttons[0]).value;
    problem.hidden = true;
    buttons.forEach((b) => { b.disabled = true; });
    const article = form.closest("article");
    try {
      const answer = await fetch(context + form.dataset.decide, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Requested-With": "page" },
        body: JSON.stringify({ decision, reason: form.elements.reason.value, after: Number(form.dataset.after), ruleVersion: form.dataset.rules }),
      });
      if (answer.status === 201) {
        history.replaceState(null, "", "#" + article.id);
        location.reload();
        return;
      }
      // Logged out meanwhile: the login page, then this page again.
      if (answer.status === 401) { location.reload(); return; }
      const said = await answer.json();
      problem.textContent = said.title + ". " + said.detail + " " + (said.next || "");
    } catch {
      problem.textContent = "The server does not answer. Nothing was recorded; try again.";
    }
    problem.hidden = false;
    buttons.forEach((b) => { b.disabled = false; });
  });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
    const value = { c: "CONFIRMED", o: "OVERRULED" }[e.key];
    const article = value && e.target.closest("article.finding");
    const form = article && article.querySelector("form[data-decide]");
    if (!form) return;
    e.preventDefault();
    form.closest("details").open = true;
    form.dataset.chosen = value;
    form.elements.reason.focus();
  });
  // Ctrl-Enter sends the decision the key chose.
  document.addEventListener("keydown", (e) => {
    const form = e.key === "Enter" && (e.ctrlKey || e.metaKey) && e.target.closest("form[data-decide]");
    if (!form) return;
    const button = form.querySelector("button[value=" + (form.dataset.chosen || "CONFIRMED") + "]");
    form.requestSubmit(button);
  });
  const open = location.hash && document.getElementById(location.hash.slice(1));
  if (open) {
    for (let fold = open.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    open.focus();
  }
})();
