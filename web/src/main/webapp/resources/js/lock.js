"use strict";
// Covers the page after a while without a person, and asks for the password again where the portal wants a fresh proof.
(() => {
  const dialog = document.getElementById("lock");
  if (!dialog) return;
  const form = dialog.querySelector("form");
  const password = dialog.querySelector("input");
  const problem = dialog.querySelector("[data-problem]");
  const api = (document.getElementById("main").dataset.context ?? "") + "/api/v1/session";
  const idle = Number(dialog.dataset.minutes) * 60_000;
  const here = dialog.dataset.here === "true";
  let locked = false;
  let before = null;

  const now = () => Date.now();
  const seen = () => { if (!locked) localStorage.setItem("seen", String(now())); };
  const say = (words) => { problem.textContent = words; problem.hidden = !words; };
  const show = (title, words) => {
    dialog.querySelector("h2").textContent = title;
    dialog.querySelector("[data-words]").textContent = words;
    say("");
    password.value = "";
    if (!dialog.open) { before = document.activeElement; dialog.showModal(); }
    password.focus();
  };
  const lock = () => {
    if (locked) return;
    locked = true;
    sessionStorage.setItem("locked", "yes");
    document.body.classList.add("locked");
    show("Locked", "Nobody has used this page for a while. What you typed is kept.");
  };
  const open = () => {
    locked = false;
    sessionStorage.removeItem("locked");
    document.body.classList.remove("locked");
    dialog.close();
    seen();
    before?.focus?.();
  };
  const post = (address, body) => fetch(address, { method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json", "X-Requested-With": "lock" }, body: JSON.stringify(body) });

  form.addEventListener("submit", async (e) => {
    e.preventDefault();
    if (!here) { sessionStorage.removeItem("locked"); location.reload(); return; }
    try {
      let answer = await post(api + "/proof", { password: password.value });
      // The session has ended meanwhile: the same person begins another; drafts are in the browser.
      if (answer.status === 401) answer = await post(api, { login: dialog.dataset.login, password: password.value });
      if (answer.ok) { open(); return; }
      const refusal = await answer.json();
      say(refusal.detail + " " + refusal.next);
    } catch {
      say("The portal does not answer. Try again.");
    }
    password.select();
  });
  dialog.addEventListener("cancel", (e) => { if (locked) e.preventDefault(); });
  dialog.querySelector("[data-out]").addEventListener("click", () => { sessionStorage.removeItem("locked"); document.querySelector("#out [type=submit]").click(); });
  for (const kind of ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"]) document.addEventListener(kind, seen, { passive: true });
  document.addEventListener("keydown", (e) => { if (e.key.toLowerCase() === "l" && e.ctrlKey && e.shiftKey) { e.preventDefault(); lock(); } });
  setInterval(() => { if (now() - Number(localStorage.getItem("seen") ?? now()) >= idle) lock(); }, 5_000);

  if (sessionStorage.getItem("locked")) lock();
  else {
    seen();
    if (dialog.dataset.prove === "true") show("Confirm that it is you", here ? "What you asked for needs your password again. Give it, then repeat what you did." : "What you asked for needs a fresh login: log out, log in again, then repeat what you did.");
  }
})();
