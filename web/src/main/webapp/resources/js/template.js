"use strict";
// The preview beside a template follows what is typed.
(() => {
  const field = document.querySelector("[data-preview]");
  const frame = document.querySelector("[data-made]");
  const problem = document.querySelector("#template [data-problem]");
  if (!field || !frame) return;
  const context = document.getElementById("main").dataset.context || "";
  let waiting = 0;
  let asked = 0;
  const show = async () => {
    const mine = ++asked;
    const answer = await fetch(`${context}/api/v1/document-templates/${field.dataset.preview}/preview`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Requested-With": "page" },
      body: JSON.stringify({ body: field.value }),
    });
    if (mine !== asked) return;
    if (answer.ok) {
      problem.hidden = true;
      frame.srcdoc = await answer.text();
    } else {
      const said = await answer.json().catch(() => ({}));
      problem.textContent = said.detail || "The preview cannot be made.";
      problem.hidden = false;
    }
  };
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 400); });
  show();
})();
