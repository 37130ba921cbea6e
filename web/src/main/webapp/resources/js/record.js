"use strict";
// The form of a record: what is typed survives an expired login in this tab, Ctrl-Enter saves, Escape leaves.
(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  // After a login in between, the browser is sent here again: by the whole address, that the form is the same.
  if (!form.getAttribute("action").includes("?")) form.action += location.search;
  const key = "draft:" + form.dataset.draft;
  const inputs = () => [...form.querySelectorAll("input:not([type=hidden]):not([type=submit]):not([type=radio]), textarea, select")];
  const values = () => Object.fromEntries(inputs().map((i) => [i.name + (i.type === "checkbox" ? "=" + i.value : ""), i.type === "checkbox" ? i.checked : i.value]));
  const before = JSON.stringify(values());
  const kept = sessionStorage.getItem(key);
  const conflict = form.querySelector(".conflict");
  if (kept && kept !== before && !conflict && !form.querySelector(".notice.bad td")) {
    const typed = JSON.parse(kept);
    for (const i of inputs()) {
      const value = typed[i.name + (i.type === "checkbox" ? "=" + i.value : "")];
      if (value === undefined) continue;
      if (i.type === "checkbox") i.checked = value; else i.value = value;
    }
    const note = form.querySelector("[data-restored]");
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => { sessionStorage.removeItem(key); location.reload(); });
  }
  form.addEventListener("input", () => sessionStorage.setItem(key, JSON.stringify(values())));
  form.addEventListener("change", () => sessionStorage.setItem(key, JSON.stringify(values())));
  document.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); form.querySelector("input[type=submit].primary").click(); }
    if (e.key === "Escape" && !e.defaultPrevented) { const cancel = form.querySelector("[data-cancel]"); if (cancel && JSON.stringify(values()) === before) cancel.click(); }
  });
  form.querySelector("[data-cancel]")?.addEventListener("click", () => sessionStorage.removeItem(key));
  const first = conflict?.querySelector("input:checked") ?? inputs()[0];
  if (first) first.focus();

  // What the law has against what is typed, while it is typed; the server decides on saving.
  const objections = form.querySelector("[data-objections]");
  if (objections) {
    const context = document.getElementById("main").dataset.context ?? "";
    const content = () => {
      const json = {};
      for (const f of form.querySelectorAll("[data-field]")) {
        if (f.matches("input[type=checkbox]")) json[f.dataset.field] = f.checked;
        else if (f.matches("input, select, textarea")) json[f.dataset.field] = f.value;
        else json[f.dataset.field] = [...f.querySelectorAll("input:checked")].map((i) => i.value);
      }
      return json;
    };
    let last = 0;
    let waiting;
    const check = async () => {
      const mine = ++last;
      const answer = await fetch(context + form.dataset.check, { method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json", "X-Requested-With": "form" }, body: JSON.stringify(content()) }).catch(() => null);
      const found = answer?.ok ? (await answer.json()).objections : [];
      if (mine !== last) return;
      objections.replaceChildren(...found.map((o) => {
        const line = document.createElement("p");
        line.className = "notice" + (o.breach ? " bad" : "");
        line.textContent = (o.breach ? "Not allowed: " : "To look at: ") + o.words + (o.confirmed ? "." : "; this law is not confirmed here.");
        return line;
      }));
    };
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(check, 300); });
    check();
  }
})();
