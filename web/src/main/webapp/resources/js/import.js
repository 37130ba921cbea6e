"use strict";
// Asks a second after each answer how far the import is, until it has ended or is held.
(() => {
  const panel = () => document.querySelector("[data-import]");
  const again = () => {
    if (!["PAUSED", "COMPLETED", "FAILED", "CANCELLED"].includes(panel().dataset.state)) setTimeout(askAgain, 1000);
  };
  jQuery(document).on("pfAjaxComplete", (event, request, settings, told) => {
    // An answer that does not say so: whoever was logged out meanwhile gets the login page, then this page.
    if (request.status && !(told && told.watched)) { location.reload(); return; }
    if (!request.status) panel().querySelector("[data-value=stateLabel]").textContent = "The server does not answer; trying again";
    again();
  });
  again();
})();
