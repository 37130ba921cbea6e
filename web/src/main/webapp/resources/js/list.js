"use strict";
// The address follows the table: what is shown can be copied, and Back shows what was shown before.
(() => {
  const form = document.getElementById("list");
  let shown = location.search;
  jQuery(() => {
    for (const place of ["top", "bottom"]) {
      const pages = document.querySelector(".ui-paginator-" + place);
      if (!pages) continue;
      pages.setAttribute("aria-label", "Pages, " + place);
      pages.querySelector(".ui-paginator-center-content").removeAttribute("aria-label");
    }
  });
  jQuery(document).on("pfAjaxComplete", (event, request, settings, told) => {
    if (!told || !told.address) return;
    form.setAttribute("action", told.address);
    history.pushState(null, "", told.address);
    shown = location.search;
  });
  addEventListener("popstate", () => { if (location.search !== shown) location.reload(); });
  // Logged out meanwhile, or the server is gone: the address has everything, so ask for the page anew.
  jQuery(document).on("pfAjaxError", () => location.reload());
})();
