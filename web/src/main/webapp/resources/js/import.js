"use strict";
// Asks once a second how far an import is, until it is done.
(() => {
  const panel = document.querySelector("[data-import]");
  if (!panel) return;
  const context = document.getElementById("main").dataset.context || "";
  const url = context + "/api/v1/imports/" + encodeURIComponent(panel.dataset.import);
  const finished = new Set(["COMPLETED", "FAILED", "CANCELLED"]);
  const put = (name, value) => {
    const place = panel.querySelector("[data-value=" + name + "]");
    if (place) place.textContent = value === null || value === undefined ? "unknown" : value.toLocaleString("en-US");
  };
  const ask = async () => {
    try {
      const answer = await fetch(url, { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" } });
      if (answer.status === 401) { location.reload(); return; }
      if (answer.ok) {
        const job = await answer.json();
        for (const name of Object.keys(job)) if (typeof job[name] !== "object") put(name, job[name]);
        if (finished.has(job.state)) { if (panel.dataset.state !== job.state) location.reload(); return; }
      }
    } catch { put("state", "The server does not answer; trying again"); }
    setTimeout(ask, 1000);
  };
  if (!finished.has(panel.dataset.state)) ask();
})();
