"use strict";
// The search box of every page: Ctrl-K leads to it, what can be done from here and hits show as one types, arrows and Enter
// open one. What begins with "add", "go" or ">" is something to do, and Enter does the first.
(() => {
  const box = document.getElementById("find");
  const list = document.getElementById("found");
  if (!box) return;
  const context = document.getElementById("main").dataset.context || "";
  let options = [];
  let active = -1;
  let asked = 0;
  let waiting;
  const element = (name, text, style) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (style) made.className = style;
    return made;
  };
  const close = () => {
    list.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const mark = (to) => {
    options.forEach((o, i) => o.setAttribute("aria-selected", String(i === to)));
    active = to;
    if (to < 0) { box.removeAttribute("aria-activedescendant"); return; }
    box.setAttribute("aria-activedescendant", options[to].id);
    options[to].scrollIntoView({ block: "nearest" });
  };
  const group = (id, label) => {
    const made = element("div", "", "group");
    const head = element("div", label, "muted");
    head.id = "found-" + id;
    made.setAttribute("role", "group");
    made.setAttribute("aria-labelledby", head.id);
    made.append(head);
    list.append(made);
    return made;
  };
  const offer = (within, address, title, aside) => {
    const option = element("div", "", "option");
    option.id = "found-" + options.length;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.address = address;
    option.append(element("span", title));
    if (aside) option.append(element("span", aside, "muted"));
    within.append(option);
    options.push(option);
  };
  const jobs = [
    ...[...document.querySelectorAll("main .head a.button, main p.actions a.button:not([data-cancel])")].map((a) => [a.textContent, a.href]),
    ...[...document.querySelectorAll("#jobs a")].map((a) => [a.textContent, a.href]),
    ...[...document.querySelectorAll("nav.tabs a, header nav a")].map((a) => ["Go to " + a.textContent, a.href]),
  ];
  const matching = () => {
    const words = box.value.toLowerCase().replace(">", " ").split(/\s+/).filter((word) => word);
    return jobs.filter(([label]) => words.every((word) => label.toLowerCase().split(/\s+/).some((part) => part.startsWith(word))));
  };
  // What begins like an order and names no job is searched for: "go daddy".
  const ordering = () => /^>/.test(box.value.trimStart()) || (/^(add|go)\s/i.test(box.value.trimStart()) && matching().length > 0);
  const show = (sections) => {
    options = [];
    list.replaceChildren();
    const doable = matching().slice(0, ordering() || !box.value.trim() ? 40 : 4);
    if (doable.length) {
      const within = group("jobs", "From here");
      for (const [label, address] of doable) offer(within, address, label);
    }
    for (const section of sections) {
      const within = group(section.kind, section.label + " " + section.total + (section.more ? "+" : ""));
      for (const hit of section.hits) offer(within, context + hit.address, hit.title || "(no subject)", section.kind === "case" ? "" : hit.caseTitle);
    }
    if (!options.length) list.append(element("div", ordering() ? "Nothing of this name can be done from here." : "Nothing in your cases has these words.", "muted none"));
    mark(ordering() && options.length ? 0 : -1);
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    document.getElementById("found-said").textContent = options.length ? options.length + " shown" : "Nothing found";
  };
  const search = async () => {
    const typed = box.value.trim();
    const mine = ++asked;
    if (ordering()) { show([]); return; }
    if (typed.length < 2) { close(); return; }
    try {
      const answer = await fetch(context + "/api/v1/search?limit=4&q=" + encodeURIComponent(box.value.trimStart()), { headers: { "X-Requested-With": "page" } });
      if (mine !== asked) return;
      if (answer.ok) show((await answer.json()).sections); else close();
    } catch { close(); }
  };
  box.addEventListener("input", () => { clearTimeout(waiting); if (ordering()) search(); else waiting = setTimeout(search, 150); });
  box.addEventListener("keydown", (e) => {
    if (e.key === "Escape") { if (list.hidden) box.blur(); else { close(); e.preventDefault(); } }
    else if (e.key === "Enter" && active >= 0) { e.preventDefault(); location.assign(options[active].dataset.address); }
    else if (e.key === "ArrowDown" && list.hidden && !box.value.trim() && jobs.length) { e.preventDefault(); show([]); mark(0); }
    else if ((e.key === "ArrowDown" || e.key === "ArrowUp") && !list.hidden && options.length) {
      e.preventDefault();
      const by = e.key === "ArrowDown" ? 1 : -1;
      mark((active + by + options.length + (active < 0 && by < 0 ? 1 : 0)) % options.length);
    }
  });
  box.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("mousedown", (e) => {
    const option = e.target.closest("[role=option]");
    e.preventDefault();
    if (option) location.assign(option.dataset.address);
  });
  document.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === "k") {
      e.preventDefault();
      box.focus();
      box.select();
    }
  });
})();
