"use strict";
// The papers of a bundle: added, taken out, and put in order by dragging, by buttons, or by Alt with the arrows.
(() => {
  const chosen = document.querySelector("[data-chosen]");
  const others = document.querySelector("[data-others]");
  if (!chosen || !others) return;
  const told = document.querySelector("[data-told]");
  const name = (li) => li.querySelector(".name").textContent;
  const button = (label, mark, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = mark;
    b.title = label;
    b.dataset.act = act;
    return b;
  };
  const dress = (li, inside) => {
    li.querySelector(".acts")?.remove();
    const acts = document.createElement("span");
    acts.className = "acts";
    const all = inside ? [["Up", "↑", "up"], ["Down", "↓", "down"], ["Take out", "×", "out"]] : [["Add", "+", "in"]];
    for (const [label, mark, act] of all) {
      const b = button(label, mark, act);
      b.setAttribute("aria-label", label + ": " + name(li));
      acts.append(b);
    }
    li.append(acts);
    li.draggable = inside;
  };
  const refresh = () => {
    const items = [...chosen.children];
    document.querySelector("[data-parts]").value = items.map((li) => li.dataset.id).join(" ");
    document.querySelector("[data-count]").textContent = items.length + (items.length === 1 ? " paper" : " papers");
    document.querySelector("[data-none]").hidden = items.length > 0;
    chosen.hidden = items.length === 0;
    items.forEach((li, i) => {
      li.querySelector("[data-act=up]").disabled = i === 0;
      li.querySelector("[data-act=down]").disabled = i === items.length - 1;
    });
  };
  const tell = (li) => { told.textContent = `${name(li)} is ${[...chosen.children].indexOf(li) + 1} of ${chosen.children.length}`; };
  const focus = (li, act) => { const b = li?.querySelector(`[data-act=${act}]`); (b && !b.disabled ? b : li?.querySelector("[data-act]:not(:disabled)"))?.focus(); };
  const move = (li, by, act) => {
    const to = by < 0 ? li.previousElementSibling : li.nextElementSibling;
    if (!to) return;
    if (by < 0) to.before(li); else to.after(li);
    refresh();
    tell(li);
    focus(li, act);
  };
  const back = (li) => {
    const after = [...others.children].find((o) => Number(o.dataset.rank) > Number(li.dataset.rank));
    if (after) after.before(li); else others.append(li);
    dress(li, false);
  };
  document.getElementById("bundle").addEventListener("click", (e) => {
    const act = e.target.closest("[data-act]")?.dataset.act;
    const li = e.target.closest("li[data-id]");
    if (!act || !li) return;
    if (act === "up") move(li, -1, "up");
    if (act === "down") move(li, 1, "down");
    if (act === "in") {
      const next = li.nextElementSibling ?? li.previousElementSibling;
      chosen.append(li);
      dress(li, true);
      refresh();
      tell(li);
      focus(next, "in");
    }
    if (act === "out") {
      const next = li.nextElementSibling ?? li.previousElementSibling;
      back(li);
      refresh();
      told.textContent = name(li) + " is taken out";
      focus(next, "out");
    }
  });
  chosen.addEventListener("keydown", (e) => {
    const li = e.target.closest("li[data-id]");
    if (!li || !e.altKey || (e.key !== "ArrowUp" && e.key !== "ArrowDown")) return;
    e.preventDefault();
    move(li, e.key === "ArrowUp" ? -1 : 1, e.target.dataset.act ?? "up");
  });
  let dragged = null;
  chosen.addEventListener("dragstart", (e) => {
    dragged = e.target.closest("li[data-id]");
    if (!dragged) return;
    e.dataTransfer.effectAllowed = "move";
    e.dataTransfer.setData("text/plain", dragged.dataset.id);
    dragged.classList.add("dragged");
  });
  chosen.addEventListener("dragover", (e) => {
    const over = e.target.closest("li[data-id]");
    if (!dragged) return;
    e.preventDefault();
    if (!over || over === dragged) return;
    const box = over.getBoundingClientRect();
    if (e.clientY < box.top + box.height / 2) over.before(dragged); else over.after(dragged);
  });
  chosen.addEventListener("drop", (e) => { if (dragged) e.preventDefault(); });
  chosen.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("dragged");
    refresh();
    tell(dragged);
    dragged = null;
  });
  document.querySelector("[data-sort]").addEventListener("click", () => {
    [...chosen.children].sort((a, b) => a.dataset.rank - b.dataset.rank).forEach((li) => chosen.append(li));
    refresh();
    told.textContent = "In the order of the exhibit numbers, then documents, then items";
  });
  const narrow = document.querySelector("[data-narrow]");
  narrow.addEventListener("input", () => {
    const words = narrow.value.toLowerCase();
    for (const li of others.children) li.hidden = !name(li).toLowerCase().includes(words);
  });
  document.querySelector("[data-all]").addEventListener("click", () => {
    [...others.children].filter((li) => !li.hidden).forEach((li) => { chosen.append(li); dress(li, true); });
    refresh();
    told.textContent = chosen.children.length + " papers are in it";
  });
  [...chosen.children].forEach((li) => dress(li, true));
  [...others.children].forEach((li) => dress(li, false));
  refresh();
})();
