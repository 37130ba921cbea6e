"use strict";
// The search box of every page: Ctrl-K leads to it, hits show as one types, arrows and Enter open one.
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
  const show = (answer) => {
    options = [];
    list.replaceChildren();
    for (const section of answer.sections) {
      const group = element("div", "", "group");
      const head = element("div", section.label + " " + section.total + (section.more ? "+" : ""), "muted");
      head.id = "found-" + section.kind;
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", head.id);
      group.append(head);
      for (const hit of section.hits) {
        const option = element("div", "", "option");
        option.id = "found-" + options.length;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.address = context + hit.address;
        option.append(element("span", hit.title || "(no subject)"));
        if (section.kind !== "case") option.append(element("span", hit.caseTitle, "muted"));
        group.append(option);
        options.push(option);
      }
      list.append(group);
    }
    if (!options.length) list.append(element("div", "Nothing in your cases has these words.", "muted none"));
    active = -1;
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    document.getElementById("found-said").textContent = options.length ? options.length + " shown" : "Nothing found";
  };
  const search = async () => {
    const typed = box.value.trim();
    const mine = ++asked;
    if (typed.length < 2) { close(); return; }
    try {
      const answer = await fetch(context + "/api/v1/search?limit=4&q=" + encodeURIComponent(box.value.trimStart()), { headers: { "X-Requested-With": "page" } });
      if (mine !== asked) return;
      if (answer.ok) show(await answer.json()); else close();
    } catch { close(); }
  };
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 150); });
  box.addEventListener("keydown", (e) => {
    if (e.key === "Escape") { if (list.hidden) box.blur(); else { close(); e.preventDefault(); } }
    else if (e.key === "Enter" && active >= 0) { e.preventDefault(); location.assign(options[active].dataset.address); }
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
