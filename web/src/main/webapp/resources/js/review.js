"use strict";
// Keys of the list and the message view, the tabs, the quoted words, and copying a hash.
(() => {
  const typing = (e) => e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
  // Rows that open something; asked for anew each time, since a table may turn its page.
  const rows = () => [...document.querySelectorAll("tr[data-href], tr[data-ri]")];
  const link = (row) => row.querySelector("a");
  const step = (by) => {
    const all = rows();
    if (!all.length) return false;
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
    if (link(next)) link(next).focus();
    return true;
  };
  const go = (rel) => {
    const link = document.querySelector("a[rel=" + rel + "]");
    if (link) location.assign(link.href);
  };
  document.addEventListener("keydown", (e) => {
    if (typing(e) || e.defaultPrevented) return;
    if (e.key === "/") {
      const search = document.querySelector("input[type=search]");
      if (search) { e.preventDefault(); search.focus(); search.select(); }
    } else if (e.key === "j") step(1) || go("next");
    else if (e.key === "k") step(-1) || go("prev");
    else if (e.key === "p") go("proof");
  });
  const open = (e) => {
    const row = !e.target.closest("a") && e.target.closest("tr[data-href], tr[data-ri]");
    if (!row || !link(row)) return;
    e.stopPropagation();
    location.assign(link(row).href);
  };
  document.addEventListener("click", (e) => { if (getSelection().isCollapsed) open(e); });
  // Before the table sees the key: it would swallow it.
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Enter") return;
    if (e.target.matches("td a")) e.stopPropagation();
    else if (e.target.matches("td")) open(e);
  }, true);

  // Tabs of a message, also of one that is put into the page later.
  const tabsOf = (tab) => [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
  const context = document.getElementById("main").dataset.context || "";
  // What a view does not have yet is fetched when it is opened.
  const fill = async (place) => {
    const address = place.dataset.load;
    delete place.dataset.load;
    try {
      const answer = await fetch(context + address, { headers: { "X-Requested-With": "page" } });
      const more = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("more");
      if (!more && answer.ok) { location.reload(); return; }
      if (!more) throw new Error("It cannot be opened (" + answer.status + ").");
      place.replaceChildren(...more.childNodes);
    } catch (error) {
      place.dataset.load = address;
      const said = document.createElement("p");
      said.className = "notice bad";
      said.textContent = (error instanceof TypeError ? "The server does not answer." : error.message) + " Choose the view again.";
      place.replaceChildren(said);
    }
  };
  const show = (tab) => {
    tabsOf(tab).forEach((t) => {
      const chosen = t === tab;
      t.setAttribute("aria-selected", String(chosen));
      t.tabIndex = chosen ? 0 : -1;
      const panel = document.getElementById(t.getAttribute("aria-controls"));
      if (!panel) return;
      panel.hidden = !chosen;
      if (chosen) for (const place of [panel, ...panel.querySelectorAll("[data-load]")]) if (place.dataset.load) fill(place);
    });
  };
  document.addEventListener("click", (e) => {
    const tab = e.target.closest("[role=tab]");
    if (tab) show(tab);
  });
  document.addEventListener("keydown", (e) => {
    const tab = e.target.closest && e.target.closest("[role=tab]");
    const step = tab && { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    const all = tabsOf(tab);
    const next = all[(all.indexOf(tab) + step + all.length) % all.length];
    show(next);
    next.focus();
  });
  document.querySelectorAll("[role=tablist]").forEach((list) => {
    const first = list.querySelector("[role=tab]");
    if (first) show(first);
  });
  // For the script of the review: the view with a letter, the first without.
  window.profferView = (root, letter) => {
    const all = [...root.querySelectorAll("[role=tab]")];
    const tab = all.find((t) => t.dataset.view === letter) || all[0];
    if (tab) show(tab);
  };

  document.addEventListener("click", (e) => {
    const quote = e.target.closest("[data-jump]");
    const words = quote && document.getElementById(quote.dataset.jump);
    if (words) {
      const panel = words.closest("[role=tabpanel]");
      const tab = panel && document.getElementById(panel.getAttribute("aria-labelledby"));
      if (tab) show(tab);
      words.tabIndex = -1;
      words.focus();
      words.scrollIntoView({ block: "center" });
    }
    const copy = e.target.closest("[data-copy]");
    if (copy && navigator.clipboard) navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.textContent = "Copied"; });
  });
  // An address that names words in the message opens them.
  const span = new URLSearchParams(location.search).get("span");
  const named = span && [...document.querySelectorAll("[data-span]")].find((q) => q.dataset.span === span);
  if (named) {
    named.closest("details")?.setAttribute("open", "");
    if (document.getElementById(named.dataset.jump)) named.click();
    else { named.focus(); named.scrollIntoView({ block: "center" }); }
  }
})();
