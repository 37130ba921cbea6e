"use strict";
// Tables wider than their place scroll by keyboard too: such a place takes the focus and bears the table's name.
(() => {
  const named = (place) => {
    const caption = place.querySelector("caption");
    const title = place.closest("section, aside, main")?.querySelector("h1, h2, h3");
    return (caption || title)?.textContent.trim() || "Table";
  };
  const wide = new WeakSet();
  const look = (place) => {
    const scrolls = place.scrollWidth > place.clientWidth;
    if (scrolls && !place.hasAttribute("tabindex")) {
      wide.add(place);
      place.tabIndex = 0;
      place.setAttribute("role", "region");
      place.setAttribute("aria-label", named(place));
    } else if (!scrolls && wide.delete(place)) {
      for (const attribute of ["tabindex", "role", "aria-label"]) place.removeAttribute(attribute);
    }
  };
  const sizes = new ResizeObserver((entries) => entries.forEach((entry) => look(entry.target.closest(".scroll") || entry.target)));
  const seen = new WeakSet();
  const find = () => document.querySelectorAll(".scroll").forEach((place) => {
    if (seen.has(place)) return;
    seen.add(place);
    look(place);
    sizes.observe(place);
    if (place.firstElementChild) sizes.observe(place.firstElementChild);
  });
  find();
  new MutationObserver(find).observe(document.body, { childList: true, subtree: true });
})();
