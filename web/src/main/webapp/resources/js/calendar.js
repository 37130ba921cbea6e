"use strict";
// The month: arrows go from day to day, Page Up and Page Down from month to month, Enter opens what is on a day.
(() => {
  const days = [...document.querySelectorAll("td[data-day]")];
  if (!days.length) return;
  const go = (rel) => location.assign(document.querySelector("main a[rel=" + rel + "]").href);
  const start = days.find((d) => d.querySelector(".chip")) || days.find((d) => d.dataset.inside === "true");
  start.tabIndex = 0;
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
    if (e.key === "PageUp") { e.preventDefault(); go("prev"); }
    else if (e.key === "PageDown") { e.preventDefault(); go("next"); }
    else if (steps[e.key]) {
      const at = days.indexOf(document.activeElement.closest("td[data-day]"));
      const to = at < 0 ? days.indexOf(start) : at + steps[e.key];
      e.preventDefault();
      if (to < 0) { go("prev"); return; }
      if (to >= days.length) { go("next"); return; }
      days.forEach((d, i) => { d.tabIndex = i === to ? 0 : -1; });
      days[to].focus();
    } else if (e.key === "Enter" && e.target.matches("td[data-day]")) e.target.querySelector("a")?.click();
  });
})();
