"use strict";
// The preview beside a template follows what is typed, and shows the part in which it is typed.
(() => {
  const field = document.querySelector("[data-preview]");
  const frame = document.querySelector("[data-made]");
  const problem = document.querySelector("#template [data-problem]");
  if (!field || !frame) return;
  const context = document.getElementById("main").dataset.context || "";
  let waiting = 0;
  let asked = 0;
  const part = () => {
    const before = [...field.value.slice(0, field.selectionStart).matchAll(/data-part="([a-z-]+)"/g)];
    return before.length && document.activeElement === field ? "#part-" + before.pop()[1] : "";
  };
  const show = async () => {
    const mine = ++asked;
    let answer;
    try {
      answer = await fetch(`${context}/api/v1/document-templates/${field.dataset.preview}/preview`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Requested-With": "page" },
        body: JSON.stringify({ body: field.value }),
      });
    } catch {
      problem.textContent = "The server does not answer; the preview is not what is written.";
      problem.hidden = false;
      return;
    }
    if (mine !== asked) return;
    if (answer.ok) {
      problem.hidden = true;
      // An address of its own, so that the page has a policy of its own: a text set here would have that of this page.
      frame.src = context + answer.headers.get("Content-Location") + part();
    } else {
      const said = await answer.json().catch(() => ({}));
      problem.textContent = said.detail || "The preview cannot be made.";
      problem.hidden = false;
    }
  };
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 400); });
  show();
})();
