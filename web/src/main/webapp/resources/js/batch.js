"use strict";
// How far the batches are that work now; when one has ended, the page is shown anew.
(() => {
  const context = document.getElementById("main").dataset.context || "";
  for (const line of document.querySelectorAll("[data-batch]")) {
    const look = async () => {
      let again = 1000;
      try {
        const answer = await fetch(context + "/api/v1/document-batches/" + line.dataset.batch, { headers: { "X-Requested-With": "page", Accept: "application/json" } });
        if (!answer.ok) { location.reload(); return; }
        const batch = await answer.json();
        const bar = line.querySelector("progress");
        bar.max = batch.made + batch.left + batch.failed.length;
        bar.value = batch.made + batch.failed.length;
        line.querySelector("[data-said]").textContent = `${batch.made} of ${bar.max} made` + (batch.failed.length ? `, ${batch.failed.length} failed` : "");
        if (!batch.running) { location.reload(); return; }
      } catch {
        again = 5000;
        line.querySelector("[data-said]").textContent = "The server does not answer; trying again";
      }
      setTimeout(look, again);
    };
    look();
  }
})();
