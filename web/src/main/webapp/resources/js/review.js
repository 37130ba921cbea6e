"use strict";
// Keys of the list and the message view, the tabs, the quoted words, and copying a hash.
(() => {
  const typing = (e) => e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
  const rows = [...document.querySelectorAll("tr[data-href]")];
  let at = -1;
  const select = (index) => {
    if (!rows.length) return;
    at = Math.min(Math.max(index, 0), rows.length - 1);
    rows.forEach((row, i) => row.setAttribute("aria-selected", String(i === at)));
    const link = rows[at].querySelector("a");
    if (link) link.focus();
  };
  const go = (rel) => {
    const link = document.querySelector("a[rel=" + rel + "]");
    if (link) location.assign(link.href);
  };
  document.addEventListener("keydown", (e) => {
    if (typing(e)) return;
    if (e.key === "/") {
      const search = document.querySelector("input[type=search]");
      if (search) { e.preventDefault(); search.focus(); search.select(); }
    } else if (e.key === "j") rows.length ? select(at + 1) : go("next");
    else if (e.key === "k") rows.length ? select(at - 1) : go("prev");
  });
  for (const row of rows) row.addEventListener("click", (e) => { if (!e.target.closest("a")) location.assign(row.dataset.href); });

  const tabs = [...document.querySelectorAll("[role=tab]")];
  const show = (tab) => tabs.forEach((t) => {
    const chosen = t === tab;
    t.setAttribute("aria-selected", String(chosen));
    t.tabIndex = chosen ? 0 : -1;
    document.getElementById(t.getAttribute("aria-controls")).hidden = !chosen;
  });
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => show(tab));
    tab.addEventListener("keydown", (e) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (!step) return;
      const next = tabs[(i + step + tabs.length) % tabs.length];
      show(next);
      next.focus();
    });
  });
  if (tabs.length) show(tabs[0]);

  document.addEventListener("click", (e) => {
    const quote = e.target.closest("[data-jump]");
    const words = quote && document.getElementById(quote.dataset.jump);
    if (words) {
      const panel = words.closest("[role=tabpanel]");
      const tab = panel && tabs.find((t) => t.getAttribute("aria-controls") === panel.id);
      if (tab) show(tab);
      words.tabIndex = -1;
      words.focus();
      words.scrollIntoView({ block: "center" });
    }
    const copy = e.target.closest("[data-copy]");
    if (copy && navigator.clipboard) navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.textContent = "Copied"; });
  });
})();
