"use strict";
// Asks the API to check a case again, and opens the page that watches it.
(() => {
  const context = document.getElementById("main").dataset.context || "";
  document.addEventListener("click", async (e) => {
    const button = e.target.closest("[data-recheck] button");
    if (!button) return;
    const place = button.closest("[data-recheck]");
    const problem = place.querySelector("[data-problem]");
    problem.hidden = true;
    button.disabled = true;
    try {
      const answer = await fetch(context + "/api/v1/cases/" + place.dataset.recheck + "/rechecks", {
        method: "POST",
        headers: { "X-Requested-With": "page" },
      });
      // Logged out meanwhile: the login page, then this page again.
      if (answer.status === 401) { location.reload(); return; }
      const said = await answer.json();
      if (answer.status === 201) { location.assign(context + "/rules/recheck.xhtml?id=" + said.id); return; }
      problem.textContent = said.title + ". " + said.detail + " " + (said.next || "");
    } catch {
      problem.textContent = "The server does not answer; try again.";
    }
    problem.hidden = false;
    button.disabled = false;
  });
})();
