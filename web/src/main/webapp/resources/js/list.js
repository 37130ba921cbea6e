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
    // No address: whoever was logged out meanwhile gets the login page, then this address again.
    if (!told || !told.address) { location.reload(); return; }
    form.setAttribute("action", told.address);
    history.pushState(null, "", told.address);
    shown = location.search;
  });
  addEventListener("popstate", () => { if (location.search !== shown) location.reload(); });
})();
